"""Targets in words. Pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from indicators.choices import MeasuredAgainst
from reports.build.document import Cell
from reports.build.facts import TargetFact
from reports.build.figures import number_words, places, series_label
from reports.build.material import Material

_SIGN = {True: "+", False: ""}


def target_words(target: TargetFact, unit_of_measure: str = "", decimals: int | None = None) -> str:
    """`80 %`, `80–90 %`, `−10 % mot föregående år`, or the words that were decided."""
    if target.words or target.value is None:
        return target.words
    if target.measured_against == MeasuredAgainst.VALUE:
        return _range(target.value, target.value_high, unit_of_measure, decimals, signed=False)
    if not target.value and target.value_high is None:
        return _("oförändrat mot föregående år")
    unit = "%" if target.measured_against == MeasuredAgainst.CHANGE_PERCENT else ""
    change = _range(target.value, target.value_high, unit, decimals, signed=True)
    if not unit and unit_of_measure.strip() == "%":
        change = _("%(change)s procentenheter") % {"change": change}
    return _("%(change)s mot föregående år") % {"change": change}


def goal_target_words(material: Material, target: TargetFact) -> str:
    """A goal's own target, with whose it is where it is not that of all: `AFI: 12`."""
    unit = material.units[target.unit_id].code if target.unit_id is not None else ""
    label = series_label(unit, target.submeasure, target.sex)
    return f"{label}: {target_words(target)}" if label else target_words(target)


def _range(low: Decimal, high: Decimal | None, unit: str, decimals: int | None, *, signed: bool) -> str:
    def words(value: Decimal, unit: str) -> str:
        return _SIGN[signed and value > 0] + number_words(value, decimals, unit)

    if decimals is None and high is not None:
        decimals = max(places(low), places(high))
    if high is None or high == low:
        return words(low, unit)
    between = " – " if signed or low < 0 else "–"
    return f"{words(low, '')}{between}{words(high, unit)}"


def of_the_time(targets: Sequence[TargetFact], as_of: date | None) -> tuple[TargetFact, ...]:
    """Of one series' targets that of `as_of`'s year, else of the nearest earlier, else of the nearest later year.

    Without a date all of them, by year.
    """
    in_order = tuple(sorted(targets, key=lambda target: target.year))
    if as_of is None or not in_order:
        return in_order
    earlier = [target for target in in_order if target.year <= as_of.year]
    return (earlier[-1] if earlier else in_order[0],)


def targets_in_words(targets: Sequence[TargetFact], unit_of_measure: str, decimals: int | None) -> str:
    """One target alone, several with their years: `2018: 80 %; 2019: 85 %`."""
    words = [target_words(target, unit_of_measure, decimals) for target in targets]
    if len(targets) == 1:
        return words[0]
    return "; ".join(f"{target.year}: {text}" for target, text in zip(targets, words, strict=True))


def target_cell(targets: Sequence[TargetFact], as_of: date | None, unit_of_measure: str, decimals: int | None) -> Cell:
    """The target that a report as of a date shows for one series, as a cell."""
    stand = of_the_time(targets, as_of)
    text = targets_in_words(stand, unit_of_measure, decimals)
    return Cell(text=text, value=_plain_value(stand, text))


def _plain_value(targets: Sequence[TargetFact], text: str) -> Decimal | None:
    """The number behind the words, where they are nothing but that number."""
    if len(targets) != 1 or targets[0].words or targets[0].value_high is not None:
        return None
    return targets[0].value if targets[0].measured_against == MeasuredAgainst.VALUE else None
