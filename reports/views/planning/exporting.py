"""The plan workbook out: an empty one to fill in, and a plan as it is."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from followup.core.access import Capability, may_somewhere
from followup.core.faults import NotAllowed
from reports.access import plan_to_edit
from reports.plan_book.stored import stored_book
from reports.plan_book.writing import template_workbook, write_workbook

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def plan_template(request: HttpRequest) -> HttpResponse:
    if not may_somewhere(request.user, Capability.EDIT_PLAN):
        raise NotAllowed
    return _download(template_workbook(), "planbok-mall.xlsx")


@require_safe
def plan_export(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    return _download(write_workbook(stored_book(plan)), f"{committee_slug}-{plan_slug}.xlsx")


def _download(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f"attachment; filename={quote(name)}"}
    return HttpResponse(content, content_type=_XLSX, headers=headers)
