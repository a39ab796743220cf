"""`/rapportera/`: the reporter's rounds, what is left in each, and when it must be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from followup.core.access import Capability, units_where
from followup.core.models import Unit
from reports.views.entry.context.plan_changes import PlanChange
from reports.views.entry.context.plan_then import plan_changes
from reports.views.entry.start_page import UnitRound, start_page
from reports.views.substitutes.lent import own_substitutions

RECENTLY = timedelta(days=60)
WITH_CHANGES = 2
"""How many rounds tell here what has changed in the plan; each tells it on its own page."""


@dataclass(frozen=True, slots=True)
class ChangedPlan:
    item: UnitRound
    changes: tuple[PlanChange, ...]


@require_safe
def entry_start(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    mine = units_where(request.user, Capability.REPORT)
    units = list(Unit.objects.in_order().filter(pk__in=mine.values("pk")))
    page = start_page(units, today=today, closed_since=today - RECENTLY)
    context = {"page": page, "changed": changed(page.open), "own": own_substitutions(request.user, today)}
    return render(request, "reports/entry/start.html", context)


def changed(items: Sequence[UnitRound]) -> list[ChangedPlan]:
    """What has changed in the plan since the round before, for the open rounds that are due first."""
    rounds = {item.round.pk: item.round for item in items}
    found = []
    for round in list(rounds.values())[:WITH_CHANGES]:
        of_round = [item for item in items if item.round.pk == round.pk]
        changes = plan_changes(round, [item.unit for item in of_round])
        found += [ChangedPlan(item, changes[item.unit.pk]) for item in of_round if changes[item.unit.pk]]
    return found
