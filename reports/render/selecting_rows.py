"""By what a reader may pick the rows of a table: those that share a cell are picked together."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from reports.build.document import Row, RowRole, Table
from reports.render.selecting import NO_ATTRIBUTES, NOTHING, UNTOLD, Picked, Selecting, joined

_OVER_OTHERS = (RowRole.GROUP, RowRole.HEADING)


def picked_of(table: Table, selecting: Selecting | None) -> Picked:
    """The whole table: it stays as long as any of its rows does."""
    return joined(_own(row, selecting) for row in table.body) if selecting else UNTOLD


def row_attributes(rows: Sequence[Row], selecting: Selecting | None) -> list[SafeString]:
    """For each row, none where nobody picks. A row that heads those below it stays as long as any of them does."""
    if not selecting:
        return [NO_ATTRIBUTES for _row in rows]
    own = [_own(row, selecting) for row in rows]
    for first, past in _sharing(rows):
        own[first:past] = [joined(own[first:past])] * (past - first)
    for place in reversed(range(len(rows))):
        if rows[place].role in _OVER_OTHERS:
            own[place] = joined([own[place], *_below(rows, own, place)])
    return [each.attributes for each in own]


def _own(row: Row, selecting: Selecting) -> Picked:
    if not row.subject or row.role in _OVER_OTHERS:
        return NOTHING
    if row.by is None:
        return selecting.subject(row.subject)
    status = next((cell.status for cell in row.cells if cell.status), None)
    return selecting.answer(row.subject, row.by, status)


def _sharing(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """From the first row to the one after the last, where a cell goes over several."""
    spans: list[tuple[int, int]] = []
    for place, row in enumerate(rows):
        length = max((cell.rows for cell in row.cells), default=1)
        if length > 1 and (not spans or place >= spans[-1][1]):
            spans.append((place, min(place + length, len(rows))))
    return spans


def _below(rows: Sequence[Row], own: Sequence[Picked], place: int) -> list[Picked]:
    found: list[Picked] = []
    for row, picked in zip(rows[place + 1 :], own[place + 1 :], strict=True):
        if row.role in _OVER_OTHERS and found:
            break
        found.append(picked)
    return found
