"""A data table as it is typed in the grid: which field is which cell, and what is said of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from reports.build.part_facts import TableRowFact
from reports.choices import RowKind
from reports.commands.data_tables import TableText
from reports.commands.report_rows import MOST_CELLS
from reports.commands.table_faults import MOST_ROWS, CellPlace
from reports.forms.table_echo import Echo, echoes
from reports.forms.table_shape import Rows, squared

_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class TypedCell:
    """`column` is from 1; 0 is the label. `meanwhile` is what somebody else has saved there, None where it is alike."""

    name: str
    column: int
    heading: str
    text: str
    is_long: bool
    fault: str
    echo: str
    is_trouble: bool
    meanwhile: str | None

    @property
    def described_by(self) -> str:
        """The ids of what stands below the field."""
        below = {"_error": self.fault, "-sparat": self.meanwhile is not None, "-svar": self.echo}
        return " ".join(f"{self.name}{ending}" for ending, stands in below.items() if stands)


@dataclass(frozen=True, slots=True)
class TypedRow:
    """`number` is from 1."""

    number: int
    kind_name: str
    kind: str
    label: TypedCell
    cells: tuple[TypedCell, ...]


@dataclass(frozen=True, slots=True)
class DataTableForm:
    """`rows` have all the same number of cells; `row` and `column` are where the person is, from 0."""

    title: str
    unit_of_measure: str
    rows: Rows
    seen: str
    row: int = 0
    column: int = 0

    @classmethod
    def of(cls, text: TableText) -> "DataTableForm":
        return cls(text.title, text.unit_of_measure, squared(text.rows), text.fingerprint)

    @classmethod
    def typed(cls, data: QueryDict) -> "DataTableForm":
        """What was sent; a kind that is not known is an ordinary row."""
        height = min(_whole(data.get("rows")), MOST_ROWS)
        width = min(_whole(data.get("columns")), MOST_CELLS)
        rows = tuple(_row(data, row, width) for row in range(height))
        return cls(
            title=data.get("title", ""),
            unit_of_measure=data.get("unit_of_measure", ""),
            rows=squared(rows, width),
            seen=data.get("seen", ""),
            row=max(_whole(data.get("at_row")) - 1, 0),
            column=max(_whole(data.get("at_column")) - 1, 0),
        )

    @property
    def text(self) -> TableText:
        return TableText(self.title, self.unit_of_measure, self.rows)

    @property
    def width(self) -> int:
        return len(self.rows[0].cells)

    def echoes(self) -> dict[str, Echo]:
        """What the server says of the cells, by their names."""
        said = echoes(self.rows, self.unit_of_measure)
        return {cell_name(*place): echo for place, echo in said.items()}

    def headings(self) -> list[tuple[int, str]]:
        """The number of each column and the lowest heading above the table's body, as it is typed."""
        names = [""] * self.width
        for row in self.rows:
            if row.kind == RowKind.HEADING:
                names = [new or old for old, new in zip(names, row.cells, strict=True)]
            elif row.kind != RowKind.COMPUTATION:
                break
        return list(enumerate(names, start=1))

    def shown(self, faults: Mapping[CellPlace, str], theirs: TableText | None) -> list[TypedRow]:
        """The rows as the page shows them, with faults, echoes, and what somebody else has saved meanwhile."""
        said = echoes(self.rows, self.unit_of_measure)
        other = _alike_in_shape(self.rows, theirs)
        headings = [_("Kolumn %(number)d") % {"number": number} for number in range(self.width + 1)]
        return [
            TypedRow(
                number=place + 1,
                kind_name=f"k{place}",
                kind=row.kind,
                label=_cell((place, 0), headings[0], row.label, faults, said, other),
                cells=tuple(
                    _cell((place, column), headings[column], text, faults, said, other)
                    for column, text in enumerate(row.cells, start=1)
                ),
            )
            for place, row in enumerate(self.rows)
        ]


def cell_name(row: int, column: int) -> str:
    """The field of the cell: the row from 0, the column from 1, 0 for the label."""
    return f"c{row}-{column}"


def _cell(
    place: CellPlace,
    heading: str,
    text: str,
    faults: Mapping[CellPlace, str],
    said: Mapping[CellPlace, Echo],
    other: Mapping[CellPlace, str],
) -> TypedCell:
    row, column = place
    echo = said.get(place)
    saved = other.get(place)
    return TypedCell(
        name=cell_name(row, column),
        column=column,
        heading=heading,
        text=text,
        is_long=column == 0 or _BREAK in text,
        fault=faults.get(place, ""),
        echo=echo.words if echo else "",
        is_trouble=bool(echo and echo.is_trouble),
        meanwhile=saved if saved is not None and saved != text.strip() else None,
    )


def _row(data: QueryDict, row: int, width: int) -> TableRowFact:
    kind = data.get(f"k{row}", "")
    label, *cells = (_clean(data.get(cell_name(row, column), "")) for column in range(width + 1))
    return TableRowFact(kind if kind in RowKind.values else RowKind.ROW, label, tuple(cells))


def _clean(text: str) -> str:
    return text.replace("\r\n", _BREAK).replace("\r", _BREAK).strip()


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0


def _alike_in_shape(rows: Rows, theirs: TableText | None) -> dict[CellPlace, str]:
    """What stands saved in each cell, where that table has as many rows; else the two cannot be laid side by side."""
    if theirs is None or len(theirs.rows) != len(rows):
        return {}
    saved = squared(theirs.rows, len(rows[0].cells))
    return {
        (place, column): text for place, row in enumerate(saved) for column, text in enumerate((row.label, *row.cells))
    }
