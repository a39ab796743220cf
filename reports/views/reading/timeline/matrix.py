"""Every goal by every report: rows are goals in the order of the newest plan, columns reports in time. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reports.views.reading.timeline.columns import ReportColumn
from reports.views.reading.timeline.items import Item, address_over_time

_MOST_IN_COMFORT = 6


@dataclass(frozen=True, slots=True)
class CellMark:
    """A status with those who gave it, empty for the committee: units that say the same stand together."""

    mark: str
    word: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """`is_there`: the report holds the goal. Without marks nobody has judged it there.

    Reports in a row without the goal share a cell, from `column` through `last`.
    """

    column: ReportColumn
    is_there: bool = False
    marks: tuple[CellMark, ...] = ()
    address: str = ""
    last: ReportColumn | None = None
    width: int = 1

    @property
    def when(self) -> str:
        """`augusti 2022`, or `april 2018 – augusti 2022`."""
        if self.last is None or self.last.label == self.column.label:
            return self.column.label
        return f"{self.column.label} – {self.last.label}"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A goal as the newest report that holds it has it. A heading, which nobody has judged, has no cells."""

    lineage: str
    number: str
    name: str
    label: str
    depth: int
    is_heading: bool
    address: str
    cells: tuple[MatrixCell, ...] = ()

    @property
    def indent(self) -> int:
        """How far in it is set, from 0 to 3."""
        return min(self.depth, 3)


@dataclass(frozen=True, slots=True)
class Matrix:
    """`unjudged` is how many goals are left out, since no report judges them or any goal under them."""

    columns: tuple[ReportColumn, ...]
    rows: tuple[MatrixRow, ...]
    unjudged: int = 0

    @property
    def has_twins(self) -> bool:
        """Whether two columns have the same label, so that their titles must tell them apart."""
        return len({column.label for column in self.columns}) < len(self.columns)

    @property
    def has_labels(self) -> bool:
        """Whether goals are called different things, so that each must say what it is."""
        return len({row.label for row in self.rows}) > 1

    @property
    def is_dense(self) -> bool:
        """Whether the columns must stand close to be seen at once."""
        return len(self.columns) > _MOST_IN_COMFORT

    @property
    def is_single(self) -> bool:
        return len(self.columns) == 1


def matrix_of(columns: Sequence[ReportColumn], items: Iterable[Item]) -> Matrix:
    """Columns are in time order; those of reports in which no goal is judged are left out."""
    by_publication: dict[int, list[Item]] = {}
    for item in items:
        by_publication.setdefault(item.publication_id, []).append(item)
    shown = tuple(
        column for column in columns if any(item.verdict for item in by_publication.get(column.publication_id, ()))
    )
    told = {
        (item.publication_id, item.lineage): item for column in shown for item in by_publication[column.publication_id]
    }
    newest = [item for group in _groups(by_publication, shown).values() for item in group]
    rows = tuple(_without_empty_headings([_row(item, shown, told) for item in newest]))
    kept = {row.lineage for row in rows}
    return Matrix(shown, rows, sum(not item.is_area and item.lineage not in kept for item in newest))


def _groups(by_publication: dict[int, list[Item]], columns: Sequence[ReportColumn]) -> dict[str, list[Item]]:
    """By the lineage of the topmost goal, each goal once, as the newest report that holds it has it."""
    groups: dict[str, list[Item]] = {}
    seen: set[str] = set()
    for column in reversed(columns):
        top = ""
        for item in by_publication[column.publication_id]:
            top = item.lineage if item.depth == 0 else top
            if item.lineage not in seen:
                seen.add(item.lineage)
                groups.setdefault(top, []).append(item)
    return groups


def _row(item: Item, columns: Sequence[ReportColumn], told: dict[tuple[int, str], Item]) -> MatrixRow:
    cells = tuple(_cells([(column, told.get((column.publication_id, item.lineage))) for column in columns]))
    is_heading = not any(cell.marks for cell in cells)
    return MatrixRow(
        lineage=item.lineage,
        number=item.number,
        name=item.name,
        label=item.label,
        depth=item.depth,
        is_heading=is_heading,
        address="" if is_heading else address_over_time(columns[0].committee_slug, item.kind, item.lineage),
        cells=() if is_heading else cells,
    )


def _cells(told: Iterable[tuple[ReportColumn, Item | None]]) -> Iterator[MatrixCell]:
    for is_there, together in groupby(told, key=lambda pair: pair[1] is not None):
        run = tuple(together)
        if not is_there:
            yield MatrixCell(run[0][0], last=run[-1][0], width=len(run))
        for column, item in run:
            if item is not None:
                yield MatrixCell(column, True, marks_of(item), column.address_of(item.anchor))


def marks_of(item: Item) -> tuple[CellMark, ...]:
    """The committee's own alone, else the units', those with the same status together."""
    if item.own:
        return (CellMark(item.own.mark, item.own.word, ()),)
    by: dict[tuple[str, str], list[str]] = {}
    for each in item.statuses:
        by.setdefault((each.mark, each.word), []).append(each.by)
    return tuple(CellMark(mark, word, tuple(units)) for (mark, word), units in by.items())


def _without_empty_headings(rows: Sequence[MatrixRow]) -> Iterator[MatrixRow]:
    """A heading stands only over rows that are deeper than it."""
    for place, row in enumerate(rows):
        if not row.is_heading:
            yield row
            continue
        for below in rows[place + 1 :]:
            if below.depth <= row.depth:
                break
            if not below.is_heading:
                yield row
                break
