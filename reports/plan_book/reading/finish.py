"""The end of every reading: what must be there, what must hold of the rows together, and the book."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.plan_book.book import BookRow, Known, KnownIds, PlanBook
from reports.plan_book.faults import MOST_LINES, Faults
from reports.plan_book.rules import check_rows
from reports.plan_book.sheets import PLAN, SHEETS


def finished(
    rows: Mapping[str, tuple[BookRow, ...]], known: Known | None, faults: Faults, warnings: list[str]
) -> PlanBook:
    """Raises BookFault with every fault that was found on the way and here."""
    if PLAN.name not in rows and not faults:
        names = ", ".join(sheet.name for sheet in SHEETS)
        faults.add(
            PLAN.name,
            _("bladet saknas eller är tomt. En planbok har bladet Plan, och de som behövs av de andra: %(names)s.")
            % {"names": names},
        )
    named = [row for row in rows.get(PLAN.name, ()) if all(row.text(heading) for heading in PLAN.key)]
    stored = known(named[0]) if known is not None and named else KnownIds()
    check_rows(rows, stored, faults, warnings)
    faults.refuse()
    return PlanBook({name: found for name, found in rows.items() if found}, _shown(warnings))


def _shown(warnings: list[str]) -> tuple[str, ...]:
    """The first ones, and how many there are beside them."""
    more = len(warnings) - MOST_LINES
    rest = ngettext("… och %(count)d varning till", "… och %(count)d varningar till", more) % {"count": more}
    return (*warnings[:MOST_LINES], *([rest] if more > 0 else []))
