"""Moving a goal in the tree, closing it, opening it again, deleting it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from followup.core.faults import CommandRefused
from goals.commands.goal_facts import facts_of
from goals.commands.goal_tree import close_goal, move_goal, reopen_goal
from goals.commands.goals import delete_goals
from reports.access import goal_of_plan, plan_to_edit
from reports.forms.goal import GoalForm
from reports.forms.goal_place import CloseForm, PlaceForm
from reports.views.planning.frame import plan_context
from reports.views.planning.goals import goal_page
from reports.views.planning.plan_page import to_plan


@require_POST
def goal_place(request: HttpRequest, committee_slug: str, plan_slug: str, goal_id: int) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    goal = goal_of_plan(plan, goal_id)
    form = PlaceForm(request.POST, goal=goal)
    if form.is_valid():
        try:
            move_goal(goal=goal, parent=form.parent, before=form.next_goal, by=request.user)
        except CommandRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("”%(goal)s” är flyttat.") % {"goal": goal})
            return to_plan(plan, goal)
    return goal_page(request, plan, goal, GoalForm.of(goal, facts_of(goal)), place_form=form, status=422)


@require_POST
def goal_close(request: HttpRequest, committee_slug: str, plan_slug: str, goal_id: int) -> HttpResponse:
    """Close the goal from a day on, or open it again with `open=1`."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    goal = goal_of_plan(plan, goal_id)
    opens = request.POST.get("open") == "1"
    form = CloseForm(request.POST)
    if not opens and not form.is_valid():
        return goal_page(request, plan, goal, GoalForm.of(goal, facts_of(goal)), close_form=form, status=422)
    try:
        if opens:
            reopen_goal(goal=goal, by=request.user)
        else:
            close_goal(goal=goal, closed_on=form.cleaned_data["closed_on"], by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("”%(goal)s” är öppet igen.") if opens else _("”%(goal)s” är avslutat.")
        messages.success(request, said % {"goal": goal})
    return to_plan(plan, goal)


def goal_delete(request: HttpRequest, committee_slug: str, plan_slug: str, goal_id: int) -> HttpResponse:
    """A page that asks; sending it deletes."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    goal = goal_of_plan(plan, goal_id)
    if request.method != "POST":
        return render(request, "reports/planning/goal_delete.html", plan_context(plan, "goals") | {"goal": goal})
    try:
        delete_goals(plan=plan, goals=[goal], by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("reports:goal_edit", committee_slug, plan_slug, goal_id)
    messages.success(request, _("”%(goal)s” är borttaget.") % {"goal": goal})
    return to_plan(plan)
