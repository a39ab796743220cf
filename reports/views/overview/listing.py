"""The rounds that a person follows."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import Capability, committees_where, may_somewhere
from reports.models import Round
from reports.views.listing.page import list_page
from reports.views.overview.filters import RoundFilter
from reports.views.overview.table import RoundTable


def rounds(request: HttpRequest) -> HttpResponse:
    """Every round of the committees that the person follows, newest first."""
    if not may_somewhere(request.user, Capability.FOLLOW_ROUND):
        raise PermissionDenied(_("Du följer inga uppföljningar."))
    followed = Round.objects.followed_by(request.user).select_related("committee__municipality").newest_first()
    committees = committees_where(request.user, Capability.FOLLOW_ROUND, in_any_unit=True)
    chosen = RoundFilter(request.GET, queryset=followed, committees=committees.select_related("municipality"))
    today = timezone.localdate()
    shown = list_page(request, RoundTable, chosen, name="uppfoljningar", left_out=chosen.left_out, today=today)
    if isinstance(shown, HttpResponse):
        return shown
    return render(request, "reports/overview/rounds.html", {"list": shown})
