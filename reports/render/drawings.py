"""A chart as it is set: the drawing, what it shows in words, and the figures behind it."""

from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from reports.build.document import Chart
from reports.render.charts import chart_svg
from reports.render.tables import LaidTable, Surroundings, lay_table


@dataclass(frozen=True, slots=True)
class LaidChart:
    """`title` is empty where the heading right above says the same."""

    id: str
    drawing: SafeString
    title: str
    summary: str
    tables: tuple[LaidTable, ...]


def lay_chart(chart: Chart, anchor: str, around: Surroundings) -> LaidChart:
    return LaidChart(
        id=f"{anchor}-diagram",
        drawing=chart_svg(chart, f"{anchor}-diagram"),
        title="" if chart.title == around.title else chart.title,
        summary=chart.summary,
        tables=lay_table(chart.table, f"{anchor}-siffror", replace(around, title=chart.title)),
    )
