"""Whether an indicator counts people, who are women or men. Pure."""

import re

_PEOPLE = (
    r"(?:person(?:er|erna)|brukar(?:e|na)|barn(?:en)?|ungdomar(?:na)?|unga|klient(?:er|erna)|elev(?:er|erna)|"
    r"individ(?:er|erna)|invånar(?:e|na)|medborgar(?:e|na)|anställda|medarbetar(?:e|na)|chefer(?:na)?|patient(?:er|erna)|"
    r"deltagar(?:e|na)|sökande|vårdtagar(?:e|na)|boende|anhöriga|närstående|vuxna|äldre|föräldrar(?:na)?|nyanlända|"
    r"ensamkommande|placerade|våldsutövare|våldsutsatta|hemlösa|arbetslösa|bidragstagare|besökare|pensionärer|flyktingar)"
)
_UNIT = re.compile(rf"(?:(?:antal|andel) )?(?:[a-zåäö]+[ae] )?[a-zåäö]*{_PEOPLE}", re.IGNORECASE)
_NAME = re.compile(
    rf"(?<!\w)(?:antal|antalet|andel|andelen|\d+ ?%|\d+ procent)(?: av)?(?: de)?"
    rf"(?: (?!och |för |i )[a-zåäö]+[aen])? [a-zåäö-]*{_PEOPLE}(?!\w)",
    re.IGNORECASE,
)


def counts_people(unit_of_measure: str, name: str) -> bool:
    """By its unit (`personer`), or by a name that says so (`andel nöjda brukare`), not by `antal platser för barn`.

    Households, families and cases are no people, and what has no unit of measure is no count.
    """
    unit = unit_of_measure.strip()
    return bool(unit) and bool(_UNIT.fullmatch(unit) or _NAME.search(name))
