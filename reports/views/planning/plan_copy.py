"""Copying a plan to the next period: choose, see what is taken, copy."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goals.models import Goal, Plan
from reports.access import plan_to_edit
from reports.commands.copy_plan import CopyChoice, CopyOf, copy_plan, what_is_copied
from reports.forms.plan_copy import CopyForm
from reports.views.planning.frame import plan_context


@dataclass(frozen=True, slots=True)
class Moved:
    """A goal of one year, and its year in the new plan."""

    goal: Goal
    year: int


def plan_copy(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """The button says what to do with what was chosen: `show` it, or `copy`."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    form = CopyForm.of(plan) if request.method != "POST" else CopyForm(request.POST)
    context = plan_context(plan) | {"form": form}
    if form.is_bound and form.is_valid():
        choice = form.choice()
        if request.POST.get("action") == "copy":
            try:
                new = copy_plan(plan=plan, choice=choice, by=request.user)
            except ValidationError as refusal:
                form.add_error("title" if "title" in refusal.message_dict else None, refusal.messages)
            else:
                messages.success(request, _("”%(plan)s” är tillagd.") % {"plan": new})
                return redirect("reports:plan", committee_slug, new.slug)
        if form.is_valid():
            taken = what_is_copied(plan, choice)
            context |= {"taken": taken, "moved": _moved(plan, taken, choice)}
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "reports/planning/plan_copy.html", context, status=status)


def _moved(plan: Plan, taken: CopyOf, choice: CopyChoice) -> list[Moved]:
    return [Moved(goal, choice.later(goal.year, plan)) for goal in taken.goals if goal.year is not None]
