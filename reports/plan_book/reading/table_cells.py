"""Cells of a table's computation row, where a formula is what is meant and not its value."""

from collections.abc import Mapping
from typing import Any

from reports.choices import RowKind
from reports.plan_book import words
from reports.plan_book.faults import CellFault
from reports.plan_book.reading.raw import Formula, Raw
from reports.plan_book.reading.source import SheetSource
from reports.plan_book.reading.values import as_text
from reports.plan_book.sheets import CELLS


def cells_of_row(source: SheetSource, cells: Mapping[Any, Raw]) -> Mapping[Any, Raw]:
    """The row with its computations as text without `=`; other rows as they are."""
    try:
        kind = words.ROW_KINDS.get(as_text(cells.get(source.keys.get("Rad"), "")).lower())
    except CellFault:
        return cells
    if kind != RowKind.COMPUTATION:
        return cells
    written = dict(cells)
    for key in (source.keys[heading] for heading in CELLS if heading in source.keys):
        raw = written.get(key)
        if isinstance(raw, Formula) and raw.text:
            raw = raw.text
        if isinstance(raw, str):
            written[key] = raw.strip().removeprefix("=").strip()
    return written
