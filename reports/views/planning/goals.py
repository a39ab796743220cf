"""Adding a goal to a plan, and a goal's own page: what it says, where it lies, whether it is closed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.forms.row import Differing
from goals.commands.goal_facts import GoalChanged, add_goal, change_goal, facts_of
from goals.models import Goal, Plan
from reports.access import goal_of_plan, plan_to_edit
from reports.forms.goal import GoalForm
from reports.forms.goal_place import CloseForm, PlaceForm
from reports.views.planning.frame import plan_context
from reports.views.planning.plan_page import to_plan


def goal_add(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """`?under=<goal>` puts the new goal under that one."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    under = request.GET.get("under", "")
    parent = goal_of_plan(plan, int(under)) if under.isdigit() else None
    first = {"level": _level_below(plan, parent)}
    form = GoalForm(request.POST, plan=plan) if request.method == "POST" else GoalForm(plan=plan, initial=first)
    if form.is_bound and form.is_valid():
        try:
            goal = add_goal(plan=plan, parent=parent, facts=form.facts(), by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("”%(goal)s” är tillagt.") % {"goal": goal})
            return to_plan(plan, goal)
    context = plan_context(plan, "goals") | {"form": form, "parent": parent}
    return render(request, "reports/planning/goal_add.html", context, status=422 if form.is_bound else 200)


def _level_below(plan: Plan, parent: Goal | None) -> int | None:
    """The level that a new goal most likely is on: the one below its parent's, or the top."""
    levels = list(plan.levels.order_by("position", "pk"))
    below = [level.pk for level in levels if parent is None or level.position > parent.level.position]
    return below[0] if below else (levels[-1].pk if levels else None)


def goal_edit(request: HttpRequest, committee_slug: str, plan_slug: str, goal_id: int) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    goal = goal_of_plan(plan, goal_id)
    shown = facts_of(goal)
    if request.method != "POST":
        return goal_page(request, plan, goal, GoalForm.of(goal, shown))
    form, status = GoalForm(request.POST, plan=plan, goal=goal), 422
    theirs: tuple[Differing, ...] = ()
    if form.is_valid():
        try:
            change_goal(goal=goal, facts=form.facts(shown), seen=form.cleaned_data["seen"], by=request.user)
        except GoalChanged as refusal:
            status, theirs = 409, form.differing(refusal.current)
            form.accept(refusal.current)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("”%(goal)s” är sparat.") % {"goal": form.cleaned_data["name"]})
            return to_plan(plan, goal)
    return goal_page(request, plan, goal, form, theirs=theirs, status=status)


def goal_page(
    request: HttpRequest, plan: Plan, goal: Goal, form: GoalForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The goal's page; `more` are forms of it that were sent and did not hold, and `theirs`."""
    place = [plan.committee.slug, plan.slug, goal.pk]
    context = plan_context(plan, "goals") | {
        "goal": goal,
        "form": form,
        "place_form": PlaceForm(goal=goal),
        "close_form": CloseForm(initial={"closed_on": timezone.localdate()}),
        "address": reverse("reports:goal_edit", args=place),
        "indicators": list(goal.indicators.in_plan_order()),
        "assignments": list(goal.assignments.order_by("position", "pk")),
        "theirs": (),
    }
    return render(request, "reports/planning/goal.html", context | more, status=status)
