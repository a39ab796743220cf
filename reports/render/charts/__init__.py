"""Charts as SVG: drawn without a database, a script or a style of its own, the same on screen and on paper."""

from collections.abc import Callable

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from reports.build.document import Chart, ChartShape
from reports.render.charts.bars import bar_drawings
from reports.render.charts.budgets import budget_drawings
from reports.render.charts.drawing import WIDTH, Drawing
from reports.render.charts.lines import line_drawing
from reports.render.charts.stacks import stacked_drawings


def chart_svg(chart: Chart, id: str) -> SafeString:  # noqa: A002 - it is the element's id
    """The chart as one `<svg>`, or as several below each other where it is taller than a page.

    `id` is unique on the page: the titles' ids begin with it. The title is the chart's title and summary: what a screen
    reader says on the page, and the alternative text in the PDF. The table of figures is not part of the drawing.
    """
    drawings = _DRAWN[chart.shape](chart)
    parts = [
        render_to_string(
            "reports/document/_chart.svg",
            {
                "drawing": drawing,
                "width": WIDTH,
                "title_id": f"{id}-{place}",
                "title": _title(chart, place, len(drawings)),
            },
        ).strip()
        for place, drawing in enumerate(drawings, start=1)
    ]
    return mark_safe("\n".join(parts))  # noqa: S308 - the template has escaped every text


_DRAWN: dict[ChartShape, Callable[[Chart], tuple[Drawing, ...]]] = {
    ChartShape.LINE: lambda chart: (line_drawing(chart),),
    ChartShape.BAR: bar_drawings,
    ChartShape.STACKED: stacked_drawings,
    ChartShape.BUDGET: budget_drawings,
}


def _title(chart: Chart, place: int, parts: int) -> str:
    if parts == 1:
        return f"{chart.title}. {chart.summary}"
    words = {"title": chart.title, "place": place, "parts": parts, "summary": chart.summary}
    return _("%(title)s, del %(place)d av %(parts)d. %(summary)s") % words
