"""The section `diagram` with `tabell=`: the columns of a data table side by side, row by row."""

from collections import Counter

from django.utils.translation import gettext as _

from reports.build.arithmetic import ComputedRow, ComputedTable, computed
from reports.build.blocks.budget_chart import budget_chart
from reports.build.blocks.chart_words import bar_summary
from reports.build.blocks.data_table import LABELS, picked_columns, shown_table, text_in
from reports.build.document import Chart, ChartPoint, ChartSeries, ChartShape
from reports.build.facts import ReportFacts
from reports.build.options import ChartForm, SectionOptions
from reports.choices import RowKind


def table_chart(facts: ReportFacts, options: SectionOptions) -> Chart | None:
    """Bars for the ordinary rows, or for all rows with figures where there are no ordinary ones.

    `kolumner=` picks the columns, else all that hold numbers. With `form=budget` two of them are set against each
    other. None where there is nothing to draw. The table behind has every row, drawn or not.
    """
    given = next((table for table in facts.tables if table.key == options.table), None)
    table = computed(given) if given else None
    behind = shown_table(table, options) if table else None
    if table is None or behind is None:
        return None
    rows = [row for row in table.body if row.kind == RowKind.ROW and row.numbers]
    rows = rows or [row for row in table.body if row.has_numbers and row.numbers]
    if options.form == ChartForm.BUDGET:
        return budget_chart(table, rows, _named(table, options), behind)
    categories = tuple(row.label for row in rows)
    series = tuple(
        ChartSeries(name, "other", tuple(_point(table, row, column) for row in rows))
        for column, name in _named(table, options)
        if any(column in row.numbers for row in rows)
    )
    if not series:
        return None
    return Chart(
        shape=ChartShape.BAR,
        title=behind.caption,
        summary=bar_summary(series, categories),
        unit=table.unit_of_measure,
        categories=categories,
        series=series,
        table=behind,
    )


def _point(table: ComputedTable, row: ComputedRow, column: int) -> ChartPoint:
    return ChartPoint(row.numbers.get(column), text_in(table, row, column))


def _named(table: ComputedTable, options: SectionOptions) -> list[tuple[int, str]]:
    """The columns with their names: the section's own, or the heading, with its groups where it alone is no name."""
    picked = picked_columns(table, options)
    headings = Counter(table.heading(column) for column in dict.fromkeys(picked))
    named = []
    for position, column in enumerate(picked, start=LABELS + 1):
        heading = table.heading(column)
        name = ", ".join(table.headings(column)) if headings[heading] > 1 else heading
        named.append((column, options.heading(position, name) or _("Kolumn %(number)d") % {"number": column}))
    return named
