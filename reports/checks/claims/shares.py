"""`57 av 70 (81 procent)`, `Av 70 verksamheter har 57 (81 procent)`: a share beside its counts. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from reports.checks.claims.passages import Claim, Passage, whole
from reports.checks.claims.working import compared, shown
from reports.checks.prose import Quantity

_OF = whole(r" ?(?:[^\W\d]+ )?(?:av |utav )(?:de |dessa |totalt |sammanlagt |samtliga |alla ){0,2}")
_STRONG = whole(
    r"(?: [^\W\d]+){0,4}(?: ?\(|,? ?(?:vilket|som|det) (?:är|blir|var|motsvarar|ger|utgör) |"
    r",? ?(?:det vill säga|dvs\.?|alltså|eller|motsvarande) | ?= ?)(?:hela )?"
)
_LOOSE = whole(r"(?: [^\W\d]+){0,2} ?(?:,|–|-) ?")
_CLOSED = whole(r" ?(?:[).,;:!?]|$)")
_OPENS = whole(r"(?:^|[ („”])av (?:de |dessa |totalt |sammanlagt |samtliga |alla |våra ){0,2}$")
_BRACKET = whole(r"(?: [^\W\d]+){0,2} ?\(")
_LONGEST_REACH = 100
_LONGEST_OPENING = 40
_HUNDRED = Decimal(100)


def shares(passage: Passage) -> Iterator[Claim]:
    for first, second, third in passage.runs(3):
        if third.unit != "%" or third.hedge or not (first.is_count and second.is_count):
            continue
        if _said_before(passage, first, second, third):
            yield from _claim(passage, first, second, third)
        elif _said_after(passage, first, second, third):
            yield from _claim(passage, second, first, third)


def _said_before(passage: Passage, part: Quantity, every: Quantity, share: Quantity) -> bool:
    """`57 av 70 (81 procent)`."""
    if not _OF.fullmatch(passage.between(part, every)):
        return False
    words = passage.between(every, share)
    if _STRONG.fullmatch(words):
        return True
    return _LOOSE.fullmatch(words) is not None and _CLOSED.match(passage.text, share.end) is not None


def _said_after(passage: Passage, every: Quantity, part: Quantity, share: Quantity) -> bool:
    """`Av 70 verksamheter har 57 (81 procent) …`."""
    reach = passage.between(every, part)
    return (
        _OPENS.search(passage.text[max(0, every.start - _LONGEST_OPENING) : every.start]) is not None
        and len(reach) <= _LONGEST_REACH
        and not set(".;:(") & set(reach)
        and _BRACKET.fullmatch(passage.between(part, share)) is not None
        and passage.text[share.end : share.end + 1] == ")"
    )


def _claim(passage: Passage, part: Quantity, every: Quantity, share: Quantity) -> Iterator[Claim]:
    """Nothing where words stand for a saying (`nio av tio`), and where the counts are not meant as exact."""
    if not every.value or part.value > every.value or part.hedge or every.hedge or (part.is_word and every.is_word):
        return
    outcome = compared(share, (part, every), lambda some, total: some * _HUNDRED / total)
    yield Claim(
        said=passage.quote(min(part.start, every.start), share.end),
        fact=f"{shown(part.value, part)} / {shown(every.value, every)} = {shown(outcome.expected, share)}",
        outcome=outcome,
    )
