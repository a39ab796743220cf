"""The five-column table as it is set."""

from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from reports.build.document import GoalRow, GoalTable, IndicatorLine, Result
from reports.render.headings import headings_at, parts_at
from reports.render.note_marks import NoteBook, NoteMark
from reports.render.selecting import NO_ATTRIBUTES, Selecting
from reports.render.unit_names import name_beside


@dataclass(frozen=True, slots=True)
class LaidLine:
    line: IndicatorLine
    notes: tuple[NoteMark, ...]


@dataclass(frozen=True, slots=True)
class LaidResult:
    result: Result
    picked: SafeString


@dataclass(frozen=True, slots=True)
class LaidGoalRow:
    """`row` with the headings inside its texts at their level.

    `picked` is what a reader may pick it by, as attributes.
    """

    row: GoalRow
    indicators: tuple[LaidLine, ...]
    results: tuple[LaidResult, ...]
    picked: SafeString = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class LaidGoalTable:
    table: GoalTable
    rows: tuple[LaidGoalRow, ...]


def lay_goal_table(table: GoalTable, *, text_level: int, notes: NoteBook, selecting: Selecting | None) -> LaidGoalTable:
    return LaidGoalTable(
        table,
        tuple(
            LaidGoalRow(
                row,
                tuple(LaidLine(line, notes.marks(line.notes)) for line in row.indicators),
                tuple(_result(row, result, selecting) for result in row.results),
                selecting.subject(row.subject).attributes if selecting else NO_ATTRIBUTES,
            )
            for row in (_row_at(row, text_level) for row in table.rows)
        ),
    )


def _result(row: GoalRow, result: Result, selecting: Selecting | None) -> LaidResult:
    return LaidResult(result, selecting.result(row.subject, result).attributes if selecting else NO_ATTRIBUTES)


def _row_at(row: GoalRow, level: int) -> GoalRow:
    return replace(
        row,
        html=headings_at(row.html, level),
        results=tuple(
            replace(result, unit_name=name_beside(result.unit, result.unit_name), parts=parts_at(result.parts, level))
            for result in row.results
        ),
    )
