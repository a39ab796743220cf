"""The list of the plans that one sets up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from followup.core.access import Capability, committees_where, may_somewhere
from followup.core.counting import count_of
from followup.core.faults import NotAllowed
from goals.models import Goal, Plan
from indicators.models import Indicator
from reports.views.listing.page import list_page
from reports.views.planning.plan_table import PlanFilter, PlanTable


@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    if not may_somewhere(request.user, Capability.EDIT_PLAN):
        raise NotAllowed
    mine = Plan.objects.edited_by(request.user).select_related("committee__municipality").newest_first()
    counted = mine.annotate(
        goal_count=count_of(Goal.objects.all(), "plan"), indicator_count=count_of(Indicator.objects.all(), "plan")
    )
    committees = committees_where(request.user, Capability.EDIT_PLAN).select_related("municipality")
    chosen = PlanFilter(request.GET, queryset=counted, committees=committees)
    shown = list_page(request, PlanTable, chosen, name="planer", left_out=chosen.left_out)
    if isinstance(shown, HttpResponse):
        return shown
    return render(request, "reports/planning/list.html", {"list": shown})
