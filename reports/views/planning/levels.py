"""The plan's own names for the levels of its goals."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from followup.core.faults import CommandRefused
from goals.commands.plans import delete_levels, save_levels
from goals.models import Level, Plan
from reports.access import plan_to_edit
from reports.forms.levels import LevelFormSet, level_rows
from reports.views.planning.frame import plan_context
from reports.views.planning.plan_page import to_plan


def levels(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    refused: list[str] = []
    rows = LevelFormSet(request.POST, prefix="niva") if request.method == "POST" else None
    if rows is not None and rows.is_valid():
        there = {level.pk: level for level in plan.levels.all()}
        saved, deleted = rows.rows(plan, there)  # type: ignore[attr-defined]  # our own base class
        try:
            _save(plan, saved, deleted, request)
        except ValidationError as refusal:
            refused = refusal.messages
        except CommandRefused as refusal:
            refused = [str(refusal)]
        else:
            messages.success(request, _("Nivåerna är sparade."))
            return to_plan(plan)
    context = plan_context(plan) | {
        "rows": rows if rows is not None else LevelFormSet(prefix="niva", initial=level_rows(plan)),
        "refused": refused,
    }
    return render(request, "reports/planning/levels.html", context, status=200 if rows is None else 422)


@transaction.atomic
def _save(plan: Plan, saved: list[Level], deleted: list[Level], request: HttpRequest) -> None:
    if deleted:
        delete_levels(plan=plan, levels=deleted, by=request.user)
    save_levels(plan=plan, levels=saved, by=request.user)
