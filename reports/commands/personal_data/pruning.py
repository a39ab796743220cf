"""Letting go of personal data whose time is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet

from followup.accounts.commands.invitations import KEPT as INVITATIONS_KEPT
from followup.accounts.models import Invitation
from reports.commands.open_forms import forget_uses
from reports.commands.plan_import.uploads import KEPT as UPLOADS_KEPT
from reports.commands.presence import KEPT as PRESENCE_KEPT
from reports.commands.subscriptions.pruning import prune_unconfirmed
from reports.models import PlanUpload, Presence, PublicationLetter, ReminderLetter, ReportPresence

MAIL_FILES_KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many of each were removed."""

    sessions: int
    invitations: int
    presence: int
    uploads: int
    letters: int
    addresses: int
    uses: int
    mail_files: int

    def __str__(self) -> str:
        return ", ".join(f"{name} {getattr(self, name)}" for name in self.__slots__)


def prune_personal_data(*, now: datetime) -> Pruned:
    """Remove sessions, invitations, traces and letters that are older than docs/personal-data.md says.

    What a committee did stays, and so does the audit trail. What waits to be sent is not touched.
    """
    letters_before = now - timedelta(days=settings.LETTERS_KEPT_DAYS)
    over = Q(taken_at__lt=letters_before) & (Q(sent_at__isnull=False) | ~Q(fault=""))
    presence_before = now - PRESENCE_KEPT
    return Pruned(
        sessions=_remove(Session.objects.filter(expire_date__lt=now)),
        invitations=_remove(Invitation.objects.filter(expires_at__lt=now - INVITATIONS_KEPT)),
        presence=_remove(Presence.objects.filter(seen_at__lt=presence_before))
        + _remove(ReportPresence.objects.filter(seen_at__lt=presence_before)),
        uploads=_remove(PlanUpload.objects.filter(made_at__lt=now - UPLOADS_KEPT)),
        letters=_remove(ReminderLetter.objects.filter(reminder__sent_at__lt=letters_before))
        + _remove(PublicationLetter.objects.filter(over)),
        addresses=prune_unconfirmed(now=now),
        uses=forget_uses(now=now),
        mail_files=_remove_mail_files(now - MAIL_FILES_KEPT),
    )


def _remove(rows: QuerySet[Any]) -> int:
    """How many of the rows themselves; what goes with them is not counted."""
    _all, by_model = rows.delete()
    return by_model.get(rows.model._meta.label, 0)


def _remove_mail_files(before: datetime) -> int:
    """Letters that were written to files instead of being sent, as in development."""
    folder = Path(settings.EMAIL_FILE_PATH) if settings.EMAIL_FILE_PATH else None
    if folder is None or not folder.is_dir():
        return 0
    old = [path for path in folder.glob("*.log") if path.stat().st_mtime < before.timestamp()]
    for path in old:
        path.unlink()
    return len(old)
