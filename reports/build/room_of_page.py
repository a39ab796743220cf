"""How much the part I korthet takes of its page on paper. Pure: counted in lines, rather too many than too few."""

from collections.abc import Iterable, Sequence
from math import ceil

from reports.build.document import BriefLine, StatusSummary, Trouble

LINES_OF_THE_PAGE = 59
CHARACTERS_OF_A_LINE = 110
CHARACTERS_OF_A_HEAD = 92
LONGEST_STATUS_IN_LINE = 20
COUNTS_OF_A_LINE = 4
_HEADINGS = 9
"""Those of the page, of what is not going well and of what has changed, with the air around them."""
_AIR = 0.5


def room_for_troubles(summaries: Iterable[StatusSummary], changes: Sequence[BriefLine]) -> float:
    """The lines that are left on the page for what is not going well."""
    counts = sum(map(_lines_of_summary, summaries))
    return LINES_OF_THE_PAGE - _HEADINGS - counts - sum(_lines(each.text) for each in changes)


def fitting(troubles: Sequence[Trouble], room: float) -> int:
    """How many of the first have room; where not all do, a line is kept for saying so."""
    taken = 0.0
    for place, trouble in enumerate(troubles):
        taken += lines_of(trouble)
        is_last = place == len(troubles) - 1
        if taken > (room if is_last else room - 1 - _AIR):
            return place
    return len(troubles)


def lines_of(trouble: Trouble) -> float:
    judged = "".join(f"{each.by} {each.status.word}     " for each in trouble.judgements)
    head = _lines(f"{trouble.number} {trouble.name}   {judged}", CHARACTERS_OF_A_HEAD)
    texts = [f"{each.label}, {each.by}: {each.text}" for each in trouble.reasons]
    texts += [f"{each.label}, {each.by}: {each.text} Klart senast: {each.due}." for each in trouble.actions]
    return _AIR + head + sum(map(_lines, texts))


def _lines_of_summary(summary: StatusSummary) -> float:
    rows = ceil(len(summary.counts) / COUNTS_OF_A_LINE)
    longest = max((len(each.status.word) for each in summary.counts), default=0)
    return 2.5 + rows * (1.2 if longest <= LONGEST_STATUS_IN_LINE else 3.4)


def _lines(text: str, room: int = CHARACTERS_OF_A_LINE) -> int:
    return ceil(max(1, len(text)) / room)
