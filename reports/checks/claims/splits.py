"""`104 personer (41 män och 63 kvinnor)`: a count beside the women and men it is made of. Pure."""

from collections.abc import Iterator

from reports.checks.claims.passages import Claim, Passage, whole
from reports.checks.claims.working import compared, shown
from reports.checks.prose import Quantity

_WOMEN = frozenset({"kvinnor", "kvinna", "flickor", "flicka", "tjejer"})
_MEN = frozenset({"män", "man", "pojkar", "pojke", "killar"})
_FROM_WHOLE = whole(r"(?: [^\W\d]+){0,5} ?(?:\(|,|:| –)(?: ?(?:varav|därav|av dem|fördelat på|fördelade på))? ?")
_SEX = r" ?(?:[^\W\d]+ )?(?:(?:om|av|är|var|gäller|gällde) )?"
_TO_OTHER = whole(rf"{_SEX}(?P<sex>[^\W\d]+)(?: och|,| samt| respektive|, och) ?")
_LAST = whole(rf"{_SEX}(?P<sex>[^\W\d]+)(?P<after>.?)")


def splits(passage: Passage) -> Iterator[Claim]:
    for place, (whole_count, one, other) in enumerate(passage.runs(3)):
        if not all(each.is_count and not each.hedge for each in (whole_count, one, other)):
            continue
        if not _FROM_WHOLE.fullmatch(passage.between(whole_count, one)):
            continue
        first, last = _TO_OTHER.fullmatch(passage.between(one, other)), _LAST.match(passage.text, other.end)
        if first is None or last is None or not _are_both(first["sex"], last["sex"]):
            continue
        following = passage.quantities[place + 3 : place + 4]
        if following and _goes_on(passage, other, following[0]):
            continue
        outcome = compared(whole_count, (one, other), lambda women, men: women + men)
        yield Claim(
            said=passage.quote(whole_count.start, last.end("sex") + (last["after"] == ")")),
            fact=f"{shown(one.value, one)} + {shown(other.value, other)} = {shown(outcome.expected, whole_count)}",
            outcome=outcome,
        )


def _are_both(one: str, other: str) -> bool:
    sexes = {one.lower(), other.lower()}
    return bool(sexes & _WOMEN) and bool(sexes & _MEN)


def _goes_on(passage: Passage, last: Quantity, following: Quantity) -> bool:
    """Whether a third part stands in the same list: `(6 män, 1 kvinna och 2 okända)`."""
    words = passage.between(last, following)
    return len(words) <= 30 and not set(").;") & set(words)
