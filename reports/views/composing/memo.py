"""The memo that carries a report to the committee: writing it, and its PDF."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from reports.access import report_to_edit
from reports.build.memo import build_memo
from reports.commands.official_memo import MemoChanged, write_memo
from reports.forms.official_memo import OfficialMemoForm
from reports.models import OfficialMemo, Report
from reports.render.formats import Format
from reports.render.memo import render_memo
from reports.views.composing.memo_difference import MemoDifference, memo_difference
from reports.views.policies import let_viewer_through


@require_http_methods(["GET", "HEAD", "POST"])
def official_memo(request: HttpRequest, report_id: int) -> HttpResponse:
    """The form, where there is no memo filled in with a suggestion."""
    report = report_to_edit(request.user, report_id)
    memo = _memo_of(report)
    if request.method != "POST":
        form = OfficialMemoForm.of(memo) if memo else OfficialMemoForm.suggested(report, request.user)
        return _page(request, report, memo, form)
    form = OfficialMemoForm(request.POST)
    status, differs = 422, None
    if form.is_valid():
        try:
            write_memo(report=report, text=form.text(), version=form.cleaned_data["version"], by=request.user)
        except MemoChanged as refusal:
            memo, status, differs = refusal.current, 409, memo_difference(refusal.current, form.text())
            form.accept(refusal.current)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Tjänsteskrivelsen är sparad."))
            return redirect("reports:official_memo", report.pk)
    return _page(request, report, memo, form, differs=differs, status=status)


@require_safe
@cache_control(private=True, no_store=True)
def official_memo_pdf(request: HttpRequest, report_id: int) -> HttpResponse:
    """The memo as it is saved, shown in the browser; to the form where nothing is saved."""
    report = report_to_edit(request.user, report_id)
    memo = _memo_of(report)
    if memo is None:
        return redirect("reports:official_memo", report.pk)
    response = HttpResponse(render_memo(build_memo(memo)), content_type=Format.PDF.content_type)
    response["Content-Disposition"] = f'inline; filename="{report.slug}-tjansteskrivelse.pdf"'
    let_viewer_through(response)
    return response


def _memo_of(report: Report) -> OfficialMemo | None:
    memo = OfficialMemo.objects.filter(report=report).first()
    if memo is not None:
        memo.report = report
    return memo


def _page(
    request: HttpRequest,
    report: Report,
    memo: OfficialMemo | None,
    form: OfficialMemoForm,
    *,
    differs: MemoDifference | None = None,
    status: int = 200,
) -> HttpResponse:
    """`differs` tells what was typed from what another person has saved meanwhile."""
    context = {
        "report": report,
        "municipality": report.committee.municipality,
        "memo": memo,
        "form": form,
        "differs": differs,
    }
    return render(request, "reports/memo/page.html", context, status=status)
