"""Reading in a plan workbook: sending it in, seeing what it would do, saying yes."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from followup.core.access import Capability, committees_where, may_somewhere
from followup.core.faults import NotAllowed
from followup.core.models import Committee, User
from reports.commands.plan_import import PlanChanged, changes_of
from reports.commands.plan_import.uploads import book_of, drop_upload, import_upload, keep_upload
from reports.forms.plan_upload import ConfirmForm, PlanUploadForm
from reports.models import PlanUpload
from reports.plan_book.book import BookFault, PlanBook
from reports.plan_book.compare import PlanChanges
from reports.views.planning.import_faults import shown_faults
from reports.views.planning.import_preview import PER_PAGE, changing_rows, shown_page, shown_sheets


@require_http_methods(["GET", "HEAD", "POST"])
def plan_import(request: HttpRequest) -> HttpResponse:
    by = _importer(request)
    form = PlanUploadForm(request.POST, request.FILES) if request.method == "POST" else PlanUploadForm()
    context: dict[str, Any] = {
        "form": form,
        "committees": _committees(by),
    }
    if form.is_valid():
        file = form.cleaned_data["book"]
        try:
            upload = keep_upload(content=file.read(), name=file.name, by=by)
        except BookFault as fault:
            context |= {"faults": shown_faults(fault.lines), "file_name": file.name}
        else:
            return redirect("reports:plan_import_preview", upload.pk)
    return render(request, "reports/planning/import.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_import_preview(request: HttpRequest, upload_id: int) -> HttpResponse:
    by = _importer(request)
    upload = PlanUpload.objects.filter(pk=upload_id, user=by).first()
    if upload is None:
        raise Http404
    if request.method != "POST":
        return _preview(request, upload, by)
    if "cancel" in request.POST:
        drop_upload(upload=upload, by=by)
        messages.info(request, _("Planboken är inte inläst. Inget har ändrats."))
        return redirect("reports:plan_import")
    form = ConfirmForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    try:
        imported = import_upload(upload=upload, expected_fingerprint=seen, by=by)
    except PlanChanged as refusal:
        return _preview(request, upload, by, refusal=str(refusal), status=409)
    except BookFault as fault:
        return _no_longer(request, upload, fault, by)
    messages.success(request, _("Planboken ”%(name)s” är inläst.") % {"name": upload.name})
    return redirect("reports:plan", imported.plan.committee.slug, imported.plan.slug)


def _importer(request: HttpRequest) -> User:
    if not (isinstance(request.user, User) and may_somewhere(request.user, Capability.EDIT_PLAN)):
        raise NotAllowed
    return request.user


def _committees(by: User) -> QuerySet[Committee]:
    return committees_where(by, Capability.EDIT_PLAN).select_related("municipality")


def _preview(request: HttpRequest, upload: PlanUpload, by: User, refusal: str = "", status: int = 200) -> HttpResponse:
    """All sheets, or all that changes in the one that `?blad=` names, page by page."""
    try:
        book = book_of(upload)
    except BookFault as fault:
        return _no_longer(request, upload, fault, by)
    changes = changes_of(book)
    context = _context(upload, book, changes) | {"refusal": refusal}
    sheet = changes.sheets.get(request.GET.get("blad", ""))
    if sheet is None:
        return render(request, "reports/planning/import_preview.html", context, status=status)
    page = Paginator(range(changing_rows(sheet)), PER_PAGE).get_page(request.GET.get("sida"))
    context |= {"sheet": shown_page(sheet, page.number), "page": page}
    return render(request, "reports/planning/import_sheet.html", context, status=status)


def _context(upload: PlanUpload, book: PlanBook, changes: PlanChanges) -> dict[str, Any]:
    return {
        "upload": upload,
        "title": book.plan.text("Plan"),
        "committee": f"{book.plan.text('Nämnd')}, {book.plan.text('Kommun')}",
        "is_new_plan": bool(changes.sheets["Plan"].new),
        "is_change": changes.is_change,
        "sheets": shown_sheets(changes),
        "warnings": changes.warnings,
        "form": ConfirmForm(initial={"seen": changes.fingerprint}),
    }


def _no_longer(request: HttpRequest, upload: PlanUpload, fault: BookFault, by: User) -> HttpResponse:
    """The workbook fitted when it was sent in, and does not now."""
    context = {
        "form": PlanUploadForm(),
        "faults": shown_faults(fault.lines),
        "file_name": upload.name,
        "committees": _committees(by),
    }
    return render(request, "reports/planning/import.html", context, status=409)
