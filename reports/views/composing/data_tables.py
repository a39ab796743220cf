"""A report's data tables: the list of them, a new one, taking one away."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from followup.core.faults import CommandRefused
from reports.access import report_to_edit
from reports.build.arithmetic import computed
from reports.build.loading.layout import tables_of
from reports.build.part_facts import TableFact
from reports.build.previous import report_before
from reports.commands.data_tables import add_table, delete_table, sections_showing, table_text
from reports.forms.new_table import NewTableForm
from reports.models import Report, Section


@dataclass(frozen=True, slots=True)
class TableLine:
    pk: int
    name: str
    unit_of_measure: str
    row_count: int
    sections: list[Section]


def table_name(fact: TableFact) -> str:
    """What the table is called where it stands alone: its title, else what heads its labels, else its Id."""
    return computed(fact).name


def data_tables(request: HttpRequest, report_id: int) -> HttpResponse:
    report = report_to_edit(request.user, report_id)
    showing = sections_showing(report)
    keys = dict(report.tables.values_list("key", "pk"))
    lines = [
        TableLine(keys[fact.key], table_name(fact), fact.unit_of_measure, len(fact.rows), showing.get(fact.key, []))
        for fact in tables_of(report)
    ]
    return render(request, "reports/composing/data_tables.html", _context(report) | {"lines": lines})


def data_table_add(request: HttpRequest, report_id: int) -> HttpResponse:
    """What it is called and begins with; its rows are then written in the grid."""
    report = report_to_edit(request.user, report_id)
    before = report_before(report)
    earlier = list(before.tables.order_by("position", "pk")) if before else []
    form = NewTableForm(request.POST if request.method == "POST" else None, earlier=earlier)
    if form.is_valid():
        source = form.copied_from
        text = form.text(table_text(source) if source else None)
        try:
            table = add_table(report=report, text=text, key=source.key if source else "", by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Tabellen ”%(table)s” är tillagd.") % {"table": table})
            return redirect("reports:data_table", report.pk, table.pk)
    status = 422 if form.is_bound else 200
    return render(request, "reports/composing/data_table_add.html", _context(report) | {"form": form}, status=status)


def data_table_delete(request: HttpRequest, report_id: int, table_id: int) -> HttpResponse:
    """A page that asks; sending it deletes. A table that a section shows is kept."""
    report = report_to_edit(request.user, report_id)
    table = get_object_or_404(report.tables, pk=table_id)
    sections = sections_showing(report).get(table.key, [])
    if request.method != "POST":
        context = _context(report) | {"table": table, "sections": sections}
        return render(request, "reports/composing/data_table_delete.html", context)
    try:
        delete_table(table=table, by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Tabellen ”%(table)s” är borttagen.") % {"table": table})
    return redirect("reports:data_tables", report.pk)


def _context(report: Report) -> dict[str, object]:
    return {"report": report, "municipality": report.committee.municipality}
