"""Making a report of a round."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.access import round_to_follow
from reports.commands import new_report


@require_POST
def create_report(request: HttpRequest, round_id: int) -> HttpResponse:
    """An unpublished report of the round is gone on with instead, so that a double click makes no twins."""
    round = round_to_follow(request.user, round_id)
    unpublished = round.reports.edited_by(request.user).filter(publications__isnull=True).order_by("pk").first()
    if unpublished is not None:
        messages.info(request, _("Uppföljningen har redan en rapport som inte är publicerad. Här är den."))
        return redirect("reports:composer", unpublished.pk)
    report = new_report.create_report(round=round, by=request.user)
    messages.success(request, _("Rapporten är skapad. Skriv inledningen och se vad som saknas."))
    return redirect("reports:composer", report.pk)
