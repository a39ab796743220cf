"""A computed table as the column checks look at it: rows of numbers, columns in groups. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.build.arithmetic import CheckKind, ComputedRow, ComputedTable
from reports.choices import RowKind


@dataclass(frozen=True, slots=True)
class Grid:
    table: ComputedTable

    @property
    def columns(self) -> range:
        return range(1, len(self.table.decimals) + 1)

    def heading(self, column: int) -> str:
        return self.table.heading(column).casefold()

    def group(self, column: int) -> tuple[str, ...]:
        """What stands over the column's own heading."""
        return self.table.headings(column)[:-1]

    def is_computed(self, column: int) -> bool:
        """Whether the table itself says how the column comes about, so that it is checked elsewhere."""
        cells = (row.cells[column - 1] for row in self.table.body)
        kinds = (check.kind for cell in cells for check in cell.checks)
        return CheckKind.COMPUTATION in kinds or any(row.cells[column - 1].is_computed for row in self.table.body)

    def rows(self) -> Iterator[ComputedRow]:
        return (row for row in self.table.body if row.has_numbers)

    def blocks(self) -> Iterator[list[ComputedRow]]:
        """The rows between group headings."""
        block: list[ComputedRow] = []
        for row in self.table.body:
            if row.kind in (RowKind.GROUP_HEADING, RowKind.HEADING):
                yield block
                block = []
            else:
                block.append(row)
        yield block
