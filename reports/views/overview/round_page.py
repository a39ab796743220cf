"""A round's page: goals by units, and what is done with the round as a whole."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from followup.core.access import Capability, may
from followup.core.faults import CommandRefused, Locked
from followup.core.models import Unit
from reports.access import round_to_control, round_to_follow
from reports.choices import RoundState
from reports.commands import decisions
from reports.commands import rounds as commands
from reports.forms.decisions import ReopenForm
from reports.models import Round
from reports.views.composing.filters import DRAFT
from reports.views.overview.reminding import latest_reminder
from reports.views.overview.round_head import head_of
from reports.views.overview.round_reports import reports_of
from reports.views.overview.round_results import results_context
from reports.views.overview.ways_back import came_from_unit, to_unit


@require_safe
def round_overview(request: HttpRequest, round_id: int) -> HttpResponse:
    return _page(request, round_to_follow(request.user, round_id))


@require_POST
def open_round(request: HttpRequest, round_id: int) -> HttpResponse:
    """Opens a planned round, or a closed one again, which takes a reason."""
    round = round_to_control(request.user, round_id)
    form = ReopenForm(request.POST)
    if round.state == RoundState.CLOSED and not form.is_valid():
        return _page(request, round, reopen_form=form, status=422)
    try:
        commands.open_round(round=round, reason=request.POST.get("reason", ""), by=request.user)
    except CommandRefused as refusal:
        return _page(request, round, fault=str(refusal), reopen_form=form, status=409)
    messages.success(request, _("Uppföljningen är öppen. Enheterna kan svara."))
    return redirect("reports:round", round.pk)


@require_POST
def close_round(request: HttpRequest, round_id: int) -> HttpResponse:
    round = round_to_control(request.user, round_id)
    try:
        commands.close_round(round=round, by=request.user)
    except CommandRefused as refusal:
        return _page(request, round, fault=str(refusal), status=409)
    messages.success(request, _("Uppföljningen är stängd. Den tar inte emot fler svar."))
    return redirect("reports:round", round.pk)


@require_POST
def approve_unit(request: HttpRequest, round_id: int, unit_id: int) -> HttpResponse:
    """Approves all that the unit has marked ready."""
    round = round_to_follow(request.user, round_id)
    unit = get_object_or_404(Unit, pk=unit_id, committee_id=round.committee_id)
    try:
        count = decisions.approve_unit(round=round, unit=unit, by=request.user)
    except CommandRefused as refusal:
        return _page(request, round, fault=str(refusal), status=423 if isinstance(refusal, Locked) else 409)
    messages.success(
        request,
        ngettext("%(count)d svar från %(unit)s är godkänt.", "%(count)d svar från %(unit)s är godkända.", count)
        % {"count": count, "unit": unit.code},
    )
    return to_unit(round, unit) if came_from_unit(request) else redirect("reports:round", round.pk)


def _page(
    request: HttpRequest,
    round: Round,
    *,
    fault: str = "",
    reopen_form: ReopenForm | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    head = head_of(round, today)
    controls = may(request.user, Capability.CONTROL_ROUND, round.committee)
    edits_reports = may(request.user, Capability.EDIT_REPORT, round.committee)
    reports = reports_of(round) if edits_reports else []
    context = results_context(request, round, head, today) | {
        "municipality": round.committee.municipality,
        "controls": controls,
        "reminded": latest_reminder(round) if controls else None,
        "edits_reports": edits_reports,
        "reports": reports,
        "has_draft": any(report.state == DRAFT for report in reports),
        "reopen_form": reopen_form or ReopenForm(),
        "fault": fault,
    }
    return render(request, "reports/overview/round.html", context, status=status)
