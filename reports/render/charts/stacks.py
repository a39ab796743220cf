"""How many have each status, time by time: a row's parts in one bar, each with its figure. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reports.build.document import Chart
from reports.render.charts.drawing import WIDTH, Drawing, Filled, Glyph, Rule, Strokes, Words, line, number
from reports.render.charts.legend import SAMPLE, Legend, legend_of
from reports.render.charts.lettering import LINE_HEIGHT, in_lines, shortened, width_of
from reports.render.charts.statuses import SHAPED, STATUS_STYLES, hatch, status_shape
from reports.render.charts.styles import SeriesStyle

TALLEST = 620
BAR = 18

_BETWEEN_ROWS = 5
_BETWEEN_GROUPS = 9
_BETWEEN_PARTS = 2
_HEADING_LINES = 2
_WIDEST_NAME = 130
_GAP = 8
_GLYPH = 12
_ROOM_FOR_GLYPH = "\u2003\u2003"
_UNKNOWN = STATUS_STYLES["words"]


@dataclass(frozen=True, slots=True)
class _Row:
    """A category: where its bar begins, and the lines of the heading right above it where it is a group's first."""

    place: int
    top: float
    heading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a row's bar."""

    left: float
    right: float
    top: float
    figure: str


def stacked_drawings(chart: Chart) -> tuple[Drawing, ...]:
    """One drawing, or several where there are more rows than a page holds; a group is divided only if it must be."""
    styles = [STATUS_STYLES.get(series.role, _UNKNOWN) for series in chart.series]
    legend = _legend(chart)
    left = min(max(map(width_of, chart.categories), default=0), _WIDEST_NAME) + _GAP
    right = WIDTH - max(map(width_of, _sums(chart)), default=0) - _GAP
    return tuple(_drawing(chart, rows, styles, legend, left, right) for rows in _pages(chart, legend))


def _legend(chart: Chart) -> Legend:
    """The names, with room for the shape of each after its sample."""
    legend = legend_of([f"{_ROOM_FOR_GLYPH}{series.name}" for series in chart.series])
    words = zip(legend.words, chart.series, strict=True)
    return replace(legend, words=tuple(_after_glyph(each, series.role) for each, series in words))


def _after_glyph(words: Words, role: str) -> Words:
    aside = _GLYPH + 4 if role in SHAPED else 0
    return replace(words, text=words.text.removeprefix(_ROOM_FOR_GLYPH), x=number(float(words.x) + aside))


def _sums(chart: Chart) -> list[str]:
    sums = (
        sum(int(series.points[place].value or 0) for series in chart.series) for place in range(len(chart.categories))
    )
    return [str(each) if each else "–" for each in sums]


def _pages(chart: Chart, legend: Legend) -> Iterator[list[_Row]]:
    start = legend.height + LINE_HEIGHT + 8
    page: list[_Row] = []
    top = start
    headings = chart.groups or ("",) * len(chart.categories)
    for heading, members in groupby(range(len(headings)), lambda place: headings[place]):
        places = list(members)
        lines = in_lines(heading, WIDTH, _HEADING_LINES) if heading else ()
        height = len(lines) * LINE_HEIGHT + len(places) * (BAR + _BETWEEN_ROWS)
        if page and top + height > TALLEST:
            yield page
            page, top = [], start
        for place in places:
            if page and top + BAR > TALLEST:
                yield page
                page, top = [], start
            head = lines if place == places[0] or not page else ()
            top += len(head) * LINE_HEIGHT + (4 if head else 0)
            page.append(_Row(place, top, head))
            top += BAR + _BETWEEN_ROWS
        top += _BETWEEN_GROUPS
    yield page


