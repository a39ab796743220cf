"""A plan's indicators: the list, and their order."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from followup.core.faults import CommandRefused
from goals.models import Plan
from indicators.commands.indicator_order import exchange_indicators
from indicators.models import Indicator, Measurement
from reports.access import indicator_of_plan, plan_to_edit
from reports.views.listing.page import list_page
from reports.views.planning.frame import plan_context
from reports.views.planning.indicator_filter import IndicatorFilter
from reports.views.planning.indicator_parts import indicator_parts
from reports.views.planning.indicator_table import IndicatorTable


@require_safe
def indicators(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """The list. Its queries do not grow with the indicators."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    every = Indicator.objects.filter(plan=plan).in_goal_order().select_related("goal")
    chosen = IndicatorFilter(request.GET, queryset=every.with_newest(Measurement.objects.all()), plan=plan)
    name = f"{plan.committee.slug}-{plan.slug}-indikatorer"
    shown = list_page(request, IndicatorTable, chosen, name=name, plan=plan, today=timezone.localdate())
    if isinstance(shown, HttpResponse):
        return shown
    table = cast(IndicatorTable, shown.table)
    chosen.offer(table.units, table.goals)
    return render(request, "reports/planning/indicators.html", plan_context(plan, "indicators") | {"list": shown})


@require_safe
def indicator_order(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """All indicators under their goals, to be moved."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    context = plan_context(plan, "indicators") | {"parts": indicator_parts(plan)}
    return render(request, "reports/planning/indicator_order.html", context)


@require_POST
def indicator_move(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """Move one a step among those of its goal: the pressed button says `<indicator>:up` or `<indicator>:down`."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    key, _colon, direction = request.POST.get("move", "").partition(":")
    if not key.isdigit() or direction not in {"up", "down"}:
        return HttpResponse(_("Ange vad som ska flyttas och åt vilket håll."), status=422, content_type="text/plain")
    indicator = indicator_of_plan(plan, int(key))
    try:
        said = _step(plan, indicator, direction, request)
    except CommandRefused as refusal:
        said = str(refusal)
    if request.htmx:  # type: ignore[attr-defined]  # set by the middleware
        context = plan_context(plan, "indicators") | {"parts": indicator_parts(plan), "said": said}
        return render(request, "reports/planning/_indicator_order.html", context)
    messages.info(request, said)
    address = reverse("reports:indicator_order", args=[committee_slug, plan_slug])
    return HttpResponseRedirect(f"{address}#indikator-{indicator.pk}")


def _step(plan: Plan, indicator: Indicator, direction: str, request: HttpRequest) -> str:
    among = list(Indicator.objects.filter(plan=plan, goal=indicator.goal_id).in_plan_order())
    at = among.index(indicator)
    to = at + (1 if direction == "down" else -1)
    if to < 0:
        return _("”%(indicator)s” står redan först.") % {"indicator": indicator}
    if to == len(among):
        return _("”%(indicator)s” står redan sist.") % {"indicator": indicator}
    exchange_indicators(indicator=indicator, neighbour=among[to], by=request.user)
    return _("”%(indicator)s” är flyttad.") % {"indicator": indicator}
