"""Colours and their contrast as WCAG 2 counts it: what a municipality's accent may be, and what follows from it."""

import re
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from followup.core.numbers import format_number

READABLE = 4.5
"""The least contrast of text against what it stands on (WCAG 2, 1.4.3, level AA)."""

WHITE = "#ffffff"
LIGHT_PAPER = WHITE
LIGHT_GROUND = "#f5f4f0"
DARK_PAPER = "#1c2026"
DARK_INK = "#1b1f24"

_SOFT_ON_LIGHT = 0.1
_SOFT_ON_DARK = 0.16
_STEPS = 100


class Rgb(NamedTuple):
    """Red, green and blue, 0 through 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


@dataclass(frozen=True)
class AccentVariants:
    """An accent with what belongs to it, as `#rrggbb`: the text that stands on it (ink) and a quiet ground (soft)."""

    accent: str
    accent_ink: str
    accent_soft: str
    dark_accent: str
    dark_accent_ink: str
    dark_accent_soft: str


def parse_hex(value: str) -> Rgb:
    """The colour of `#1f5a82`; raises ValueError for anything else."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError(f"{value!r} is not a colour such as #1f5a82")
    return Rgb(int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16))


def contrast(a: str, b: str) -> float:
    """From 1 (no difference) through 21 (black on white), whichever of the two is the text."""
    darker, lighter = sorted((_luminance(parse_hex(a)), _luminance(parse_hex(b))))
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(accent: str, paper: str) -> bool:
    """Whether text in the accent can be read on the paper."""
    return contrast(accent, paper) >= READABLE


def contrast_in_words(ratio: float) -> str:
    """`7,4`. Cut, not rounded: 4,46 must not be shown as 4,5 and refused all the same."""
    return format_number(Decimal(ratio).quantize(Decimal("0.1"), ROUND_DOWN), 1)


def validate_accent(value: str) -> None:
    """Raises ValidationError unless the value is a colour that can be read on the pages' ground, and so on white."""
    try:
        ratio = contrast(value, LIGHT_GROUND)
    except ValueError as fault:
        raise ValidationError(
            _("”%(colour)s” är inte en färg. Skriv # och sex tecken 0–9 eller a–f, till exempel #1f5a82."),
            code="invalid",
            params={"colour": value},
        ) from fault
    if ratio < READABLE:
        raise ValidationError(
            _("Färgen %(colour)s har kontrasten %(ratio)s:1 mot sidornas bakgrund; minst %(least)s:1 krävs."),
            code="contrast",
            params={
                "colour": value,
                "ratio": contrast_in_words(ratio),
                "least": format_number(Decimal(READABLE), 1),
            },
        )


def accent_variants(accent: str) -> AccentVariants:
    """What an accent looks like on light and dark paper, made readable there by mixing in white or dark ink.

    An accent that `validate_accent` lets through is kept as it is on light paper. On the soft grounds ordinary ink is
    meant to stand, not the accent itself.
    """
    light = _readable(accent, LIGHT_PAPER, towards=DARK_INK)
    dark = _readable(accent, DARK_PAPER, towards=WHITE)
    return AccentVariants(
        accent=light,
        accent_ink=_ink_on(light),
        accent_soft=_mixed(LIGHT_PAPER, light, _SOFT_ON_LIGHT),
        dark_accent=dark,
        dark_accent_ink=_ink_on(dark),
        dark_accent_soft=_mixed(DARK_PAPER, dark, _SOFT_ON_DARK),
    )


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _mixed(ground: str, colour: str, share: float) -> str:
    pairs = zip(parse_hex(ground), parse_hex(colour), strict=True)
    return str(Rgb(*(round(below + (above - below) * share) for below, above in pairs)))


def _readable(colour: str, paper: str, *, towards: str) -> str:
    """The least mix of the colour and what it goes towards that can be read on the paper."""
    mixes = (_mixed(colour, towards, step / _STEPS) for step in range(_STEPS + 1))
    return next(mix for mix in mixes if readable_on(mix, paper))


def _ink_on(ground: str) -> str:
    return max(WHITE, DARK_INK, key=lambda ink: contrast(ink, ground))