def _drawing(
    chart: Chart, rows: Sequence[_Row], styles: Sequence[SeriesStyle], legend: Legend, left: float, right: float
) -> Drawing:
    parts = [_parts(chart, row, left, right) for row in rows]
    bottom = rows[-1].top + BAR if rows else legend.height
    return Drawing(
        height=number(bottom + 8),
        rules=tuple(Rule("ground", line(left, row.top - 2, left, row.top + BAR + 2)) for row in rows),
        series=tuple(
            _strokes(style, _sample(legend, place), [each[place] for each in parts if place in each])
            for place, style in enumerate(styles)
        ),
        words=(*legend.words, *_unit(chart, legend), *_names(chart, rows, right)),
    )


def _parts(chart: Chart, row: _Row, left: float, right: float) -> dict[int, _Part]:
    """By the series' place. In proportion, but none so narrow that its figure has no room."""
    counts = {
        place: int(series.points[row.place].value or 0)
        for place, series in enumerate(chart.series)
        if series.points[row.place].value
    }
    if not counts:
        return {}
    least = {place: width_of(str(count)) + 13 for place, count in counts.items()}
    over = right - left - _BETWEEN_PARTS * (len(counts) - 1) - sum(least.values())
    shares = {place: count / sum(counts.values()) for place, count in counts.items()}
    wanted = {place: max(0.0, share * (right - left) - least[place]) for place, share in shares.items()}
    found = {}
    at = left
    for place, count in counts.items():
        width = least[place] + (over * wanted[place] / sum(wanted.values()) if sum(wanted.values()) else 0)
        found[place] = _Part(at, at + width, row.top, str(count))
        at += width + _BETWEEN_PARTS
    return found


def _sample(legend: Legend, place: int) -> _Part:
    sample = legend.samples[place]
    return _Part(sample.x, sample.x + SAMPLE, sample.y - 6, "")


def _strokes(style: SeriesStyle, sample: _Part, parts: Sequence[_Part]) -> Strokes:
    glyphs = [_glyph(style, sample.right + 4, sample.top)] if style.name in SHAPED else []
    plates, figures = [], []
    for part in parts:
        wide = width_of(part.figure)
        has_glyph = style.name in SHAPED and part.right - part.left > wide + _GLYPH + 14
        taken = wide + (_GLYPH + 3 if has_glyph else 0)
        start = (part.left + part.right - taken) / 2
        plates.append(_box(start - 2, start + taken + 2, part.top + 2, part.top + BAR - 2))
        if has_glyph:
            glyphs.append(_glyph(style, start, part.top + 3))
        figures.append(Words(number(start + taken - wide / 2), number(part.top + 13.5), part.figure, "middle", "name"))
    return Strokes(
        style=style,
        lines=(),
        shapes=(_filled(style, sample, 12), *(_filled(style, part, BAR) for part in parts)),
        figures=tuple(figures),
        plates=tuple(plates),
        glyphs=tuple(glyphs),
    )


def _filled(style: SeriesStyle, part: _Part, height: float) -> Filled:
    return Filled(
        _box(part.left, part.right, part.top, part.top + height),
        f"{style.filling:g}",
        style.dash,
        hatch(style.name, part.left, part.right, part.top, part.top + height),
    )


def _glyph(style: SeriesStyle, left: float, top: float) -> Glyph:
    return Glyph(number(left), number(top), f"{_GLYPH / 24:g}", status_shape(style.name))


def _box(left: float, right: float, top: float, bottom: float) -> str:
    return f"M{number(left)} {number(top)}H{number(right)}V{number(bottom)}H{number(left)}Z"


def _unit(chart: Chart, legend: Legend) -> Iterator[Words]:
    if chart.unit:
        yield Words("0", number(legend.height + 10), shortened(chart.unit, WIDTH), "start", "axis")


def _names(chart: Chart, rows: Sequence[_Row], right: float) -> Iterator[Words]:
    sums = _sums(chart)
    for row in rows:
        for place, text in enumerate(reversed(row.heading)):
            yield Words("0", number(row.top - 6 - place * LINE_HEIGHT), text, "start", "name")
        baseline = number(row.top + 13.5)
        yield Words("0", baseline, shortened(chart.categories[row.place], _WIDEST_NAME), "start", "axis")
        yield Words(number(WIDTH), baseline, sums[row.place], "end", "name")
