"""The sheet Plan, a field a row, as one row with the fields for headings."""

from django.utils.translation import gettext as _

from reports.plan_book.book import BookRow, RowValues, Value
from reports.plan_book.faults import CellFault, Faults
from reports.plan_book.reading.headings import matched
from reports.plan_book.reading.long_texts import LongTexts
from reports.plan_book.reading.own_values import OWN_CONVERTERS
from reports.plan_book.reading.raw import Raw
from reports.plan_book.reading.rows import must_be_filled
from reports.plan_book.reading.source import SheetSource
from reports.plan_book.reading.texts import shortened
from reports.plan_book.reading.values import as_text, converter, empty_of
from reports.plan_book.sheets import FIELD, PLAN, VALUE


def fields_of(source: SheetSource, faults: Faults, warnings: list[str]) -> tuple[dict[str, Raw | None], dict[str, str]]:
    """The cell of each field that the sheet has, None for an empty one, and where it stands (`B4`)."""
    names = {matched(column.heading): column.heading for column in PLAN.columns}
    given: dict[str, Raw | None] = {}
    places: dict[str, str] = {}
    for number, cells in source.rows:
        try:
            text = as_text(cells.get(source.keys.get(FIELD), ""))
        except CellFault as fault:
            faults.add(source.place(number, FIELD), str(fault))
            continue
        if not text:
            continue
        field = names.get(matched(text)) or names.get(matched(text.rstrip("*: ")))
        if field is None:
            warnings.append(
                _("%(place)s: fältet ”%(field)s” är okänt och läses inte.")
                % {"place": source.place(number, FIELD), "field": shortened(text)}
            )
        elif field in given:
            faults.add(
                source.place(number, FIELD),
                _("fältet %(field)s står redan i %(cell)s. Varje fält får stå en gång.")
                % {"field": field, "cell": places[field]},
            )
        else:
            given[field] = cells.get(source.keys.get(VALUE))
            places[field] = f"{source.columns.get(VALUE, '')}{number}"
    return given, places


def read_plan(
    given: dict[str, Raw | None], places: dict[str, str], head: str, faults: Faults, long_texts: LongTexts
) -> BookRow:
    """The row; what it must hold and does not is a fault. `places` is empty for a fixture, `head` as in SheetSource."""
    columns = [column for column in PLAN.columns if column.heading in given]
    values: list[Value] = []
    blamed: list[tuple[str, str]] = []
    for column in columns:
        convert = OWN_CONVERTERS.get((PLAN.name, column.heading)) or converter(column, long_texts)
        try:
            raw = given[column.heading]
            values.append(convert("" if raw is None else raw))
        except CellFault as fault:
            values.append(empty_of(column))
            blamed.append((column.heading, str(fault)))
    order = {column.heading: place for place, column in enumerate(columns)}
    row = BookRow(PLAN.name, RowValues(order, tuple(values)), 0, places)
    for heading, message in blamed:
        faults.at(row, heading, message)
    for column in PLAN.columns:
        if not column.required or faults.spoils(row, column.heading):
            continue
        if column.heading not in order:
            faults.add(head, _("fältet %(field)s saknas. Det måste fyllas i.") % {"field": column.heading})
        elif row.values[column.heading] in {"", None}:
            faults.at(row, column.heading, must_be_filled(column))
    return row
