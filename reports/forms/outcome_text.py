"""Reading what a person typed as an outcome, and writing an outcome as it would be typed. Pure."""

import json
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from followup.core.numbers import NumberFault, format_number, parse_number
from indicators.choices import MissingReason
from indicators.commands.outcomes import Outcome

PRELIMINARY = "preliminary"
MAX_WORDS = 2000
MAX_REMARK = 2000

_MEANT_AS_NUMBER = re.compile(r"[\d\s.,;:'’+\-−%/]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class OutcomeFault(ValueError):
    """An outcome that cannot be read; the message is for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of a row: the value as text, what kind of value it is, a remark, and the counts behind a share."""

    text: str = ""
    kind: str = ""
    remark: str = ""
    numerator: str = ""
    denominator: str = ""

    @classmethod
    def of(cls, text: str, kind: str, remark: str, numerator: str = "", denominator: str = "") -> "Typed":
        return cls(text.strip(), kind, remark.strip(), numerator.strip(), denominator.strip())

    @property
    def has_counts(self) -> bool:
        return bool(self.numerator or self.denominator)

    @property
    def says_no_value(self) -> bool:
        """Whether the value is left to be computed."""
        return not self.text and self.kind in {"", PRELIMINARY}


def typed_of(outcome: Outcome) -> Typed:
    """How the outcome stands in its fields; its words where it has both words and a number."""
    text = outcome.words
    if not text and outcome.value is not None:
        text = format_number(outcome.value, None)
    kind = outcome.missing_reason or (PRELIMINARY if outcome.is_preliminary else "")
    counts = ("" if each is None else format_number(each, None) for each in (outcome.numerator, outcome.denominator))
    return Typed.of(text, kind, outcome.remark, *counts)


def refuse_unstorable(typed: Typed) -> None:
    """Raises OutcomeFault for what no figure may hold."""
    kinds = {"", PRELIMINARY, *MissingReason.values}
    if typed.kind not in kinds:
        raise OutcomeFault(_("Välj om värdet är slutligt, preliminärt eller varför det saknas."))
    if _CONTROL.search(typed.text + typed.remark):
        raise OutcomeFault(_("Texten innehåller ett tecken som inte går att visa. Skriv om den."))
    if len(typed.remark) > MAX_REMARK:
        raise OutcomeFault(_("Anmärkningen får ha högst %(limit)d tecken.") % {"limit": MAX_REMARK})


def read(typed: Typed, unit_of_measure: str = "") -> Outcome:
    """The outcome. A number may be followed by its unit of measure; what is no number at all is taken as words.

    Where only the counts behind a share are given the value is left out, to be computed. Raises OutcomeFault for what
    looks like a number and is none, for one count without the other, and for a value that also is said to be missing.
    """
    refuse_unstorable(typed)
    if typed.kind in MissingReason.values:
        if typed.has_counts or (typed.text and typed.text.casefold() != _("saknas")):
            raise OutcomeFault(_("Ange antingen ett värde eller varför det saknas, inte både och."))
        return Outcome(missing_reason=typed.kind, remark=typed.remark)
    if typed.text.casefold() == _("saknas"):
        raise OutcomeFault(_("Välj varför värdet saknas."))
    numerator, denominator = _counts(typed)
    if not typed.text and numerator is None:
        if typed.kind or typed.remark:
            raise OutcomeFault(_("Skriv ett värde, eller välj varför det saknas."))
        return Outcome()
    value, words = _value(typed.text, unit_of_measure) if typed.text else (None, "")
    return Outcome(
        value=value,
        words=words,
        is_preliminary=typed.kind == PRELIMINARY,
        remark=typed.remark,
        numerator=numerator,
        denominator=denominator,
    )


def _counts(typed: Typed) -> tuple[Decimal | None, Decimal | None]:
    """Both, or neither."""
    if not typed.has_counts:
        return None, None
    if not typed.numerator or not typed.denominator:
        raise OutcomeFault(_("Fyll i både täljare och nämnare, eller ingen av dem."))
    try:
        numerator, denominator = parse_number(typed.numerator), parse_number(typed.denominator)
    except NumberFault as fault:
        raise OutcomeFault(str(fault)) from fault
    if denominator <= 0:
        raise OutcomeFault(_("Nämnaren måste vara större än noll."))
    return numerator.normalize(), denominator.normalize()


def _value(text: str, unit_of_measure: str) -> tuple[Decimal | None, str]:
    unit = unit_of_measure.strip()
    bare = text[: -len(unit)].strip() if unit and text.casefold().endswith(unit.casefold()) else text
    if not _MEANT_AS_NUMBER.fullmatch(bare):
        if len(text) > MAX_WORDS:
            raise OutcomeFault(_("Ett värde i ord får ha högst %(limit)d tecken.") % {"limit": MAX_WORDS})
        return None, text
    try:
        return parse_number(bare).normalize(), ""
    except NumberFault as fault:
        raise OutcomeFault(str(fault)) from fault


def seen_to_json(seen: dict[str, Outcome]) -> str:
    """The outcomes that are not empty, as compact text for a hidden field."""
    return json.dumps(
        {name: _as_list(outcome) for name, outcome in seen.items() if not outcome.is_empty},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _as_list(outcome: Outcome) -> list[str | bool | None]:
    """With the counts behind a share only where there are any."""
    counts = [outcome.numerator, outcome.denominator]
    return [
        _number_text(outcome.value),
        outcome.words,
        outcome.missing_reason,
        outcome.is_preliminary,
        outcome.remark,
        *(map(_number_text, counts) if any(each is not None for each in counts) else ()),
    ]


def _number_text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def seen_from_json(text: str) -> dict[str, Outcome]:
    """The outcomes of `seen_to_json`; nothing for a text that was tampered with, which at worst shows a conflict."""
    try:
        return {str(name): _from_list(*parts) for name, parts in json.loads(text).items()}
    except (AttributeError, InvalidOperation, TypeError, ValueError):
        return {}


def _from_list(
    value: object,
    words: object,
    reason: object,
    preliminary: object,
    remark: object,
    numerator: object = None,
    denominator: object = None,
) -> Outcome:
    return Outcome(
        value=_number(value),
        words=str(words),
        missing_reason=str(reason),
        is_preliminary=bool(preliminary),
        remark=str(remark),
        numerator=_number(numerator),
        denominator=_number(denominator),
    )


def _number(text: object) -> Decimal | None:
    return None if text is None else Decimal(str(text))
