"""Goals as rows: what can be filtered and summed in a spreadsheet."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from followup.core.richtext.text import to_text
from reports.build.document import GoalOverview, GoalRow, GoalTable, IndicatorLine, Result
from reports.render.overview import matrix_of
from reports.render.xlsx_cells import Sheet, Value
from reports.render.xlsx_figures import note_words


def goal_sheet(table: GoalTable, title: str) -> Sheet:
    """A row for each goal and unit, and one for a goal without answers. Each kind of text has a column.

    The table's own headings stand over what they are about: the results' over the comment itself.
    """
    number, goal, indicators, results, responsible = table.headings
    labels = tuple(
        dict.fromkeys(part.label for row in table.rows for result in row.results for part in result.parts)
    ) or ("",)
    return Sheet(
        title=title,
        headings=(
            number,
            goal,
            _("Beskrivning"),
            indicators,
            _("Enhet"),
            _("Enhetens namn"),
            _("Status"),
            *(label or results for label in labels),
            responsible,
        ),
        widths=(10, 40, 40, 48, 12, 32, 24, *(72 if not label else 48 for label in labels), 32),
        rows=tuple(line for row in table.rows for line in _goal_lines(row, labels)),
    )


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


def _goal_lines(row: GoalRow, labels: tuple[str, ...]) -> Iterator[tuple[Value, ...]]:
    goal = (row.number, row.name, to_text(row.html), "\n".join(map(_indicator, row.indicators)))
    responsible = "\n".join(row.responsible)
    for result in row.results:
        yield (
            *goal,
            result.unit,
            result.unit_name,
            _word(result),
            *(_texts(result, label) for label in labels),
            responsible,
        )
    if not row.results:
        yield (*goal, "", "", "", *("" for _label in labels), responsible)


def _texts(result: Result, label: str) -> str:
    return "\n\n".join(to_text(part.html) for part in result.parts if part.label == label)


def _indicator(line: IndicatorLine) -> str:
    name = f"{line.number} {line.name}".strip() + note_words(line.notes)
    return f"{name} ({'; '.join(line.figures)})" if line.figures else name


def _word(result: Result | None) -> str:
    return result.status.word if result and result.status else ""
