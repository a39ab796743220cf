"""Series over the same categories as lines: markers at the figures, gaps where there are none. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.build.document import Chart, ChartSeries
from reports.render.charts.drawing import Drawing, Filled, Stroke, Strokes, Words, line, number
from reports.render.charts.legend import SAMPLE, Sample, legend_of
from reports.render.charts.lettering import LINE_HEIGHT
from reports.render.charts.markers import marker
from reports.render.charts.plot import Plot, category_words, figure_words, plot_of, rules, tick_words
from reports.render.charts.styles import SeriesStyle, styles_of


def line_drawing(chart: Chart) -> Drawing:
    """The lines with their legend, a round scale, and the last figure of each beside it."""
    drawn = [series for series in chart.series if any(point.value is not None for point in series.points)]
    legend = legend_of([series.name for series in drawn])
    if not drawn:
        return Drawing(
            number(LINE_HEIGHT + 10), (), (), (Words("0", "15", _("Inga siffror att visa."), "start", "axis"),)
        )
    plot = plot_of(chart, drawn, legend.height)
    categories, lines_below = category_words(plot)
    figures = figure_words(plot, drawn)
    parts = enumerate(zip(drawn, styles_of(drawn), legend.samples, strict=True))
    return Drawing(
        height=number(plot.bottom + lines_below * LINE_HEIGHT + 8),
        rules=tuple(rules(plot)),
        series=tuple(
            _strokes(series, style, sample, plot, figures.get(place)) for place, (series, style, sample) in parts
        ),
        words=(*legend.words, *tick_words(plot, chart.unit), *categories),
    )


def _strokes(series: ChartSeries, style: SeriesStyle, sample: Sample, plot: Plot, figure: Words | None) -> Strokes:
    runs = list(_runs(series, plot))
    places = [(sample.x + SAMPLE / 2, sample.y), *(place for run in runs for place in run)]
    return Strokes(
        style=style,
        lines=(
            Stroke(line(sample.x, sample.y, sample.x + SAMPLE, sample.y), style.dash),
            *(Stroke(_through(run), style.dash) for run in runs if len(run) > 1),
        ),
        shapes=tuple(Filled(marker(style.marker, x, y), f"{style.filling:g}") for x, y in places),
        figures=(figure,) if figure else (),
    )


def _runs(series: ChartSeries, plot: Plot) -> Iterator[list[tuple[float, float]]]:
    """The points that have figures, together as long as no gap lies between."""
    run: list[tuple[float, float]] = []
    for place, point in enumerate(series.points):
        if point.value is not None:
            run.append((plot.x(place), plot.y(point.value)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _through(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
