"""Removing the addresses that never agreed."""

from datetime import datetime

from reports.commands.subscriptions.links import LASTS
from reports.models import Subscription


def prune_unconfirmed(*, now: datetime) -> int:
    """Remove the addresses that never answered; how many subscriptions they had asked for."""
    removed, _of = Subscription.objects.filter(confirmed_at__isnull=True, asked_at__lt=now - LASTS).delete()
    return removed
