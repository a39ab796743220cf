"""A drawing as the template writes it: coordinates are texts, the origin is top left, the width is 360."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reports.render.charts.styles import SeriesStyle

WIDTH = 360


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line of the frame; `kind` is `grid` or `zero`."""

    kind: str
    d: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its baseline at `y`; `anchor` is `start`, `middle` or `end`; `kind` is `axis` or `name`."""

    x: str
    y: str
    text: str
    anchor: str
    kind: str


@dataclass(frozen=True, slots=True)
class Stroke:
    d: str
    dash: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A marker or a bar: filled with the series' colour at `opacity` over the ground, outlined, hatched with lines."""

    d: str
    opacity: str
    dash: str = ""
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Glyph:
    """The shape of a status, `scale` times its 24 units; `shapes` are elements of our own template."""

    x: str
    y: str
    scale: str
    shapes: SafeString


@dataclass(frozen=True, slots=True)
class Strokes:
    """All that is drawn in the colour of one series, its sample in the legend too.

    `plates` are laid over the shapes in the colour of the ground, under `glyphs` and `figures`.
    """

    style: SeriesStyle
    lines: tuple[Stroke, ...]
    shapes: tuple[Filled, ...]
    figures: tuple[Words, ...]
    plates: tuple[str, ...] = ()
    glyphs: tuple[Glyph, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    height: str
    rules: tuple[Rule, ...]
    series: tuple[Strokes, ...]
    words: tuple[Words, ...]


def number(value: float) -> str:
    """A coordinate: one decimal at most, with a point whatever the language."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"
