"""A plan: its goals as a tree, and moving them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from followup.core.faults import CommandRefused
from goals.commands.goal_tree import move_goal
from goals.models import Goal, Plan
from reports.access import plan_to_edit
from reports.views.planning.frame import plan_context
from reports.views.planning.tree import tree_of


@require_safe
def plan(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """The plan's page. Its queries do not grow with its goals."""
    shown = plan_to_edit(request.user, committee_slug, plan_slug)
    context = plan_context(shown, "goals") | {"goals": tree_of(shown), "levels": list(shown.levels.all())}
    return render(request, "reports/planning/plan.html", context)


@require_POST
def goal_move(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """Move one goal one step among its neighbours: the pressed button says `<goal>:up` or `<goal>:down`."""
    shown = plan_to_edit(request.user, committee_slug, plan_slug)
    key, _colon, direction = request.POST.get("move", "").partition(":")
    if not key.isdigit() or direction not in {"up", "down"}:
        return HttpResponse(_("Ange vilket mål som ska flyttas och åt vilket håll."), status=422)
    goal = get_object_or_404(Goal, pk=int(key), plan=shown)
    try:
        said = _step(goal, direction, request)
    except CommandRefused as refusal:
        said = str(refusal)
    if request.htmx:  # type: ignore[attr-defined]  # set by the middleware
        context = plan_context(shown, "goals") | {"goals": tree_of(shown), "said": said, "moved": goal.pk}
        return render(request, "reports/planning/_tree.html", context)
    messages.info(request, said)
    return HttpResponseRedirect(f"{reverse('reports:plan', args=[committee_slug, plan_slug])}#mal-{goal.pk}")


def _step(goal: Goal, direction: str, request: HttpRequest) -> str:
    siblings = list(Goal.objects.filter(plan=goal.plan, parent=goal.parent_id).in_plan_order())
    at = siblings.index(goal)
    if direction == "up":
        if at == 0:
            return _("”%(goal)s” står redan först.") % {"goal": goal}
        before: Goal | None = siblings[at - 1]
    else:
        if at == len(siblings) - 1:
            return _("”%(goal)s” står redan sist.") % {"goal": goal}
        before = siblings[at + 2] if at + 2 < len(siblings) else None
    move_goal(goal=goal, parent=goal.parent, before=before, by=request.user)
    return _("”%(goal)s” är flyttat.") % {"goal": goal}


def to_plan(plan: Plan, goal: Goal | None = None) -> HttpResponseRedirect:
    """To the plan's page, at the goal's place in the tree."""
    address = reverse("reports:plan", args=[plan.committee.slug, plan.slug])
    return HttpResponseRedirect(f"{address}#mal-{goal.pk}" if goal else address)
