"""A report's attachments: the list, their order, taking one away, and the file of a draft."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from reports.access import report_to_edit
from reports.choices import SectionKind
from reports.commands.attachments import delete_attachment, move_attachment
from reports.commands.section_order import Direction
from reports.models import AttachmentFile, Report
from reports.views.attached import file_response


def attachments(request: HttpRequest, report_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    listed = report.attachments.order_by("position", "pk").select_related("file")
    shows = report.sections.filter(kind=SectionKind.ATTACHMENTS, is_hidden=False).exists()
    context = context_of(report) | {"attachments": list(listed), "is_shown": shows}
    return render(request, "reports/composing/attachments.html", context)


@require_POST
def attachment_move(request: HttpRequest, report_id: int, attachment_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    attachment = get_object_or_404(report.attachments, pk=attachment_id)
    direction = request.POST.get("direction", "")
    if direction not in set(Direction):
        return HttpResponse(_("Ange åt vilket håll bilagan ska flyttas."), status=422, content_type="text/plain")
    move_attachment(attachment=attachment, direction=Direction(direction), by=request.user)
    messages.success(request, _("”%(attachment)s” är flyttad.") % {"attachment": attachment})
    return redirect("reports:attachments", report.pk)


def attachment_delete(request: HttpRequest, report_id: int, attachment_id: int) -> HttpResponse:
    """A page that asks; sending it deletes."""
    report = report_to_edit(request.user, report_id)
    attachment = get_object_or_404(report.attachments, pk=attachment_id)
    if request.method != "POST":
        context = context_of(report) | {"attachment": attachment}
        return render(request, "reports/composing/attachment_delete.html", context)
    delete_attachment(attachment=attachment, by=request.user)
    messages.success(request, _("Bilagan ”%(attachment)s” är borttagen.") % {"attachment": attachment})
    return redirect("reports:attachments", report.pk)


@require_safe
@cache_control(private=True, no_store=True)
def draft_file(request: HttpRequest, report_id: int, name: str) -> HttpResponseBase:
    """The file as it is attached now, where the draft's page links to it."""
    report = report_to_edit(request.user, report_id)
    file = get_object_or_404(AttachmentFile, attachment__report=report, name=name)
    return file_response(file, name=file.name, content_type=file.content_type)


def context_of(report: Report) -> dict[str, Any]:
    return {"report": report, "municipality": report.committee.municipality}
