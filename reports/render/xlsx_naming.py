"""What the sheet of each block would be called: by its heading, and by what tells it apart where several are alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from reports.build.document import Block, Chart, DocumentSection, GoalFollowUp, GoalPart, PageBreak, Table
from reports.render.xlsx_titles import LONGEST_TITLE, sheet_title

_BREAKS = (": ", " – ")


@dataclass(slots=True)
class _Surroundings:
    """Where in the report one is: the headings above by level, and the one goal last followed up under them."""

    headings: dict[int, str] = field(default_factory=dict)
    goal: str = ""

    def enter(self, section: DocumentSection) -> None:
        if section.title:
            above = {level: title for level, title in self.headings.items() if level < section.level}
            self.headings, self.goal = above | {section.level: section.title}, ""
        self.goal = _only_goal(section.block) or self.goal

    @property
    def above(self) -> str:
        return next(reversed(self.headings.values()), "")

    @property
    def further_above(self) -> str:
        return next(iter([*self.headings.values()][-2:-1]), "")


def sheet_names(sections: Sequence[DocumentSection]) -> list[str]:
    """One for each section, before it is made such as a spreadsheet takes."""
    candidates = [tuple(dict.fromkeys(each)) for each in _candidates(sections)]
    names = [each[0] for each in candidates]
    with_sheet = [
        position
        for position, section in enumerate(sections)
        if section.block is not None and not isinstance(section.block, PageBreak)
    ]
    for longer in range(1, max(map(len, candidates), default=0)):
        for alike in _alike(names, with_sheet):
            told = {position: candidates[position][min(longer, len(candidates[position]) - 1)] for position in alike}
            if len({sheet_title(name).casefold() for name in told.values()}) > 1:
                for position, name in told.items():
                    names[position] = name
    return names


def _alike(names: Sequence[str], positions: Iterable[int]) -> list[list[int]]:
    """Those of the positions whose names come to be the same, several in each."""
    found: dict[str, list[int]] = {}
    for position in positions:
        found.setdefault(sheet_title(names[position]).casefold(), []).append(position)
    return [each for each in found.values() if len(each) > 1]


def _candidates(sections: Sequence[DocumentSection]) -> Iterator[list[str]]:
    """For each section the shortest name first, then longer ones that tell more."""
    titles = [section.title for section in sections]
    around = _Surroundings()
    for section in sections:
        around.enter(section)
        caption = _caption(section.block)
        title = _without_beginning(section.title, titles)
        if not title:
            title = _only_goal(section.block) or (caption if caption != around.above else "") or around.above
        title = title or _("Rapport")
        further = (around.goal, "" if section.title else around.above, around.further_above, caption)
        yield [title, *(_paired(title, words) for words in further if words and words not in title)]


def _without_beginning(title: str, titles: Sequence[str]) -> str:
    """A title too long for a sheet's name, without the words that another title begins with too."""
    for mark in _BREAKS:
        beginning, _mark, rest = title.partition(mark)
        shared = [each for each in titles if each != title and each.startswith(f"{beginning}{mark}")]
        if rest and shared and len(title) > LONGEST_TITLE:
            return rest
    return title


def _paired(first: str, second: str) -> str:
    """Both in the room of one: each has half of it, and what the other leaves."""
    room = LONGEST_TITLE - len(", ")
    kept = sheet_title(first, max(room - len(second), room // 2))
    return f"{kept}, {sheet_title(second, room - len(kept))}"


def _only_goal(block: Block | None) -> str:
    """The name of the goal that a follow-up is about, where it is about one with those below it."""
    if not isinstance(block, GoalFollowUp):
        return ""
    topmost = [part.name for part in block.parts if isinstance(part, GoalPart) and not part.depth]
    return topmost[0] if len(topmost) == 1 else ""


def _caption(block: Block | None) -> str:
    match block:
        case Table():
            return block.caption
        case Chart():
            return block.title
        case _:
            return ""
