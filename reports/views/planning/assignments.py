"""A plan's assignments and activities: the list and their order, adding, changing, deleting."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from followup.core.commands.row_faults import RowChanged
from followup.core.faults import CommandRefused
from followup.core.forms.row import Differing
from goals.choices import AssignmentKind
from goals.commands.assignment_order import add_assignment, change_places
from goals.commands.assignments import delete_assignments, save_assignments
from goals.models import Assignment, Plan
from reports.access import assignment_of_plan, plan_to_edit
from reports.forms.assignment import AssignmentForm
from reports.views.planning.assignment_list import assignment_parts
from reports.views.planning.frame import plan_context


@require_safe
def assignments(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """The plan's assignments. The queries do not grow with them."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    context = plan_context(plan, "assignments") | {"parts": assignment_parts(plan)}
    return render(request, "reports/planning/assignments.html", context)


def assignment_add(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """`?goal=<goal>` puts the new one under that goal."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    chosen = request.GET.get("goal", "")
    first = {"kind": AssignmentKind.ASSIGNMENT, "goal": int(chosen) if chosen.isdigit() else None}
    form = AssignmentForm(request.POST, plan=plan) if request.method == "POST" else None
    if form is not None and form.is_valid():
        try:
            assignment = add_assignment(plan=plan, assignment=form.write_to(Assignment(plan=plan)), by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("”%(assignment)s” är tillagt.") % {"assignment": assignment})
            return to_assignments(plan, assignment)
    context = plan_context(plan, "assignments") | {"form": form or AssignmentForm(initial=first, plan=plan)}
    return render(request, "reports/planning/assignment_form.html", context, status=422 if form else 200)


def assignment_edit(request: HttpRequest, committee_slug: str, plan_slug: str, assignment_id: int) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    assignment = assignment_of_plan(plan, assignment_id)
    form, status = AssignmentForm.of(assignment, plan=plan), 200
    theirs: tuple[Differing, ...] = ()
    if request.method == "POST":
        form, status = AssignmentForm(request.POST, plan=plan), 422
        if form.is_valid():
            seen = {assignment.pk: form.cleaned_data["seen"]}
            try:
                save_assignments(plan=plan, assignments=[form.write_to(assignment)], by=request.user, seen=seen)
            except RowChanged as refusal:
                status, theirs = 409, form.differing(refusal.current)
                form.accept(refusal.current)
            except (CommandRefused, ValidationError) as refusal:
                form.add_error(None, refusal.messages if isinstance(refusal, ValidationError) else str(refusal))
            else:
                messages.success(request, _("”%(assignment)s” är sparat.") % {"assignment": assignment})
                return to_assignments(plan, assignment)
    context = plan_context(plan, "assignments") | {
        "form": form,
        "assignment": assignment_of_plan(plan, assignment_id),
        "theirs": theirs,
    }
    return render(request, "reports/planning/assignment_form.html", context, status=status)


@require_POST
def assignment_move(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """Move one a step among those of its goal: the pressed button says `<assignment>:up` or `<assignment>:down`."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    key, _colon, direction = request.POST.get("move", "").partition(":")
    if not key.isdigit() or direction not in {"up", "down"}:
        return HttpResponse(_("Ange vad som ska flyttas och åt vilket håll."), status=422, content_type="text/plain")
    assignment = assignment_of_plan(plan, int(key))
    try:
        said = _step(assignment, direction, request)
    except CommandRefused as refusal:
        said = str(refusal)
    if request.htmx:  # type: ignore[attr-defined]  # set by the middleware
        context = plan_context(plan, "assignments") | {"parts": assignment_parts(plan), "said": said}
        return render(request, "reports/planning/_assignments.html", context)
    messages.info(request, said)
    return to_assignments(plan, assignment)


def _step(assignment: Assignment, direction: str, request: HttpRequest) -> str:
    among = list(Assignment.objects.filter(plan=assignment.plan, goal=assignment.goal_id).order_by("position", "pk"))
    at = among.index(assignment)
    to = at + (1 if direction == "down" else -1)
    if to < 0:
        return _("”%(assignment)s” står redan först.") % {"assignment": assignment}
    if to == len(among):
        return _("”%(assignment)s” står redan sist.") % {"assignment": assignment}
    change_places(assignment=assignment, neighbour=among[to], by=request.user)
    return _("”%(assignment)s” är flyttat.") % {"assignment": assignment}


def assignment_delete(request: HttpRequest, committee_slug: str, plan_slug: str, assignment_id: int) -> HttpResponse:
    """A page that asks; sending it deletes."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    assignment = assignment_of_plan(plan, assignment_id)
    if request.method != "POST":
        context = plan_context(plan, "assignments") | {"assignment": assignment}
        return render(request, "reports/planning/assignment_delete.html", context)
    try:
        delete_assignments(plan=plan, assignments=[assignment], by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("reports:assignment_edit", committee_slug, plan_slug, assignment_id)
    messages.success(request, _("”%(assignment)s” är borttaget.") % {"assignment": assignment})
    return to_assignments(plan)


def to_assignments(plan: Plan, assignment: Assignment | None = None) -> HttpResponseRedirect:
    """To the list, at the assignment's place."""
    address = reverse("reports:assignments", args=[plan.committee.slug, plan.slug])
    return HttpResponseRedirect(f"{address}#uppdrag-{assignment.pk}" if assignment else address)
