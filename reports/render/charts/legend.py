"""The names of the series with a sample of each, over the drawing. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.render.charts.drawing import WIDTH, Words, number
from reports.render.charts.lettering import shortened, width_of

ROW = 19
SAMPLE = 30
_BETWEEN_SAMPLE_AND_NAME = 6
_BETWEEN_NAMES = 10


@dataclass(frozen=True, slots=True)
class Sample:
    """Where the sample of a series lies: from `x` over `SAMPLE` units, at the height `y`."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Legend:
    samples: tuple[Sample, ...]
    words: tuple[Words, ...]
    height: float


def legend_of(names: Sequence[str]) -> Legend:
    """The names in order, in as many rows as they need; a name too long for a row is cut."""
    samples, words = [], []
    x, row = 0.0, 0
    for name in names:
        text = shortened(name, WIDTH - SAMPLE - _BETWEEN_SAMPLE_AND_NAME)
        taken = SAMPLE + _BETWEEN_SAMPLE_AND_NAME + width_of(text)
        if x and x + taken > WIDTH:
            x, row = 0.0, row + 1
        y = row * ROW + 10
        samples.append(Sample(x, y))
        words.append(Words(number(x + SAMPLE + _BETWEEN_SAMPLE_AND_NAME), number(y + 4.5), text, "start", "name"))
        x += taken + _BETWEEN_NAMES
    return Legend(tuple(samples), tuple(words), (row + 1) * ROW + 4 if names else 0)
