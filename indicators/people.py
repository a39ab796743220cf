"""Whether an indicator counts people, who are women or men, or at least can point one out. Pure."""

import re

_PEOPLE = (
    r"person(?:er|erna)|brukar(?:e|na)|barn(?:en)?|ungdomar(?:na)?|unga|klient(?:er|erna)|elev(?:er|erna)|"
    r"individ(?:er|erna)|invånar(?:e|na)|medborgar(?:e|na)|anställda|medarbetar(?:e|na)|chefer(?:na)?|patient(?:er|erna)|"
    r"deltagar(?:e|na)|sökande|vårdtagar(?:e|na)|boende|anhöriga|närstående|vuxna|äldre|föräldrar(?:na)?|nyanlända|"
    r"ensamkommande|placerade|våldsutövare|våldsutsatta|hemlösa|arbetslösa|bidragstagare|besökare|pensionärer|flyktingar"
)
_OF_ONE_SEX = r"kvinnor(?:na)?|män(?:nen)?|flickor(?:na)?|pojkar(?:na)?"
_TOGETHER = r"familj(?:er|erna)|hushåll(?:en)?"


def _of_units(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:antal|andel|st\.?) )?(?:[a-zåäö]+[ae] )?[a-zåäö]*(?:{nouns})", re.IGNORECASE)


def _of_names(nouns: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:antal|antalet|andel|andelen|\d+ ?%|\d+ procent)(?: av)?(?: de)?"
        rf"(?: (?!och |för |i )[a-zåäö]+[aen])? [a-zåäö-]*(?:{nouns})(?!\w)",
        re.IGNORECASE,
    )


_UNIT, _NAME = _of_units(_PEOPLE), _of_names(_PEOPLE)
_WIDE = f"{_PEOPLE}|{_OF_ONE_SEX}|{_TOGETHER}"
_WIDE_UNIT, _WIDE_NAME = _of_units(_WIDE), _of_names(_WIDE)


def counts_people(unit_of_measure: str, name: str) -> bool:
    """By its unit (`personer`), or by a name that says so (`andel nöjda brukare`), not by `antal platser för barn`.

    Households, families and cases are no people, and what has no unit of measure is no count.
    """
    unit = unit_of_measure.strip()
    return bool(unit) and bool(_UNIT.fullmatch(unit) or _NAME.search(name))


def may_point_out_people(unit_of_measure: str, name: str) -> bool:
    """By its unit or its name. Of a household, too, a small number tells who it is, and so does one of women alone."""
    return bool(_WIDE_UNIT.fullmatch(unit_of_measure.strip()) or _WIDE_NAME.search(name))
