"""The frame around lines: scale, grid, the names of the categories, the last figures. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from followup.core.numbers import format_number
from reports.build.document import Chart, ChartSeries
from reports.render.charts.drawing import WIDTH, Rule, Words, line, number
from reports.render.charts.lettering import LINE_HEIGHT, in_lines, shortened, width_of
from reports.render.charts.scale import Scale, scale_for

HEIGHT = 170
MAX_SERIES_WITH_FIGURES = 6

_LEAST_RIGHT = 22
_WIDEST_FIGURE = 90
_CATEGORY_LINES = 3
_BETWEEN_CATEGORIES = 6
_LEAST_ROOM = 50


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the figures lie: from `left` to `right`, from `top` (the highest) to `bottom`."""

    left: float
    right: float
    top: float
    bottom: float
    scale: Scale
    categories: tuple[str, ...]

    def x(self, place: int) -> float:
        return self.left + (place + 0.5) * (self.right - self.left) / len(self.categories)

    def y(self, value: Decimal) -> float:
        return self.scale.place(value, self.bottom, self.top)


def plot_of(chart: Chart, series: Sequence[ChartSeries], top: float) -> Plot:
    """The room that is left when the scale, the last figures and what stands above have had theirs."""
    scale = scale_for([point.value for each in series for point in each.points if point.value is not None])
    top += 8 + (LINE_HEIGHT if chart.unit else 0)
    figures = (width_of(text) + 14 for _place, _value, text in _last_figures(series))
    return Plot(
        left=max(width_of(text) for text in _tick_texts(scale)) + 8,
        right=WIDTH - max([_LEAST_RIGHT, *figures]),
        top=top,
        bottom=top + HEIGHT,
        scale=scale,
        categories=chart.categories,
    )


def rules(plot: Plot) -> Iterator[Rule]:
    """A line at each tick; that at zero, or else the lowest, is the ground that the rest stands on."""
    ground = Decimal(0) if Decimal(0) in plot.scale.ticks else plot.scale.low
    for tick in plot.scale.ticks:
        y = plot.y(tick)
        yield Rule("ground" if tick == ground else "grid", line(plot.left, y, plot.right, y))


def tick_words(plot: Plot, unit: str) -> Iterator[Words]:
    for tick, text in zip(plot.scale.ticks, _tick_texts(plot.scale), strict=True):
        yield Words(number(plot.left - 8), number(plot.y(tick) + 4.5), text, "end", "axis")
    if unit:
        yield Words("0", number(plot.top - 12), shortened(unit, WIDTH), "start", "axis")


def category_words(plot: Plot) -> tuple[tuple[Words, ...], int]:
    """The names under the plot, and over how many lines they go.

    Only every second, third … where there is no room for all: counted from the last, which is always there.
    """
    each = (plot.right - plot.left) / len(plot.categories)
    steps = range(1, len(plot.categories) // 2 + 1)
    step = next((step for step in steps if _all_fit(plot.categories[::-step], each * step)), ceil(_LEAST_ROOM / each))
    lines = {
        place: in_lines(plot.categories[place], each * step - _BETWEEN_CATEGORIES, _CATEGORY_LINES)
        for place in range(len(plot.categories) - 1, -1, -step)
    }
    words = tuple(
        Words(_inside(plot.x(place), text), number(plot.bottom + 17 + row * LINE_HEIGHT), text, "middle", "axis")
        for place in sorted(lines)
        for row, text in enumerate(lines[place])
    )
    return words, max(map(len, lines.values()))


def figure_words(plot: Plot, series: Sequence[ChartSeries]) -> dict[int, Words]:
    """The last figure of each series beside its point, by the series' place; moved apart where they would collide."""
    figures = sorted(((plot.y(value), place, text) for place, value, text in _last_figures(series)), reverse=True)
    free_above = plot.bottom
    heights = []
    for y, _place, _text in figures:
        heights.append(min(y, free_above))
        free_above = heights[-1] - LINE_HEIGHT + 1
    over_the_top = max(0.0, plot.top - heights[-1]) if heights else 0.0
    x = number(plot.x(len(plot.categories) - 1) + 12)
    return {
        place: Words(x, number(height + over_the_top + 4.5), text, "start", "name")
        for height, (_y, place, text) in zip(heights, figures, strict=True)
    }


def _all_fit(names: Sequence[str], room: float) -> bool:
    return all("…" not in "".join(in_lines(name, room - _BETWEEN_CATEGORIES, _CATEGORY_LINES)) for name in names)


def _inside(x: float, text: str) -> str:
    """The middle of a text, moved so that it does not reach over the edge."""
    half = width_of(text) / 2
    return number(max(half, min(x, WIDTH - half)))


def _tick_texts(scale: Scale) -> list[str]:
    return [format_number(tick, scale.decimals) for tick in scale.ticks]


def _last_figures(series: Sequence[ChartSeries]) -> list[tuple[int, Decimal, str]]:
    """Of those that have a figure in the last category, while there are few enough to tell them apart."""
    if len(series) > MAX_SERIES_WITH_FIGURES:
        return []
    last = enumerate(each.points[-1] for each in series)
    return [
        (place, point.value, shortened(point.words, _WIDEST_FIGURE)) for place, point in last if point.value is not None
    ]
