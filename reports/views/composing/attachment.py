"""Writing an attachment: a new one, or one that stands there."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from reports.access import report_to_edit
from reports.commands.attachments import AttachmentChanged, add_attachment, change_attachment, file_of
from reports.forms.attachment import AttachmentForm
from reports.models import Attachment, Report
from reports.views.composing.attachments import context_of


def attachment_add(request: HttpRequest, report_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    form = AttachmentForm(request.POST, request.FILES) if request.method == "POST" else AttachmentForm()
    if form.is_valid():
        try:
            attachment = add_attachment(report=report, by=request.user, **form.values())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Bilagan ”%(attachment)s” är tillagd sist.") % {"attachment": attachment})
            return redirect("reports:attachments", report.pk)
    return _page(request, report, form, status=422 if form.is_bound else 200)


def attachment_edit(request: HttpRequest, report_id: int, attachment_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    attachment = get_object_or_404(report.attachments.select_related("file"), pk=attachment_id)
    if request.method != "POST":
        return _page(request, report, AttachmentForm.of(attachment), attachment=attachment)
    form = AttachmentForm(request.POST, request.FILES, has_file=file_of(attachment) is not None)
    status, theirs = 422, None
    if form.is_valid():
        try:
            change_attachment(
                attachment=attachment,
                removes_file=bool(form.cleaned_data.get("removes_file")),
                seen=form.cleaned_data["seen"],
                by=request.user,
                **form.values(),
            )
        except AttachmentChanged as refusal:
            status, theirs = 409, refusal.current
            form.accept(theirs)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Bilagan ”%(attachment)s” är sparad.") % {"attachment": attachment})
            return redirect("reports:attachments", report.pk)
    return _page(request, report, form, attachment=attachment, theirs=theirs, status=status)


def _page(
    request: HttpRequest,
    report: Report,
    form: AttachmentForm,
    *,
    attachment: Attachment | None = None,
    theirs: Attachment | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form of `attachment`, or of a new one; `theirs` is what another person has saved meanwhile."""
    context = context_of(report) | {
        "form": form,
        "attachment": attachment,
        "file": file_of(attachment) if attachment else None,
        "theirs": theirs,
        "theirs_file": file_of(theirs) if theirs else None,
    }
    return render(request, "reports/composing/attachment.html", context, status=status)
