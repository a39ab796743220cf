"""Noting what the committee decided about a published version."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from followup.core.faults import CommandRefused
from reports.choices import DecisionOutcome
from reports.commands.adoption import record_decision
from reports.forms.decision import DecisionForm
from reports.models import Publication
from reports.views.composing.publishing import report_to_publish
from reports.views.composing.version import published_version


@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, report_id: int, version: int) -> HttpResponse:
    report = report_to_publish(request.user, report_id)
    publication = published_version(report, version)
    standing = list(publication.decisions.standing())
    form = DecisionForm(request.POST or None, standing=standing)
    refusal = ""
    if form.is_valid():
        try:
            _record(request, publication, form)
        except (CommandRefused, ValidationError) as fault:
            refusal = fault.messages[0] if isinstance(fault, ValidationError) else str(fault)
        else:
            messages.success(
                request, _("Nämndens beslut om version %(version)s är registrerat.") % {"version": version}
            )
            return redirect("reports:composer", report.pk)
    context: dict[str, Any] = {
        "report": report,
        "municipality": report.committee.municipality,
        "shown": publication,
        "decisions": standing,
        "form": form,
        "refusal": refusal,
    }
    status = 409 if refusal else 422 if form.is_bound else 200
    return render(request, "reports/composing/decision.html", context, status=status)


def _record(request: HttpRequest, publication: Publication, form: DecisionForm) -> None:
    data = form.cleaned_data
    record_decision(
        publication=publication,
        outcome=DecisionOutcome(data["outcome"]),
        decided_on=data["decided_on"],
        paragraph=data["paragraph"],
        reason=data["reason"],
        replaces=form.replaced,
        today=timezone.localdate(),
        by=request.user,
    )
