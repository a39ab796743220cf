"""A new plan, and a plan's own title, years and words."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from followup.core.access import Capability, committees_where, may_somewhere
from followup.core.commands.row_faults import RowChanged
from followup.core.faults import NotAllowed
from followup.core.forms.row import Differing
from goals.choices import AssessedBy
from goals.commands.plans import save_levels, save_plan
from goals.models import Level, Plan
from reports.access import plan_to_edit
from reports.forms.plan import NewPlanForm, PlanForm
from reports.views.planning.frame import plan_context
from reports.views.planning.plan_page import to_plan


def plan_new(request: HttpRequest) -> HttpResponse:
    """A plan with one level, to begin with."""
    if not may_somewhere(request.user, Capability.EDIT_PLAN):
        raise NotAllowed
    form = NewPlanForm(request.POST or None, committees=committees_where(request.user, Capability.EDIT_PLAN))
    if form.is_valid():
        try:
            plan = _new_plan(request, form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Planen är tillagd. Skriv först vilka nivåer målen har."))
            return redirect("reports:levels", plan.committee.slug, plan.slug)
    return render(request, "reports/planning/plan_new.html", {"form": form}, status=422 if form.is_bound else 200)


@transaction.atomic
def _new_plan(request: HttpRequest, values: dict[str, Any]) -> Plan:
    plan = save_plan(plan=Plan(**values), by=request.user)
    first = Level(plan=plan, name=_("Mål"), plural=_("Mål"), position=1, assessed_by=AssessedBy.BOTH)
    save_levels(plan=plan, levels=[first], by=request.user)
    return plan


def plan_edit(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    form, status = PlanForm.of(plan), 200
    theirs: tuple[Differing, ...] = ()
    if request.method == "POST":
        form, status = PlanForm(request.POST), 422
        if form.is_valid():
            try:
                save_plan(plan=form.write_to(plan), by=request.user, seen=form.cleaned_data["seen"])
            except RowChanged as refusal:
                status, theirs = 409, form.differing(refusal.current)
                form.accept(refusal.current)
            except ValidationError as refusal:
                form.add_error(None, refusal)
            else:
                messages.success(request, _("Planens uppgifter är sparade."))
                return to_plan(plan)
    context = plan_context(plan) | {"form": form, "theirs": theirs}
    return render(request, "reports/planning/plan_edit.html", context, status=status)
