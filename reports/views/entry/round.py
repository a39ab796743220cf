"""`/rapportera/<round>/<unit>/`: all that a unit is asked for in a round, and handing it in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from followup.core.faults import CommandRefused, Locked
from followup.core.models import User
from reports.access import unit_to_report
from reports.commands.handing_in import hand_in_unit
from reports.views.entry.context.plan_then import plan_changes
from reports.views.entry.load import entry_page
from reports.views.entry.page import EntryPage


@require_safe
def entry(request: HttpRequest, round_id: int, unit_id: int) -> HttpResponse:
    round, unit = unit_to_report(request.user, round_id, unit_id)
    return _show(request, entry_page(round, unit, timezone.localdate(), only_left=only_left(request)))


@require_http_methods(["GET", "POST"])
def hand_in(request: HttpRequest, round_id: int, unit_id: int) -> HttpResponse:
    """Hand in the whole unit; a GET, such as after a reload, leads back to the page."""
    round, unit = unit_to_report(request.user, round_id, unit_id)
    if request.method == "GET":
        return redirect("reports:entry", round_id, unit_id)
    try:
        hand_in_unit(round=round, unit=unit, by=request.user)
    except CommandRefused as fault:
        page = entry_page(round, unit, timezone.localdate())
        page.problem = str(fault)
        return _show(request, page, status=423 if isinstance(fault, Locked) else 422)
    words = _("Tack! Svaren från %(unit)s är inlämnade för %(round)s.") % {"unit": unit.name, "round": round}
    messages.success(request, words)
    return redirect("reports:entry", round_id, unit_id)


def only_left(request: HttpRequest) -> bool:
    """Whether the list is narrowed to what is left, as the address says."""
    return request.GET.get("visa") == "kvar"


def _show(request: HttpRequest, page: EntryPage, status: int = 200) -> HttpResponse:
    place = page.place_of(request.user) if isinstance(request.user, User) else None
    changes = plan_changes(page.round, [page.unit])[page.unit.pk]
    context = {"page": page, "place": place, "plan_changes": changes, "municipality": page.round.committee.municipality}
    return render(request, "reports/entry/round.html", context, status=status)
