"""What was changed in a data table, in words for the audit trail. Pure."""

from collections.abc import Iterator, Sequence

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from reports.build.part_facts import TableRowFact
from reports.choices import RowKind

MOST_TOLD = 20
_LONGEST = 60


def told_change(before: Sequence[TableRowFact], after: Sequence[TableRowFact]) -> dict[str, str]:
    """Cell by cell what it was and what it is, the first ones; and how many rows there are where that is another."""
    told: dict[str, str] = {}
    if len(before) != len(after):
        told["rader"] = f"{len(before)} → {len(after)}"
    changes = list(_changes(before, after))
    if changes:
        words = changes[:MOST_TOLD]
        if len(changes) > MOST_TOLD:
            words.append(_("och %(count)d till") % {"count": len(changes) - MOST_TOLD})
        told["celler"] = "; ".join(words)
    return told


def _changes(before: Sequence[TableRowFact], after: Sequence[TableRowFact]) -> Iterator[str]:
    nothing = TableRowFact(RowKind.ROW, "", ())
    for place in range(max(len(before), len(after))):
        old = before[place] if place < len(before) else nothing
        new = after[place] if place < len(after) else nothing
        row = _("rad %(row)d") % {"row": place + 1}
        if old.kind != new.kind:
            yield f"{row}: {RowKind(old.kind).label} → {RowKind(new.kind).label}"
        if old.label != new.label:
            yield f"{row}: {_shown(old.label)} → {_shown(new.label)}"
        for column in range(max(len(old.cells), len(new.cells))):
            was = old.cells[column] if column < len(old.cells) else ""
            now = new.cells[column] if column < len(new.cells) else ""
            if was != now:
                where = _("%(row)s, kolumn %(column)d") % {"row": row, "column": column + 1}
                yield f"{where}: {_shown(was)} → {_shown(now)}"


def _shown(text: str) -> str:
    return Truncator(text).chars(_LONGEST) or _("(tomt)")
