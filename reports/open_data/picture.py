"""The picture of a report, 1200 × 630 pixels: title, committee, how many have each status. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import font_source_sans_pro
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
PICTURE_SHAPE = "1"
"""Another one when it is drawn in another way."""

_MARGIN = 80
_PAPER, _INK, _SOFT = "#ffffff", "#1b1f24", "#4a5260"
_COLOURS = {
    "achieved": "#1a6640",
    "partly_achieved": "#7d5200",
    "not_achieved": "#a1242b",
}
_OTHER_COLOUR = "#515a67"
_MOST_TALLIES = 4
_MOST_LINES = 4
_FILES = Path(font_source_sans_pro.__file__).parent / "files"


@dataclass(frozen=True, slots=True)
class PictureWords:
    title: str
    subtitle: str
    committee: str
    municipality: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many have a status; `mark` is its value, `word` what the plan calls it."""

    mark: str
    word: str
    count: int


def tallies_in(document: dict[str, Any]) -> tuple[Tally, ...]:
    """From a sealed document: its first summary, or none where nothing is judged."""
    for summary in document.get("summaries", ()):
        found = tuple(
            Tally(each["status"]["mark"], each["status"]["word"], each["count"]) for each in summary["counts"]
        )
        if any(each.count for each in found):
            return found[:_MOST_TALLIES]
    return ()


def draw_picture(words: PictureWords, tallies: tuple[Tally, ...], accent: str) -> bytes:
    """A PNG; the same each time. A title that is too long is cut after a word."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 24), fill=accent)
    draw.text((_MARGIN, 70), f"{words.committee}, {words.municipality}", font=_font("Semibold", 34), fill=_SOFT)
    room = HEIGHT - 140 - (170 if tallies else 60)
    size = next((each for each in (72, 60, 50, 42) if _height(words.title, each) <= room), 42)
    top = 140.0
    for line in _lines(words.title, size)[:_MOST_LINES]:
        draw.text((_MARGIN, top), line, font=_font("Semibold", size), fill=_INK)
        top += size * 1.2
    if words.subtitle and top + 50 < HEIGHT - 190:
        subtitle = _lines(words.subtitle, 34)[0]
        draw.text((_MARGIN, top + 10), subtitle, font=_font("Regular", 34), fill=_SOFT)
    _draw_tallies(draw, tallies)
    outcome = BytesIO()
    image.save(outcome, "PNG", optimize=True)
    return outcome.getvalue()


def _draw_tallies(draw: ImageDraw.ImageDraw, tallies: tuple[Tally, ...]) -> None:
    """A number over its word, each in a column of its own; the colour only repeats the word."""
    if not tallies:
        return
    column = (WIDTH - 2 * _MARGIN) / len(tallies)
    for place, tally in enumerate(tallies):
        left = _MARGIN + place * column
        colour = _COLOURS.get(tally.mark, _OTHER_COLOUR)
        draw.rectangle((left, HEIGHT - 175, left + column - 24, HEIGHT - 169), fill=colour)
        draw.text((left, HEIGHT - 165), str(tally.count), font=_font("Semibold", 64), fill=colour)
        word = next(iter(_lines(tally.word, 28, column - 24)), "")
        draw.text((left, HEIGHT - 85), word, font=_font("Regular", 28), fill=_INK)


def _lines(text: str, size: int, width: float = WIDTH - 2 * _MARGIN) -> list[str]:
    return list(_wrapped(text.split(), _font("Semibold", size), width))


def _wrapped(words: list[str], font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _height(title: str, size: int) -> float:
    lines = len(_lines(title, size))
    return lines * size * 1.2 if lines <= _MOST_LINES else float("inf")


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FILES / f"SourceSansPro-{weight}.ttf"), size)
