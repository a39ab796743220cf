"""What an indicator or a goal is to reach: its targets, all on one page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from followup.core.commands.row_faults import RowChanged, RowsRefused
from followup.core.faults import CommandRefused
from goals.models import Plan
from indicators.commands.targets import settle_targets
from indicators.models import Target
from reports.access import goal_of_plan, indicator_of_plan, plan_to_edit
from reports.build.loading.series import target_fact
from reports.build.targets import target_words
from reports.forms.target import TargetFormSet, target_rows
from reports.views.planning.frame import plan_context
from reports.views.planning.indicator_frame import indicator_context

_PREFIX = "mal"


def indicator_targets(request: HttpRequest, committee_slug: str, plan_slug: str, indicator_id: int) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    indicator = indicator_of_plan(plan, indicator_id)
    answer = _Targets(request, plan, Target(plan=plan, indicator=indicator))
    if answer.is_saved:
        return redirect("reports:indicator_targets", committee_slug, plan_slug, indicator_id)
    context = indicator_context(plan, indicator, "targets") | answer.context
    return render(request, "reports/planning/indicator_targets.html", context, status=answer.status)


def goal_targets(request: HttpRequest, committee_slug: str, plan_slug: str, goal_id: int) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    goal = goal_of_plan(plan, goal_id)
    answer = _Targets(request, plan, Target(plan=plan, goal=goal))
    if answer.is_saved:
        return redirect("reports:goal_targets", committee_slug, plan_slug, goal_id)
    context = plan_context(plan, "goals") | {"goal": goal} | answer.context
    return render(request, "reports/planning/indicator_targets.html", context, status=answer.status)


class _Targets:
    """The rows as shown or sent: saved if all of them hold, else with what is wrong. `owner` says whose they are."""

    def __init__(self, request: HttpRequest, plan: Plan, owner: Target) -> None:
        self._plan = plan
        self._owner = owner
        targets = Target.objects.filter(plan=plan, indicator=owner.indicator, goal=owner.goal).order_by("year", "pk")
        self._there = {target.pk: target for target in targets}
        self._units = list(plan.committee.units.in_order())
        self.status = 200
        self.is_saved = False
        self._refused: list[str] = []
        self._theirs = ""
        if request.method != "POST":
            rows = target_rows(list(self._there.values()))
            self._rows = TargetFormSet(prefix=_PREFIX, units=self._units, initial=rows)
            return
        self.status = 422
        self._rows = TargetFormSet(request.POST, prefix=_PREFIX, units=self._units)
        if self._rows.is_valid():
            self._save(request)

    @property
    def context(self) -> dict[str, Any]:
        return {"rows": self._rows, "refused": self._refused, "theirs": self._theirs}

    def _save(self, request: HttpRequest) -> None:
        saved, deleted = self._rows.rows(self._owner, self._there)
        if any(form.errors for form in self._rows):
            return
        try:
            settle_targets(plan=self._plan, saved=saved, deleted=deleted, seen=self._rows.seen, by=request.user)
        except RowChanged as refusal:
            self.status, self._theirs = 409, self._in_words(refusal.current)
            self._rows.accept(refusal.current)
        except RowsRefused as refusal:
            self._refused = self._rows.tell(refusal.faults)
        except (CommandRefused, ValidationError) as refusal:
            self._refused = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
        else:
            self.is_saved = True
            messages.success(request, _("Målvärdena är sparade."))

    def _in_words(self, target: Target) -> str:
        """The target as somebody else saved it: for whom, when and what."""
        indicator = self._owner.indicator
        decimals, unit_of_measure = (indicator.decimals, indicator.unit_of_measure) if indicator else (None, "")
        units = [str(unit) for unit in self._units if unit.pk == target.unit_id]
        whose = [str(target.year), *units, target.get_sex_display(), target.submeasure]
        words = target_words(target_fact(target), unit_of_measure, decimals)
        return f"{', '.join(part for part in whose if part)}: {words}"
