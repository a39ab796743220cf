"""What tells the rows of a sheet apart may stand once."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from reports.plan_book.book import BookRow, Value
from reports.plan_book.columns import Sheet
from reports.plan_book.faults import Faults
from reports.plan_book.fields import DEFAULTS
from reports.plan_book.sheets import PLAN, SHEETS


def check_identity(rows: Mapping[str, tuple[BookRow, ...]], faults: Faults) -> None:
    """An empty cell means what the column means by empty: no Kön is `totalt`."""
    for sheet in SHEETS:
        if sheet is not PLAN and not sheet.repeats:
            _check_sheet(sheet, rows.get(sheet.name, ()), faults)


def _check_sheet(sheet: Sheet, rows: tuple[BookRow, ...], faults: Faults) -> None:
    defaults = [(heading, DEFAULTS.get((sheet.name, heading))) for heading in sheet.key]
    seen: dict[tuple[Value, ...], int] = {}
    for row in rows:
        if faults.spoils(row, *sheet.key):
            continue
        key = tuple(row.values.get(heading) or default for heading, default in defaults)
        if key == _NOTHING[: len(key)]:
            continue
        first = seen.setdefault(key, row.number)
        if first != row.number:
            _refuse(sheet, row, first, faults)


def _refuse(sheet: Sheet, row: BookRow, first: int, faults: Faults) -> None:
    if len(sheet.key) == 1:
        (heading,) = sheet.key
        message = _("%(heading)s ”%(name)s” står redan på rad %(row)d. Varje %(heading)s får stå en gång i bladet.")
        faults.at(row, heading, message % {"heading": heading, "name": row.text(heading), "row": first})
        return
    faults.at(
        row,
        next(heading for heading in sheet.key if row.values.get(heading)),
        _("samma uppgift står redan på rad %(row)d. %(headings)s får tillsammans stå en gång.")
        % {"row": first, "headings": ", ".join(sheet.key)},
    )


_NOTHING = (None,) * 10
