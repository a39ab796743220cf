"""Which indicators count people. Pure."""

import re
from collections.abc import Iterable

from followup.core.choices import Sex
from indicators.measures import Measure, measure_of
from reports.build.facts import IndicatorFact, MeasurementFact

_PEOPLE = (
    r"(?:personer|brukare|barn|ungdomar|klienter|elever|kvinnor|män|flickor|pojkar|individer|invånare|medborgare|"
    r"anställda|medarbetare|patienter|deltagare|sökande|flyktingar|vårdtagare|boende|anhöriga|närstående|vuxna|äldre|"
    r"föräldrar|familjer|hushåll|ensamkommande|placerade|våldsutsatta|hemlösa|bidragstagare)"
)
_UNIT = re.compile(rf"(?:antal |st\.? )?\w*{_PEOPLE}", re.IGNORECASE)
_NAME = re.compile(rf"\bantal(?:et)? (?:\w+[aen] )?\w*{_PEOPLE}\b", re.IGNORECASE)


def concerns_people(indicator: IndicatorFact, figures: Iterable[MeasurementFact]) -> bool:
    """By its unit, its name, or by being counted for women and men apart. Every share may, where its counts are known.

    The word for people stands next to `antal`, perhaps after an adjective: not in `antal platser för barn`.
    """
    measure = measure_of(indicator.unit_of_measure)
    if measure is Measure.SHARE:
        return True
    if measure is not Measure.COUNT:
        return not indicator.unit_of_measure.strip() and bool(_NAME.search(indicator.name))
    return (
        bool(_UNIT.fullmatch(indicator.unit_of_measure.strip()))
        or bool(_NAME.search(indicator.name))
        or indicator.is_sex_disaggregated
        or any(item.sex != Sex.TOTAL for item in figures)
    )
