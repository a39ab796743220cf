"""The rows of a sheet: each cell to its canonical value, required ones filled."""

from typing import Any

from django.utils.translation import gettext as _

from reports.plan_book.book import BookRow, RowValues, Value
from reports.plan_book.columns import Column
from reports.plan_book.faults import CellFault, Faults
from reports.plan_book.reading.long_texts import LongTexts
from reports.plan_book.reading.own_values import OWN_CONVERTERS
from reports.plan_book.reading.source import SheetSource
from reports.plan_book.reading.table_cells import cells_of_row
from reports.plan_book.reading.values import Convert, as_yes, converter, empty_of
from reports.plan_book.sheets import BY_NAME, REMOVE, TABLES


def read_rows(source: SheetSource, faults: Faults, long_texts: LongTexts) -> tuple[BookRow, ...]:
    """The rows that hold something, in order. A row to be removed needs only what tells it from others."""
    sheet = source.sheet
    missing = [column for column in sheet.columns if column.required and column.heading not in source.keys]
    columns = [column for column in sheet.columns if column.heading in source.keys]
    order = {column.heading: place for place, column in enumerate(columns)}
    readings: list[tuple[Any, Column, Convert, Value]] = [
        (
            source.keys[column.heading],
            column,
            OWN_CONVERTERS.get((sheet.name, column.heading)) or converter(column, long_texts),
            empty_of(column),
        )
        for column in columns
    ]
    removes_key = source.keys.get(REMOVE)
    rows: list[BookRow] = []
    for number, given in source.rows:
        cells = cells_of_row(source, given) if sheet is TABLES else given
        values: list[Value] = []
        is_blank = True
        blamed: list[tuple[str, str]] = []
        for key, column, convert, empty in readings:
            raw = cells.get(key)
            value = empty
            if raw is not None:
                try:
                    value = convert(raw)
                except CellFault as fault:
                    blamed.append((column.heading, str(fault)))
            if value != empty:
                is_blank = False
            values.append(value)
        removes = False
        if removes_key is not None and (raw := cells.get(removes_key)) is not None:
            try:
                removes = as_yes(raw)
            except CellFault as fault:
                blamed.append((REMOVE, str(fault)))
        if is_blank and not blamed and not removes:
            continue
        row = BookRow(sheet.name, RowValues(order, tuple(values)), number, source.columns, removes)
        for heading, message in blamed:
            faults.at(row, heading, message)
        _demand(row, readings, faults)
        rows.append(row)
    for column in missing:
        if any(_needs(row, column) for row in rows):
            faults.add(source.head, _column_is_missing(column))
    return tuple(rows)


def _demand(row: BookRow, readings: list[tuple[Any, Column, Convert, Value]], faults: Faults) -> None:
    for _key, column, _convert, empty in readings:
        if (
            column.required
            and row.values[column.heading] == empty
            and not faults.spoils(row, column.heading)
            and _needs(row, column)
        ):
            faults.at(row, column.heading, must_be_filled(column))


def _needs(row: BookRow, column: Column) -> bool:
    """Of a row to be removed only what tells it from others."""
    return not row.removes or column.heading in BY_NAME[row.sheet].key


def must_be_filled(column: Column) -> str:
    if column.words:
        return _("%(heading)s måste fyllas i. Tillåtna ord: %(allowed)s.") % {
            "heading": column.heading,
            "allowed": ", ".join(column.words),
        }
    return _("%(heading)s måste fyllas i.") % {"heading": column.heading}


def _column_is_missing(column: Column) -> str:
    return _("kolumnen %(heading)s saknas. Den måste finnas och vara ifylld på varje rad.") % {
        "heading": column.heading
    }
