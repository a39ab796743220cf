"""The columns of a table as bars, row by row: a row's name over its bars, each figure at the end of its bar. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reports.build.document import Chart, ChartPoint
from reports.render.charts.drawing import WIDTH, Drawing, Filled, Rule, Strokes, Words, line, number
from reports.render.charts.legend import SAMPLE, Legend, legend_of
from reports.render.charts.lettering import LINE_HEIGHT, in_lines, shortened, width_of
from reports.render.charts.scale import Scale, scale_for
from reports.render.charts.styles import SeriesStyle, styles_of

TALLEST = 620
BAR = 12

_BETWEEN_BARS = 3
_BETWEEN_ROWS = 12
_NAME_LINES = 2
_WIDEST_FIGURE = 110
_GAP = 5


@dataclass(frozen=True, slots=True)
class _Row:
    """A category with the height at which it begins; its bars lie below the lines of its name."""

    top: float
    name: tuple[str, ...]
    points: tuple[ChartPoint, ...]

    @property
    def bars_top(self) -> float:
        return self.top + len(self.name) * LINE_HEIGHT + 3

    def bar_top(self, series: int) -> float:
        return self.bars_top + series * (BAR + _BETWEEN_BARS)

    @property
    def bottom(self) -> float:
        return self.bar_top(len(self.points)) - _BETWEEN_BARS


@dataclass(frozen=True, slots=True)
class _Room:
    """Between `left` and `right` lie the bars; the figures stand outside them."""

    left: float
    right: float
    scale: Scale

    def x(self, value: Decimal) -> float:
        return self.scale.place(value, self.left, self.right)


def bar_drawings(chart: Chart) -> tuple[Drawing, ...]:
    """One drawing, or several to the same scale where there are more rows than a page holds."""
    values = [point.value for series in chart.series for point in series.points if point.value is not None]
    room = _room(chart, values)
    styles = styles_of(chart.series)
    legend = legend_of([series.name for series in chart.series] if len(chart.series) > 1 else [])
    return tuple(_drawing(chart, rows, room, styles, legend) for rows in _parts(chart, legend.height))


def _room(chart: Chart, values: Sequence[Decimal]) -> _Room:
    points = [point for series in chart.series for point in series.points]
    before = [width_of(_figure(point)) + _GAP for point in points if point.value is not None and point.value < 0]
    after = [width_of(_figure(point)) + _GAP for point in points if point.value is None or point.value >= 0]
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    ends = Scale(low, high, (), 0) if low < high else scale_for(values, from_zero=True)
    return _Room(max(before, default=0), WIDTH - max(after, default=0), ends)


def _parts(chart: Chart, legend_height: float) -> Iterator[list[_Row]]:
    """The rows from top to bottom, in as many drawings as their height asks for."""
    start = legend_height + (LINE_HEIGHT + 4 if chart.unit else 0)
    top = start
    rows: list[_Row] = []
    for place, category in enumerate(chart.categories):
        row = _Row(top, in_lines(category, WIDTH, _NAME_LINES), tuple(series.points[place] for series in chart.series))
        if rows and row.bottom > TALLEST:
            yield rows
            row, rows = replace(row, top=start), []
        rows.append(row)
        top = row.bottom + _BETWEEN_ROWS
    yield rows


def _drawing(chart: Chart, rows: Sequence[_Row], room: _Room, styles: Sequence[SeriesStyle], legend: Legend) -> Drawing:
    zero = room.x(Decimal(0))
    return Drawing(
        height=number(rows[-1].bottom + 6),
        rules=tuple(Rule("ground", line(zero, row.bars_top - 2, zero, row.bottom + 2)) for row in rows),
        series=tuple(
            Strokes(style, (), tuple(_bars(place, styles, rows, room, legend)), tuple(_figures(place, rows, room)))
            for place, style in enumerate(styles)
        ),
        words=(*legend.words, *_unit(chart.unit, legend.height), *_names(rows)),
    )


def _bars(
    place: int, styles: Sequence[SeriesStyle], rows: Sequence[_Row], room: _Room, legend: Legend
) -> Iterator[Filled]:
    """The sample in the legend and a bar for each figure; outlined with dashes where an earlier series is as full."""
    style = styles[place]
    dash = style.dash if any(earlier.filling == style.filling for earlier in styles[:place]) else ""
    for sample in legend.samples[place : place + 1]:
        yield Filled(_bar(sample.x, sample.x + SAMPLE, sample.y - BAR / 2), f"{style.filling:g}", dash)
    for row in rows:
        value = row.points[place].value
        if value is not None:
            start, end = sorted((room.x(Decimal(0)), room.x(value)))
            yield Filled(_bar(start, end, row.bar_top(place)), f"{style.filling:g}", dash)


def _bar(start: float, end: float, top: float) -> str:
    return f"M{number(start)} {number(top)}H{number(end)}V{number(top + BAR)}H{number(start)}Z"


def _figures(place: int, rows: Sequence[_Row], room: _Room) -> Iterator[Words]:
    for row in rows:
        point = row.points[place]
        y = number(row.bar_top(place) + BAR - 1.5)
        end = room.x(point.value or Decimal(0))
        if point.value is not None and point.value < 0:
            yield Words(number(end - _GAP), y, _figure(point), "end", "name")
        else:
            yield Words(number(end + _GAP), y, _figure(point), "start", "name")


def _names(rows: Sequence[_Row]) -> Iterator[Words]:
    for row in rows:
        for line_number, text in enumerate(row.name):
            yield Words("0", number(row.top + 12 + line_number * LINE_HEIGHT), text, "start", "name")


def _unit(unit: str, top: float) -> Iterator[Words]:
    if unit:
        yield Words("0", number(top + 10), shortened(unit, WIDTH), "start", "axis")


def _figure(point: ChartPoint) -> str:
    """The figure, or what stands instead of it; a dash where there is nothing at all."""
    return shortened(point.words or "–", _WIDEST_FIGURE)
