"""The ways of saying in Swedish that a goal is or is not reached that leave no doubt. Pure; linear in the text.

A sentence that asks, wishes, sets a condition, speaks of another time, of another goal or of a part of this one says
nothing, nor does one with any word between the goal and its verdict that is not known. Better to miss one than to
misread one.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from goals.choices import GoalStatus
from reports.checks.prose import sentences_in

_SOME = frozenset({GoalStatus.PARTLY})
_LACKING = frozenset({GoalStatus.NOT, GoalStatus.PARTLY})
_NEARLY = frozenset({GoalStatus.ACHIEVED, GoalStatus.PARTLY})
_WHOLLY = frozenset({GoalStatus.ACHIEVED})
_DEGREES = {
    **dict.fromkeys(["", "helt", "fullt", "väl", "till fullo", "i sin helhet"], _WHOLLY),
    **dict.fromkeys(["i huvudsak", "i stort sett", "till stor del", "nästan", "nästan helt", "så gott"], _NEARLY),
    **dict.fromkeys(["delvis", "endast delvis", "bara delvis", "till viss del", "till en del"], _SOME),
    **dict.fromkeys(["inte", "ej", "inte helt", "ej helt", "inte fullt", "ej fullt", "långt ifrån"], _LACKING),
}
_NEGATIONS = frozenset({"inte", "ej"})
_UNREACHED = _LACKING | {GoalStatus.NOT_ASSESSABLE}
_VERBS = frozenset({"är", "har", "bedöms", "anses", "blir", "bedömdes", "blivit", "ha", "som", "vara", "att"})
_FORECAST_VERBS = frozenset({"bedöms", "beräknas", "väntas", "kommer", "lär", "att", "kunna"})
_FILLERS = frozenset(
    {
        "nu",
        "redan",
        "därmed",
        "alltså",
        "således",
        "därför",
        "ändå",
        "dock",
        "fortfarande",
        "ännu",
        "sammantaget",
        "också",
    }
    | {"även", "ut"}
)
_REACHED = r"uppnåtts?|uppfyllts?|nåtts?|uppnådd|uppfylld|nådd"
_REACH = r"uppnås|nås|uppfyllas|uppfylls"

_GOAL = r"(?:(?:nämnd|kvalitets|enhets)?målet|bedömningen)"
_MEASURED = r"(?:målvärdet|indikatorn|indikatorns mål|indikatorns målvärde)"
_BEFORE = (
    r"(?:^[\s–•-]*|[,;:–] |(?<!\w)(?:"
    r"(?:bedömer|bedömning är|bedömningen är|anser|visar|visar på|konstaterar|säger|menar) att|"
    r"och|är|blir|bedöms|anses|bedömer|bedömer vi|anser|anser vi|lär) )"
)
_TAIL = (
    r"(?=[.!:;)]|$|,(?! (?:men|utom|förutom|om)(?!\w))| (?:redan nu|nu|i år|i dag|i sin helhet|under året|"
    r"under perioden|för året|vid årets slut|vid årsskiftet|och|eftersom|därför att|tack vare|med råge|"
    r"med (?:bred |god |stor )?marginal|(?:(?:för|under|i) )?(?:19|20)\d\d)(?!\w))"
)
_DENIED = re.compile(r"(?<!\w)(?:inte|ej|knappast|svårt)(?!\w)", re.IGNORECASE)
_ASIDE = re.compile(r" (?:som helhet|i dag|i år|för närvarande)(?= )")
_NO_CLAIM = re.compile(
    r"\?|(?<!\w)(?:om|ifall|när|förutsatt|förutsätter|förutsättning\w*|tills|innan|först|skulle|borde|hoppas|"
    r"förhoppning\w*|ambition\w*|chans\w*|risk\w*|annars|så att|för att|utan att|måste|krävs|inte bara|inte enbart|"
    r"aldrig|varken|tvek\w*|osäker\w*|oklart|målet är att|i fjol|fjol\w*|förra|föregående|tidigare|nästa|kommande|"
    r"året (?:före|innan)|sedan|andra|första|tredje|ena|delmål\w*|mål \d+|målen|kommunens|fullmäktige\w*|regionens|"
    r"nationell\w*|kvinnor\w*|män|männen|flickor\w*|pojkar\w*|T[1-3]|tertial|kvartal\w*|halvår\w*|januari|februari|"
    r"mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\w)(?:19|20)\d\d(?!\w)")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that says how far the goal is reached, and the statuses that it agrees with."""

    sentence: str
    agrees_with: frozenset[GoalStatus]


