"""The grid where a data table is written: computed and checked as it is typed, saved whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from reports.access import report_to_edit
from reports.build.arithmetic import computed
from reports.build.part_facts import TableFact
from reports.choices import ReportPart, RowKind
from reports.commands.data_tables import (
    TableChanged,
    TableRefused,
    TableText,
    add_table,
    change_table,
    sections_showing,
    table_text,
)
from reports.commands.report_rows import MOST_CELLS
from reports.commands.table_faults import MOST_ROWS, CellPlace
from reports.forms.data_table import DataTableForm
from reports.forms.table_echo import with_sums
from reports.forms.table_shape import ShapeFault, Step, squared, stepped
from reports.models import DataTable, Report
from reports.views.composing.others import others_in

FILL_SUMS = "fill_sums"

_DONE = {
    Step.ROW_ABOVE: gettext_lazy("En rad är tillagd."),
    Step.ROW_BELOW: gettext_lazy("En rad är tillagd."),
    Step.ROW_UP: gettext_lazy("Raden är flyttad."),
    Step.ROW_DOWN: gettext_lazy("Raden är flyttad."),
    Step.ROW_REMOVE: gettext_lazy("Raden är borttagen."),
    Step.COLUMN_BEFORE: gettext_lazy("En kolumn är tillagd."),
    Step.COLUMN_AFTER: gettext_lazy("En kolumn är tillagd."),
    Step.COLUMN_LEFT: gettext_lazy("Kolumnen är flyttad."),
    Step.COLUMN_RIGHT: gettext_lazy("Kolumnen är flyttad."),
    Step.COLUMN_REMOVE: gettext_lazy("Kolumnen är borttagen."),
}


@dataclass(slots=True)
class _Answer:
    """What the page says of a grid that was sent: it is not saved, and why."""

    form: DataTableForm
    status: int = 200
    said: str = ""
    problems: list[str] = field(default_factory=list)
    faults: Mapping[CellPlace, str] = field(default_factory=dict)
    theirs: TableText | None = None


def data_table(request: HttpRequest, report_id: int, table_id: int) -> HttpResponse:
    """The whole table. A step in its shape is shown and not saved; only saving saves."""
    report = report_to_edit(request.user, report_id)
    table = DataTable.objects.filter(report=report, pk=table_id).select_related("report").first()
    if request.method == "POST":
        form = DataTableForm.typed(request.POST)
        asked = request.POST.get("do", "")
        answer = _step(form, asked) if asked else _save(request, report, table, form)
        return answer if isinstance(answer, HttpResponse) else _page(request, report, table, answer)
    if table is None:
        raise Http404
    return _page(request, report, table, _Answer(DataTableForm.of(table_text(table))))


@require_POST
def data_table_echo(request: HttpRequest, report_id: int) -> HttpResponse:
    """What follows from what is typed: `cells`, by their names, with `words` and whether it is `trouble`."""
    report_to_edit(request.user, report_id)
    said = DataTableForm.typed(request.POST).echoes()
    return JsonResponse(
        {"cells": {name: {"words": each.words, "trouble": each.is_trouble} for name, each in said.items()}}
    )


def _step(form: DataTableForm, asked: str) -> _Answer:
    if asked == FILL_SUMS:
        rows = squared(with_sums(form.rows), form.width)
        said = _("Tomma summor är ifyllda.") if rows != form.rows else _("Det finns inga tomma summor att fylla i.")
        return _Answer(replace(form, rows=rows), said=said)
    if asked not in set(Step):
        return _Answer(form, said=_("Tabellen är omräknad."))
    try:
        rows, row, column = stepped(form.rows, Step(asked), form.row, form.column)
    except ShapeFault as fault:
        return _Answer(form, status=422, problems=[str(fault)])
    return _Answer(replace(form, rows=rows, row=row, column=column), said=str(_DONE[Step(asked)]))


def _save(
    request: HttpRequest, report: Report, table: DataTable | None, form: DataTableForm
) -> _Answer | HttpResponseRedirect:
    try:
        if table is None and form.seen:
            raise DataTable.DoesNotExist
        if table is None:
            table = add_table(report=report, text=form.text, by=request.user)
        else:
            change_table(table=table, text=form.text, seen=form.seen, by=request.user)
    except DataTable.DoesNotExist:
        message = _("Någon annan har tagit bort tabellen under tiden. Sparar du igen läggs den till på nytt.")
        return _Answer(replace(form, seen=""), status=409, problems=[message])
    except TableChanged as refusal:
        seen = refusal.current.fingerprint
        return _Answer(replace(form, seen=seen), status=409, theirs=refusal.current)
    except TableRefused as refusal:
        return _Answer(form, status=422, faults=refusal.faults, problems=[str(refusal)])
    except ValidationError as refusal:
        return _Answer(form, status=422, problems=refusal.messages)
    messages.success(request, _("Tabellen ”%(table)s” är sparad.") % {"table": table})
    return redirect("reports:data_table", report.pk, table.pk)


def _page(request: HttpRequest, report: Report, table: DataTable | None, answer: _Answer) -> HttpResponse:
    form = answer.form
    context = {
        "report": report,
        "municipality": report.committee.municipality,
        "table": table,
        "name": computed(TableFact(table.key if table else "", form.title, "", form.rows)).name,
        "form": form,
        "answer": answer,
        "rows": form.shown(answer.faults, answer.theirs),
        "headings": form.headings(),
        "kinds": [(kind.value, capfirst(kind.label)) for kind in RowKind],
        "is_unsaved": request.method == "POST",
        "is_too_long": len(form.rows) > MOST_ROWS,
        "most_rows": MOST_ROWS,
        "most_columns": MOST_CELLS,
        "sections": sections_showing(report).get(table.key, []) if table else [],
        "theirs": squared(answer.theirs.rows) if answer.theirs else (),
        "also_here": _also_here(request, table) if table else "",
    }
    return render(request, "reports/composing/data_table.html", context, status=answer.status)


def _also_here(request: HttpRequest, table: DataTable) -> str:
    return others_in(table.report, request.user, timezone.now()).also_at(ReportPart.DATA_TABLE, table.pk)
