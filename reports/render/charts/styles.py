"""How series are told apart: by line, marker and filling first, and then by colour. Pure.

The colours are the light values of the tokens `--chart-…` and count on paper; on screen the classes set the tokens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.build.document import ChartSeries


@dataclass(frozen=True, slots=True)
class SeriesStyle:
    """`dash` as in SVG, empty for a whole line; `marker` a name of `markers`; `filling` from 0 (hollow) to 1."""

    name: str
    colour: str
    dash: str
    marker: str
    filling: float


STYLES = (
    SeriesStyle("total", "#1b3550", "", "circle", 1),
    SeriesStyle("women", "#a03a00", "9 3", "square", 0),
    SeriesStyle("men", "#00707c", "2 3", "triangle", 0.45),
    SeriesStyle("target", "#5b6270", "14 4 2 4", "bar", 0),
    SeriesStyle("other-1", "#6b3fa0", "6 2 2 2", "diamond", 0.7),
    SeriesStyle("other-2", "#5f6300", "9 3", "circle", 0),
    SeriesStyle("other-3", "#9a2a6a", "2 3", "square", 0.25),
    SeriesStyle("other-4", "#2b5fb8", "4 2", "triangle", 0),
)
_OF_OTHERS = tuple(style for style in STYLES if style.name != "target")


def styles_of(series: Sequence[ChartSeries]) -> list[SeriesStyle]:
    """A style for each series: that of its role where it is free, else the first that is; again when all are taken."""
    by_name = {style.name: style for style in STYLES}
    chosen: list[SeriesStyle] = []
    for each in series:
        own = by_name.get(each.role)
        free = [style for style in _OF_OTHERS if style not in chosen]
        if own and own not in chosen:
            chosen.append(own)
        elif free:
            chosen.append(free[0])
        else:
            chosen.append(_OF_OTHERS[len(chosen) % len(_OF_OTHERS)])
    return chosen