@dataclass(frozen=True, slots=True)
class Spoken:
    """How sentences about a goal or an indicator are read: the plan's own words for the statuses, the year reported.

    Of an indicator also what is said of `målvärdet`, which in the text of a goal may be that of any indicator.
    """

    words: Mapping[str, str]
    year: int | None = None
    is_indicator: bool = False

    @property
    def subject(self) -> str:
        return rf"(?:det här |detta )?(?:{_GOAL}|{_MEASURED})" if self.is_indicator else rf"(?:det här |detta )?{_GOAL}"


def claims_in(line: str, spoken: Spoken) -> Iterator[Claim]:
    """Of a line of text with single spaces."""
    reading = _Reading(spoken)
    for sentence in sentences_in(line):
        if len(sentence.text) <= _LONGEST and (agrees_with := reading.agreement(sentence.text)):
            yield Claim(sentence.text, agrees_with)


def contradicting(claims: Collection[Claim], status: GoalStatus) -> Claim | None:
    """The first sentence against a status, where none agrees with it."""
    if any(status in claim.agrees_with for claim in claims):
        return None
    return next(iter(claims), None)


class _Reading:
    def __init__(self, spoken: Spoken) -> None:
        opening = rf"{_BEFORE}{spoken.subject}(?P<between>(?: [a-zåäö]+){{0,7}}?)"
        self.year = spoken.year
        self.words = {_plain(word): frozenset({GoalStatus(key)}) for key, word in spoken.words.items() if word}
        own = "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True)) or r"(?!)"
        self.patterns = (
            (_pattern(rf"{opening} (?P<verdict>{_REACHED}){_TAIL}"), self._reached),
            (_pattern(rf"{opening} (?:{_REACH})(?!\w)"), self._reach),
            (_pattern(rf"{_BEFORE}{spoken.subject} (?:{_REACH})(?P<between>(?: [a-zåäö]+){{0,2}})"), self._reach_not),
            (
                _pattern(rf"{_BEFORE}{spoken.subject} kan (?:ännu )?(?:inte|ej)(?: ännu)? (?:bedömas|utvärderas)"),
                _unknown,
            ),
            (_pattern(rf"{_BEFORE}{spoken.subject} (?:är|bedöms)(?: som| vara)? (?P<own>{own}){_TAIL}"), self._own),
            (_pattern(rf"^(?P<own>{own})[.!]?$"), self._own),
        )

    def agreement(self, sentence: str) -> frozenset[GoalStatus]:
        """Nothing where the sentence says nothing, or two things."""
        if _NO_CLAIM.search(sentence) or any(int(year[0]) != self.year for year in _YEAR.finditer(sentence)):
            return frozenset()
        text = _ASIDE.sub("", sentence)
        said: set[frozenset[GoalStatus]] = set()
        for pattern, read in self.patterns:
            said |= {read(match) for match in pattern.finditer(text) if not _DENIED.search(text, 0, match.start())}
        said.discard(frozenset())
        return frozenset.intersection(*said) if said else frozenset()

    def _reached(self, match: re.Match[str]) -> frozenset[GoalStatus]:
        """`Målet är delvis uppnått`: what is left between them, without verbs and fillers, is the degree."""
        degree = " ".join(word for word in _between(match) if word not in _VERBS | _FILLERS)
        if degree not in _DEGREES:
            return frozenset()
        return self.words.get(_plain(f"{degree} {match['verdict']}"), _DEGREES[degree])

    def _reach(self, match: re.Match[str]) -> frozenset[GoalStatus]:
        """`Målet bedöms inte kunna nås`. That it can be reached says nothing of what it is."""
        rest = [word for word in _between(match) if word not in _FORECAST_VERBS | _FILLERS]
        return _UNREACHED if len(rest) == 1 and rest[0] in _NEGATIONS else frozenset()

    def _reach_not(self, match: re.Match[str]) -> frozenset[GoalStatus]:
        """`Målet nås alltså inte`."""
        rest = [word for word in _between(match) if word not in _FILLERS]
        return _UNREACHED if rest and rest[0] in _NEGATIONS else frozenset()

    def _own(self, match: re.Match[str]) -> frozenset[GoalStatus]:
        return self.words[_plain(match["own"])]


def _unknown(match: re.Match[str]) -> frozenset[GoalStatus]:
    return frozenset({GoalStatus.NOT_ASSESSABLE})


def _between(match: re.Match[str]) -> list[str]:
    return match["between"].casefold().split()


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _plain(word: str) -> str:
    return " ".join(word.casefold().split()).rstrip(".")
