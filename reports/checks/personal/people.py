"""Which indicators count people, and how many a figure stands for. Pure."""

import re
from decimal import Decimal

from followup.core.choices import Sex
from indicators.measures import Measure, measure_of
from reports.build.facts import IndicatorFact, MeasurementFact

_PEOPLE = (
    r"(?:personer|brukare|barn|ungdomar|klienter|elever|kvinnor|män|flickor|pojkar|individer|invånare|medborgare|"
    r"anställda|medarbetare|patienter|deltagare|sökande|flyktingar|vårdtagare|boende|anhöriga|närstående|vuxna|äldre|"
    r"föräldrar|familjer|hushåll|ensamkommande|placerade|asylsökande|våldsutsatta|hemlösa|bidragstagare)"
)
_UNIT = re.compile(rf"(?:antal |st |st\. )?\w*{_PEOPLE}", re.IGNORECASE)
_NAME = re.compile(rf"\bantal(?:et)? (?:\w+[aen] )?\w*{_PEOPLE}\b", re.IGNORECASE)
"""The counted word stands next to `antal`, perhaps after an adjective: not in `antal platser för barn`."""


def counts_people(indicator: IndicatorFact, figures: list[MeasurementFact]) -> bool:
    """By its unit, its name, or by being counted for women and men apart."""
    if measure_of(indicator.unit_of_measure) is not Measure.COUNT:
        return not indicator.unit_of_measure.strip() and bool(_NAME.search(indicator.name))
    return (
        bool(_UNIT.fullmatch(indicator.unit_of_measure.strip()))
        or bool(_NAME.search(indicator.name))
        or indicator.is_sex_disaggregated
        or any(item.sex != Sex.TOTAL for item in figures)
    )


def people_behind(item: MeasurementFact, indicator: IndicatorFact) -> Decimal | None:
    """The count behind a share, where it is known: given, or share times denominator."""
    if measure_of(indicator.unit_of_measure) is not Measure.SHARE:
        return None
    if item.numerator is not None:
        return item.numerator
    if item.value is None or item.denominator is None:
        return None
    return (item.value * item.denominator / 100).quantize(Decimal(1))
