"""Outcomes against a budget: a bar for the outcome, a mark across it for the budget, the deviation in words. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from reports.build.document import Chart, ChartPoint
from reports.render.charts.bars import TALLEST
from reports.render.charts.drawing import WIDTH, Drawing, Filled, Rule, Strokes, Words, line, number
from reports.render.charts.legend import SAMPLE, Legend, legend_of
from reports.render.charts.lettering import LINE_HEIGHT, in_lines, shortened
from reports.render.charts.scale import Scale, scale_for
from reports.render.charts.styles import STYLES

_BAR = 14
_BEYOND_BAR = 5
_MARK = 2
_OUTLINE = 1.6
_AROUND_MARK = 2
_BETWEEN_ROWS = 14
_NAME_LINES = 2
_FIGURE_LINES = 2
_BAR_OPACITY = "0.45"
_OUTCOME = next(style for style in STYLES if style.name == "total")
_BUDGET = replace(_OUTCOME, name="budget", colour="#1b1f24")
_REACH = _BAR / 2 + _BEYOND_BAR
_REACH_IN_LEGEND = 9
_MARGIN = _MARK / 2 + _AROUND_MARK


@dataclass(frozen=True, slots=True)
class _Row:
    """`name` over the bar and `figures` below it, in lines."""

    top: float
    name: tuple[str, ...]
    figures: tuple[str, ...]
    budget: ChartPoint
    outcome: ChartPoint

    @property
    def bar_top(self) -> float:
        return self.top + len(self.name) * LINE_HEIGHT + _BEYOND_BAR + 2

    @property
    def bar_bottom(self) -> float:
        return self.bar_top + _BAR

    @property
    def bottom(self) -> float:
        return self.bar_bottom + _BEYOND_BAR + len(self.figures) * LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class _Mark:
    """An upright stroke that reaches as far above its middle as below."""

    x: float
    middle: float
    reach: float

    def drawn(self, around: float = 0) -> str:
        """The stroke, or with `around` the air beside it, as long as the stroke with its outline."""
        half, reach = _MARK / 2 + around, self.reach - (0 if around else _OUTLINE / 2)
        left, right, top, bottom = self.x - half, self.x + half, self.middle - reach, self.middle + reach
        return f"M{number(left)} {number(top)}H{number(right)}V{number(bottom)}H{number(left)}Z"


def budget_drawings(chart: Chart) -> tuple[Drawing, ...]:
    """One drawing, or several to the same scale where there are more rows than a page holds.

    The chart's series are budget, outcome and deviation, in that order.
    """
    budget, outcome, _deviation = chart.series
    values = [point.value for series in (budget, outcome) for point in series.points if point.value is not None]
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    scale = Scale(low, high, (), 0) if low < high else scale_for(values, from_zero=True)
    legend = legend_of([outcome.name, budget.name])
    return tuple(_drawing(chart, rows, scale, legend) for rows in _parts(chart, legend.height))


def _parts(chart: Chart, legend_height: float) -> Iterator[list[_Row]]:
    """The rows from top to bottom, in as many drawings as their height asks for."""
    start = legend_height + (LINE_HEIGHT + 4 if chart.unit else 0)
    top = start
    rows: list[_Row] = []
    for place, category in enumerate(chart.categories):
        budget, outcome, deviation = (series.points[place] for series in chart.series)
        row = _Row(top, in_lines(category, WIDTH, _NAME_LINES), _told(budget, outcome, deviation), budget, outcome)
        if rows and row.bottom > TALLEST:
            yield rows
            row, rows = replace(row, top=start), []
        rows.append(row)
        top = row.bottom + _BETWEEN_ROWS
    yield rows


def _told(budget: ChartPoint, outcome: ChartPoint, deviation: ChartPoint) -> tuple[str, ...]:
    """`494 mot 500: 6 under budget (1,2 %)`, in two lines where one is too short."""
    if outcome.value is None and budget.value is not None:
        text = _("%(deviation)s, budget %(budget)s") % {"deviation": deviation.words, "budget": budget.words}
    elif budget.value is None:
        text = ": ".join(filter(None, [outcome.words, deviation.words]))
    else:
        text = _("%(outcome)s mot %(budget)s: %(deviation)s") % {
            "outcome": outcome.words,
            "budget": budget.words,
            "deviation": deviation.words,
        }
    return in_lines(text, WIDTH, _FIGURE_LINES)


def _drawing(chart: Chart, rows: Sequence[_Row], scale: Scale, legend: Legend) -> Drawing:
    zero = _x(scale, Decimal(0))
    outcome_sample, budget_sample = legend.samples
    bars = [_bar(outcome_sample.x, outcome_sample.x + SAMPLE, outcome_sample.y - _BAR / 2)]
    marks = [_Mark(budget_sample.x + SAMPLE / 2, budget_sample.y, _REACH_IN_LEGEND)]
    for row in rows:
        if row.outcome.value is not None:
            start, end = sorted((zero, _x(scale, row.outcome.value)))
            bars.append(_bar(start, end, row.bar_top))
        if row.budget.value is not None:
            marks.append(_Mark(_x(scale, row.budget.value), row.bar_top + _BAR / 2, _REACH))
    return Drawing(
        height=number(rows[-1].bottom + 6),
        rules=tuple(
            Rule("ground", line(zero, row.bar_top - _BEYOND_BAR, zero, row.bar_bottom + _BEYOND_BAR)) for row in rows
        ),
        series=(
            Strokes(_OUTCOME, (), tuple(Filled(bar, _BAR_OPACITY) for bar in bars), ()),
            Strokes(_BUDGET, (), (), (), plates=tuple(mark.drawn(_AROUND_MARK) for mark in marks)),
            Strokes(_BUDGET, (), tuple(Filled(mark.drawn(), "1") for mark in marks), ()),
        ),
        words=(*legend.words, *_unit(chart.unit, legend.height), *_words(rows)),
    )


def _x(scale: Scale, value: Decimal) -> float:
    """A mark lies within the drawing at either end of the scale."""
    return scale.place(value, _MARGIN, WIDTH - _MARGIN)


def _bar(start: float, end: float, top: float) -> str:
    return f"M{number(start)} {number(top)}H{number(end)}V{number(top + _BAR)}H{number(start)}Z"


def _words(rows: Sequence[_Row]) -> Iterator[Words]:
    for row in rows:
        for place, text in enumerate(row.name):
            yield Words("0", number(row.top + 12 + place * LINE_HEIGHT), text, "start", "name")
        for place, text in enumerate(row.figures):
            y = row.bar_bottom + _BEYOND_BAR + 11 + place * LINE_HEIGHT
            yield Words("0", number(y), text, "start", "name")


def _unit(unit: str, top: float) -> Iterator[Words]:
    if unit:
        yield Words("0", number(top + 10), shortened(unit, WIDTH), "start", "axis")
