"""Adding an indicator to a plan, changing what it is, deleting it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from followup.core.faults import CommandRefused
from followup.core.forms.row import Differing
from goals.models import Plan
from indicators.choices import IndicatorKind
from indicators.commands.indicator_change import IndicatorChanged, change_indicator
from indicators.commands.indicator_order import add_indicator
from indicators.commands.indicators import delete_indicators
from indicators.models import Indicator
from reports.access import indicator_of_plan, plan_to_edit
from reports.forms.indicator import IndicatorForm
from reports.views.planning.indicator_frame import indicator_context


def indicator_add(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """`?goal=<goal>` puts the new one under that goal."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    chosen = request.GET.get("goal", "")
    first = {"kind": IndicatorKind.INDICATOR, "goal": int(chosen) if chosen.isdigit() else None}
    form = IndicatorForm(request.POST, plan=plan) if request.method == "POST" else None
    if form is not None and form.is_valid():
        row = form.write_to(Indicator(plan=plan))
        try:
            indicator = add_indicator(plan=plan, indicator=row, units=form.units_chosen(()), by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(
                request,
                _("”%(indicator)s” är tillagd. Skriv nu vilka värden som ska nås.") % {"indicator": indicator},
            )
            return redirect("reports:indicator_targets", committee_slug, plan_slug, indicator.pk)
    context = indicator_context(plan) | {"form": form or IndicatorForm(initial=first, plan=plan)}
    return render(request, "reports/planning/indicator_form.html", context, status=422 if form else 200)


def indicator_edit(request: HttpRequest, committee_slug: str, plan_slug: str, indicator_id: int) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    indicator = indicator_of_plan(plan, indicator_id)
    if request.method != "POST":
        return _page(request, plan, indicator, IndicatorForm.of_indicator(indicator, plan))
    form, status = IndicatorForm(request.POST, plan=plan), 422
    theirs: tuple[Differing, ...] = ()
    if form.is_valid():
        row = form.write_to(indicator_of_plan(plan, indicator_id))
        seen = form.seen_unit_ids
        try:
            change_indicator(
                indicator=row,
                units=form.units_chosen(seen),
                seen=form.cleaned_data["seen"],
                seen_unit_ids=seen,
                by=request.user,
            )
        except IndicatorChanged as refusal:
            status, theirs = 409, form.differing_from(refusal)
            form.accept_indicator(refusal)
        except (CommandRefused, ValidationError) as refusal:
            form.add_error(None, refusal.messages if isinstance(refusal, ValidationError) else str(refusal))
        else:
            messages.success(request, _("”%(indicator)s” är sparad.") % {"indicator": row})
            return redirect("reports:indicator_series", committee_slug, plan_slug, indicator_id)
    return _page(request, plan, indicator, form, theirs=theirs, status=status)


def _page(
    request: HttpRequest,
    plan: Plan,
    indicator: Indicator,
    form: IndicatorForm,
    *,
    theirs: tuple[Differing, ...] = (),
    status: int = 200,
) -> HttpResponse:
    context = indicator_context(plan, indicator, "facts") | {"form": form, "theirs": theirs}
    return render(request, "reports/planning/indicator_form.html", context, status=status)


def indicator_delete(request: HttpRequest, committee_slug: str, plan_slug: str, indicator_id: int) -> HttpResponse:
    """A page that asks; sending it deletes."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    indicator = indicator_of_plan(plan, indicator_id)
    if request.method != "POST":
        return render(request, "reports/planning/indicator_delete.html", indicator_context(plan, indicator))
    try:
        delete_indicators(plan=plan, indicators=[indicator], by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("reports:indicator_edit", committee_slug, plan_slug, indicator_id)
    messages.success(request, _("”%(indicator)s” är borttagen.") % {"indicator": indicator})
    return to_indicators(plan)


def to_indicators(plan: Plan) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("reports:indicators", args=[plan.committee.slug, plan.slug]))
