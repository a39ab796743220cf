"""`från 107 till 82 dagar, en minskning med 25 dagar`: a change beside the two figures it is between. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.numbers import MINUS, format_number
from reports.checks.claims.passages import Claim, Passage, whole
from reports.checks.claims.working import Outcome, Verdict, compared, shown, written
from reports.checks.prose import Quantity
from reports.checks.rounding import half_unit

_UP = r"ökning\w*|uppgång\w*|höjning\w*|tillväxt\w*"
_DOWN = r"minskning\w*|nedgång\w*|sänkning\w*|förkortning\w*"
_NEITHER = r"förändring\w*|skillnad\w*|förbättring\w*|försämring\w*"
_ROSE = r"öka(?:de|t|r)?|sti(?:git|ger)|steg|väx(?:te|t|er)|höjts?|höjdes?|gått upp"
_FELL = r"minska(?:de|t|r)?|sjunk(?:it|er)|sjönk|sänkts?|sänktes?|gått ned|gått ner|kortats?|kortades?"
_WHICH_IS = (
    r"(?:vilket |som |det |och )?(?:(?:är|innebär|motsvarar|ger|betyder|blir) )?(?:det vill säga |dvs\.? |alltså )?"
)
_A_CHANGE = rf"(?:en )?(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?:{_NEITHER}))(?: med| på| om|,)? ?"
_FROM = whole(r"(?:^|[ (])från $")
_TO = whole(r"(?: [^\W\d]+){0,3} till ")
_CHANGE = whole(rf"(?: [^\W\d]+){{0,5}} ?[,(–:-]? ?{_WHICH_IS}{_A_CHANGE}")
_VERB = whole(rf"(?:^|[ (])(?:(?P<up>{_ROSE})|(?P<down>{_FELL}))(?: [^\W\d]+){{0,4}} med $")
_THEN_FROM = whole(r"(?: [^\W\d]+){0,3} ?[,(–-]? ?(?:nämligen |alltså )?från ")
_COMPARED = whole(r"[^.;()]*,? ?(?:jämfört med|att jämföra med|mot) ")
_THEN_CHANGE = whole(rf"(?: [\w–-]+){{0,7}},? ?{_WHICH_IS}{_A_CHANGE}")
_YEAR_BEFORE = whole(r"(?:ett år (?:tidigare|innan)|året (?:innan|före|dessförinnan)|i fjol|förra året)\b[^;()]*")
_CHANGE_IS = whole(
    rf"(?: [^\W\d]+){{0,3}},? ?(?:och |så )?(?:(?P<up>{_UP})|(?P<down>{_DOWN})) "
    r"(?:är|var|blev|blir|motsvarar|uppgår till) (?:alltså )?"
)
_HUNDRED = Decimal(100)
_LONGEST_OPENING = 80
_NO_NOUN = whole(r"(?:sedan|under|jämfört|och|i|på|från|mot|över|per|till|efter|mellan|vid|för|eller|)")


@dataclass(frozen=True, slots=True)
class _Change:
    """From `old` to `new`, said to be `size`; `direction` is 1 or -1 where the words say which way."""

    old: Quantity
    new: Quantity
    size: Quantity
    direction: int
    said: str


def changes(passage: Passage) -> Iterator[Claim]:
    for change in _found(passage):
        if any(each.hedge or each.value < 0 for each in (change.old, change.new, change.size)):
            continue
        yield from _claims(change)


def _found(passage: Passage) -> Iterator[_Change]:
    for first, second, third in passage.runs(3):
        said = passage.quote(max(0, first.start - len("från ")), third.end)
        opening = max(0, first.start - _LONGEST_OPENING)
        begins = passage.text[opening : first.start]
        if _FROM.search(begins) and _TO.fullmatch(passage.between(first, second)):
            words = _CHANGE.fullmatch(passage.between(second, third))
            if words:
                yield _Change(first, second, third, _direction(words), said)
        elif _COMPARED.fullmatch(passage.between(first, second)):
            words = _THEN_CHANGE.fullmatch(passage.between(second, third))
            if words:
                yield _Change(second, first, third, _direction(words), passage.quote(first.start, third.end))
        elif _THEN_FROM.fullmatch(passage.between(first, second)) and _TO.fullmatch(passage.between(second, third)):
            words = _VERB.search(begins)
            if words:
                start = opening + words.start("up" if words["up"] else "down")
                yield _Change(second, third, first, _direction(words), passage.quote(start, third.end))
    yield from _since_the_year_before(passage)


def _since_the_year_before(passage: Passage) -> Iterator[_Change]:
    """`Anmälningarna var 1 049. Ett år tidigare var de 883, och uppgången är 16 %.`"""
    before = passage.before
    if before is None or len(before.quantities) != 1 or len(passage.quantities) != 2:
        return
    (new,), (old, size) = before.quantities, passage.quantities
    words = _CHANGE_IS.fullmatch(passage.between(old, size))
    if words and size.unit == "%" and _YEAR_BEFORE.fullmatch(passage.text[: old.start]):
        said = f"{before.quote(new.start, new.end)} … {passage.quote(0, size.end)}"
        yield _Change(old, new, size, _direction(words), said)


def _direction(words: re.Match[str]) -> int:
    if words["up"]:
        return 1
    return -1 if words["down"] else 0


def _claims(change: _Change) -> Iterator[Claim]:
    old, new, size = change.old, change.new, change.size
    if not _are_alike(old, new):
        return
    unit = new.unit or old.unit
    if change.direction and (new.value - old.value) * change.direction < 0:
        yield _turned(change)
    elif size.unit == "%" and unit != "%":
        if old.value > half_unit(old.decimals):
            yield _claim(change, compared(size, (old, new), _relative, measured=True), _percent_working(change))
    elif size.unit in (unit, "procentenheter" if unit == "%" else unit) and size.unit != "%" and _counts_same(change):
        yield _claim(change, compared(size, (old, new), _difference, measured=bool(unit)), _difference_working(change))


def _are_alike(old: Quantity, new: Quantity) -> bool:
    """Whether both are of one unit, which one of them may leave out."""
    return (not old.unit or not new.unit or old.unit == new.unit) and old.per == new.per


def _counts_same(change: _Change) -> bool:
    """Whether the size counts the same things: a noun of its own must be the figures' too."""
    size = change.size
    return bool(size.unit or _NO_NOUN.fullmatch(size.noun)) or size.noun in (change.old.noun, change.new.noun)


def _relative(old: Decimal, new: Decimal) -> Decimal:
    return abs(new - old) * _HUNDRED / old


def _difference(old: Decimal, new: Decimal) -> Decimal:
    return abs(new - old)


def _percent_working(change: _Change) -> str:
    return f"({_difference_working(change)}) / {_number(change.old)}"


def _difference_working(change: _Change) -> str:
    low, high = sorted((change.old, change.new), key=lambda each: each.value)
    return f"{_number(high)} {MINUS} {_number(low)}"


def _number(quantity: Quantity) -> str:
    return format_number(quantity.value, quantity.decimals)


def _claim(change: _Change, outcome: Outcome, working: str) -> Claim:
    return Claim(change.said, f"{working} = {shown(outcome.expected, change.size)}", outcome)


def _turned(change: _Change) -> Claim:
    """Said to go one way, when it goes the other."""
    unit = change.new.unit or change.old.unit
    words = {"new": written(change.new, unit), "old": written(change.old, unit)}
    if change.new.value > change.old.value:
        fact = _("%(new)s är mer än %(old)s") % words
    else:
        fact = _("%(new)s är mindre än %(old)s") % words
    return Claim(change.said, fact, Outcome(Verdict.DIFFERS, change.new.value))
