"""The rounds that a person follows."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tables2 import RequestConfig

from followup.core.access import Capability, may_somewhere
from reports.models import Round
from reports.views.overview.table import RoundFilter, RoundTable

PER_PAGE = 25


def rounds(request: HttpRequest) -> HttpResponse:
    """Every round of the committees that the person follows, newest first."""
    if not may_somewhere(request.user, Capability.FOLLOW_ROUND):
        raise PermissionDenied(_("Du följer inga uppföljningar."))
    followed = Round.objects.followed_by(request.user).select_related("committee__municipality").newest_first()
    found = RoundFilter(request.GET or None, queryset=followed, request=request)
    table = RoundTable(found.qs, today=timezone.localdate())
    RequestConfig(request, paginate=False).configure(table)
    table.show_page(request.GET.get("page"), PER_PAGE)
    return render(
        request,
        "reports/overview/rounds.html",
        {
            "filter": found,
            "table": table,
            "is_empty": not table.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in found.filters),
        },
    )
