"""The five-column table as it is set."""

from dataclasses import dataclass, replace

from reports.build.document import GoalRow, GoalTable, IndicatorLine
from reports.render.headings import headings_at, parts_at
from reports.render.note_marks import NoteBook, NoteMark
from reports.render.unit_names import name_beside


@dataclass(frozen=True, slots=True)
class LaidLine:
    line: IndicatorLine
    notes: tuple[NoteMark, ...]


@dataclass(frozen=True, slots=True)
class LaidGoalRow:
    """`row` with the headings inside its texts at their level."""

    row: GoalRow
    indicators: tuple[LaidLine, ...]


@dataclass(frozen=True, slots=True)
class LaidGoalTable:
    table: GoalTable
    rows: tuple[LaidGoalRow, ...]


def lay_goal_table(table: GoalTable, *, text_level: int, notes: NoteBook) -> LaidGoalTable:
    return LaidGoalTable(
        table,
        tuple(
            LaidGoalRow(
                _row_at(row, text_level),
                tuple(LaidLine(line, notes.marks(line.notes)) for line in row.indicators),
            )
            for row in table.rows
        ),
    )


def _row_at(row: GoalRow, level: int) -> GoalRow:
    return replace(
        row,
        html=headings_at(row.html, level),
        results=tuple(
            replace(result, unit_name=name_beside(result.unit, result.unit_name), parts=parts_at(result.parts, level))
            for result in row.results
        ),
    )
