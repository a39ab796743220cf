"""What hinders a data table from being saved: told cell by cell, with what is allowed. Pure."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from reports.build.arithmetic import ExpressionFault, parse_expression
from reports.build.part_facts import TableRowFact
from reports.choices import RowKind
from reports.commands.report_rows import MOST_CELLS
from reports.plan_book.rules.tables import is_computation

MOST_ROWS = 400
LONGEST_TEXT = 2000

CellPlace = tuple[int, int]
"""The row's place from 0, and its column from 1; 0 is the label."""


def faults_in(rows: Sequence[TableRowFact]) -> dict[CellPlace, str]:
    return dict(_faults(rows))


def _faults(rows: Sequence[TableRowFact]) -> Iterator[tuple[CellPlace, str]]:
    if len(rows) > MOST_ROWS:
        yield (MOST_ROWS, 0), _("En tabell har högst %(most)d rader.") % {"most": MOST_ROWS}
    for place, row in enumerate(rows):
        if len(row.cells) > MOST_CELLS:
            yield (place, MOST_CELLS), _("En rad har högst %(most)s celler.") % {"most": MOST_CELLS}
        for column, text in enumerate((row.label, *row.cells[:MOST_CELLS])):
            if fault := _fault(row.kind, column, text):
                yield (place, column), fault


def _fault(kind: str, column: int, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        return _("Texten är %(over)d tecken för lång. Högst %(most)d får plats.") % {
            "over": len(text) - LONGEST_TEXT,
            "most": LONGEST_TEXT,
        }
    if any(ord(sign) < ord(" ") and sign not in "\n\t" for sign in text):
        return _("Texten innehåller ett tecken som inte går att visa. Skriv om den.")
    if kind == RowKind.COMPUTATION and column and text:
        return _computation_fault(text)
    return ""


def _computation_fault(text: str) -> str:
    try:
        parse_expression(text)
    except ExpressionFault as fault:
        return str(fault)
    if not is_computation(text):
        return _("”%(text)s” läses som ett datum. Skriv en uträkning med kolumnernas nummer, till exempel 1-2.") % {
            "text": text
        }
    return ""
