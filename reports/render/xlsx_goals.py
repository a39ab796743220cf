"""Goals as rows: what can be filtered and summed in a spreadsheet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from reports.build.document import GoalOverview, GoalRow, GoalTable, IndicatorLine, Result
from reports.render.overview import matrix_of
from reports.render.texts import plain_text
from reports.render.xlsx_cells import Sheet
from reports.render.xlsx_figures import note_words


@dataclass(frozen=True, slots=True)
class _Column:
    """`words` are those of a goal's row, or of one of its results."""

    heading: str
    width: int
    words: Callable[[GoalRow, Result | None], str]


def goal_sheet(table: GoalTable, title: str) -> Sheet:
    """A row for each goal and unit, and one for a goal without answers. Each kind of text has a column.

    The table's own headings stand over what they are about: the results' over the comment itself.
    """
    columns = tuple(_columns(table))
    return Sheet(
        title=title,
        headings=tuple(column.heading for column in columns),
        widths=tuple(column.width for column in columns),
        rows=tuple(
            tuple(column.words(row, result) for column in columns)
            for row in table.rows
            for result in row.results or (None,)
        ),
    )


def _columns(table: GoalTable) -> Iterator[_Column]:
    """Those that the table leaves out are left out here too, and a reference or a trend that no result has."""
    number, goal, indicators, results, responsible = table.headings
    if number:
        yield _Column(number, 10, lambda row, _result: row.number)
    yield _Column(goal, 40, lambda row, _result: row.name)
    if any(row.html for row in table.rows):
        yield _Column(_("Beskrivning"), 40, lambda row, _result: plain_text(row.html))
    if indicators:
        yield _Column(indicators, 48, lambda row, _result: "\n".join(map(_indicator, row.indicators)))
    if results:
        yield from _result_columns(results, [result for row in table.rows for result in row.results])
    if responsible:
        yield _Column(responsible, 32, lambda row, _result: "\n".join(row.responsible))


def _result_columns(heading: str, given: list[Result]) -> Iterator[_Column]:
    yield _Column(_("Enhet"), 12, lambda _row, result: result.unit if result else "")
    yield _Column(_("Enhetens namn"), 32, lambda _row, result: result.unit_name if result else "")
    if any(result.ref for result in given):
        yield _Column(_("Ref"), 8, lambda _row, result: result.ref if result else "")
    yield _Column(_("Status"), 24, lambda _row, result: _word(result))
    if any(result.trend for result in given):
        yield _Column(_("Trend"), 14, lambda _row, result: result.trend.word if result and result.trend else "")
    for label in dict.fromkeys(part.label for result in given for part in result.parts) or ("",):
        yield _Column(label or heading, 48 if label else 72, partial(_texts, label))


def overview_sheet(overview: GoalOverview, title: str) -> Sheet:
    """A row for each goal, a column for each unit and one for the committee's own judgement."""
    matrix = matrix_of(overview)
    return Sheet(
        title=title,
        headings=(
            *(_("Nummer"), _("Mål"), _("Nivå"), _("Benämning"), *matrix.units),
            *(_("Nämndens bedömning"), _("Trend")),
        ),
        widths=(10, 60, 8, 20, *(24 for _unit in matrix.units), 24, 14),
        rows=tuple(
            (
                row.goal.number,
                row.goal.name,
                row.goal.depth + 1,
                row.goal.label,
                *([_word(cell.result) for cell in row.cells] or ["" for _unit in matrix.units]),
                row.goal.status.word if row.goal.status else "",
                row.goal.trend.word if row.goal.trend else "",
            )
            for row in matrix.rows
        ),
    )


def _texts(label: str, _row: GoalRow, result: Result | None) -> str:
    parts = result.parts if result else ()
    return "\n\n".join(plain_text(part.html) for part in parts if part.label == label)


def _indicator(line: IndicatorLine) -> str:
    unit = f" ({line.unit})" if line.unit else ""
    name = f"{line.number} {line.name}{unit}".strip() + note_words(line.notes)
    return f"{name} ({'; '.join(line.figures)})" if line.figures else name


def _word(result: Result | None) -> str:
    return result.status.word if result and result.status else ""
