"""A section's options (Alternativ), parsed once into what the blocks ask for. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from followup.core.periods import PeriodFault, parse_period
from indicators.choices import IndicatorKind


class Shown(StrEnum):
    """The parts that `visa=` picks from."""

    DESCRIPTION = "beskrivning"
    CONTRIBUTES = "bidrar"
    RESPONSIBLE = "ansvarig"
    STATUS = "bedömning"
    COMMENTS = "kommentarer"
    ASSIGNMENTS = "uppdrag"
    INDICATORS = "indikatorer"


class ChartForm(StrEnum):
    """What `form=` asks for."""

    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class SectionOptions:
    """What a section asks to be shown; empty means nothing was asked.

    `goals` and `indicators` are Ids, `levels` level names in lower case, `kinds` values of `IndicatorKind`, `units`
    codes, `periods` canonical codes in the order given, `columns` numbers from 1, `headings` with "" for those that
    keep their own. `form` is how a chart is drawn, where not as usual. `goals_first`: the goals below stand before the
    own indicators.
    """

    goals: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    table: str = ""
    form: str = ""
    columns: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()
    parts: frozenset[Shown] = frozenset()
    goals_first: bool = False

    def shows(self, part: Shown) -> bool:
        """Whether a part is shown: all are, unless some are picked."""
        return not self.parts or part in self.parts

    def heading(self, position: int, default: str) -> str:
        """The heading of the column at `position` (from 0) in the full list of columns."""
        return (self.headings[position] if position < len(self.headings) else "") or default

    def names_column(self, position: int) -> bool:
        """Whether the column has been given a heading of its own, and so stands even where it is empty."""
        return position < len(self.headings) and bool(self.headings[position])


_KINDS = {str(label): str(value) for value, label in IndicatorKind.choices}


def parsed(options: Mapping[str, tuple[str, ...]]) -> SectionOptions:
    """The options as stored, typed. What is not understood is left out: what may be written is checked where it is."""
    values = {key: tuple(text.strip() for text in texts) for key, texts in options.items()}
    order = values.get("ordning", ())
    return SectionOptions(
        goals=_named(values, "mål"),
        levels=tuple(text.lower() for text in _named(values, "nivåer")),
        kinds=_understood(values, "typ", lambda text: _KINDS[text.lower()]),
        indicators=_named(values, "indikatorer"),
        units=_named(values, "enheter"),
        periods=named_periods(values),
        table=next(iter(_named(values, "tabell")), ""),
        form=next(iter(_understood(values, "form", lambda text: ChartForm(text.lower()))), ""),
        columns=_understood(values, "kolumner", int),
        headings=values.get("rubriker", ()),
        parts=frozenset(_understood(values, "visa", lambda text: Shown(text.lower()))),
        goals_first=[text.lower() for text in order[:1]] == ["mål"],
    )


def named_periods(options: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The codes of the periods that stand in the options."""
    return _understood(options, "perioder", lambda text: parse_period(text.strip()).code)


def _named(values: Mapping[str, tuple[str, ...]], key: str) -> tuple[str, ...]:
    return tuple(text for text in values.get(key, ()) if text)


def _understood(values: Mapping[str, tuple[str, ...]], key: str, read: Callable[[str], Any]) -> tuple[Any, ...]:
    found = []
    for text in _named(values, key):
        try:
            found.append(read(text))
        except (KeyError, ValueError, PeriodFault):
            continue
    return tuple(found)
