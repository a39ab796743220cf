"""Goal by goal as it is set: every goal, indicator and assignment with the level of its heading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from reports.build.document import (
    AssignmentGroup,
    AssignmentPart,
    Detail,
    GoalFollowUp,
    GoalIndicators,
    GoalPart,
    IndicatorGroup,
    IndicatorPart,
    Result,
    TextPart,
)
from reports.render.headings import HIGHEST, below, headings_at, parts_at
from reports.render.note_marks import NoteMark
from reports.render.selecting import NO_ATTRIBUTES, UNTOLD, Picked, Selecting, joined
from reports.render.selecting_sections import follow_up_picked
from reports.render.tables import LaidTable, Surroundings, lay_table
from reports.render.unit_names import name_beside

DEEPEST = 5
LONGEST_VALUE_IN_A_LINE = 40


@dataclass(frozen=True, slots=True)
class LaidDetail:
    """`is_list`: the values stand one a line, since several with commas between, one a sentence, are hard to part."""

    detail: Detail
    is_list: bool


@dataclass(frozen=True, slots=True)
class LaidAnswer:
    """`unit` is empty where the committee alone has answered: then nobody needs to be told apart.

    `picked` is everywhere what a reader may pick the part by, as attributes.
    """

    result: Result
    unit: str
    unit_name: str
    parts: tuple[TextPart, ...]
    picked: SafeString = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class LaidItem:
    """An indicator or an assignment under its goal; `label` is the word for what it is, where nothing above says it."""

    anchor: str
    level: int
    label: str
    number: str
    name: str
    notes: tuple[NoteMark, ...]
    html: str
    details: tuple[LaidDetail, ...]
    figures: tuple[LaidTable, ...]
    answers: tuple[LaidAnswer, ...]
    picked: Picked = UNTOLD


@dataclass(frozen=True, slots=True)
class LaidGroup:
    """`heading` is empty where the items stand directly under what is above them."""

    heading: str
    level: int
    items: tuple[LaidItem, ...]

    @property
    def picked(self) -> Picked:
        return joined(item.picked for item in self.items)


@dataclass(frozen=True, slots=True)
class LaidPart:
    """A goal with what belongs to it, or (without an anchor) indicators that come after the goals below.

    `depth` tells the size of its heading: 0 for the topmost under a main heading, more under a lower one, and no more
    than there are sizes for.
    """

    anchor: str
    depth: int
    level: int
    label: str
    number: str
    name: str
    html: str
    details: tuple[LaidDetail, ...]
    answers: tuple[LaidAnswer, ...]
    groups: tuple[LaidGroup, ...]
    picked: Picked = UNTOLD


def lay_follow_up(block: GoalFollowUp, *, level: int, around: Surroundings) -> tuple[LaidPart, ...]:
    """`level` is that of the heading above the block."""
    above = level
    parts: list[LaidPart] = []
    for part, picked in zip(block.parts, follow_up_picked(block, around.selecting), strict=True):
        if isinstance(part, GoalPart):
            above = min(below(level, part.depth + 1), below(above))
            parts.append(_goal(part, above, _size(part, level), around.selecting, picked))
        else:
            parts += [
                _indicators(each, below(level, part.depth + 1), above, _size(part, level), around)
                for each in _under_own_headings(part)
            ]
    return tuple(_named_once(parts))


def _named_once(parts: Iterable[LaidPart]) -> Iterator[LaidPart]:
    """The parts with each unit's name beside its code at its first answer only."""
    said: set[tuple[str, str]] = set()

    def once(answers: Iterable[LaidAnswer]) -> Iterator[LaidAnswer]:
        for answer in answers:
            named = (answer.unit, answer.unit_name)
            yield replace(answer, unit_name="") if named in said else answer
            said.add(named)

    for part in parts:
        answers = tuple(once(part.answers))
        groups = tuple(
            replace(group, items=tuple(replace(item, answers=tuple(once(item.answers))) for item in group.items))
            for group in part.groups
        )
        yield replace(part, answers=answers, groups=groups)


def _under_own_headings(part: GoalIndicators) -> tuple[GoalIndicators, ...]:
    """One for each group where several come after the goals below and say themselves that they are indicators."""
    if part.goal and len(part.groups) > 1 and all(_says_what_it_is(group) for group in part.groups):
        return tuple(replace(part, groups=(group,)) for group in part.groups)
    return (part,)


def _says_what_it_is(group: IndicatorGroup) -> bool:
    return group.heading.casefold().startswith(_("Indikatorer").casefold())


def _size(part: GoalPart | GoalIndicators, level: int) -> int:
    """Never larger than the heading above the block."""
    return min(part.depth + level - HIGHEST, DEEPEST)


def _goal(part: GoalPart, level: int, depth: int, selecting: Selecting | None, picked: Picked) -> LaidPart:
    return LaidPart(
        anchor=part.anchor,
        depth=depth,
        level=level,
        label=part.label,
        number=part.number,
        name=part.name,
        html=headings_at(part.html, below(level)),
        details=_details(part.details),
        answers=_answers(part.results, below(level), part.subject, selecting),
        groups=tuple(_assignments(group, level, selecting) for group in part.assignments),
        picked=picked,
    )


def _indicators(part: GoalIndicators, level: int, above: int, depth: int, around: Surroundings) -> LaidPart:
    """The goal's name is said again where the goals below it stand between, at the level of those goals.

    Where all its indicators stand in one group, the group's heading is the only one, with the goal's name above it
    unless the heading begins with the same word.
    """
    heading = min(below(level), below(above))
    over = heading if part.goal else min(level, above)
    again = _("Indikatorer för %(goal)s") % {"goal": part.goal} if part.goal else ""
    groups, label, name = part.groups, "", again
    if again and len(groups) == 1 and groups[0].heading:
        label = "" if _says_what_it_is(groups[0]) else again
        groups, name = (replace(groups[0], heading=""),), groups[0].heading
    laid = tuple(_indicator_group(group, over, around) for group in groups)
    return LaidPart(
        anchor="",
        depth=depth,
        level=heading,
        label=label,
        number="",
        name=name,
        html="",
        details=(),
        answers=(),
        groups=laid,
        picked=joined(group.picked for group in laid),
    )


def _indicator_group(group: IndicatorGroup, above: int, around: Surroundings) -> LaidGroup:
    level = below(above, 2 if group.heading else 1)
    return LaidGroup(group.heading, below(above), tuple(_indicator(each, level, around) for each in group.indicators))


def _assignments(group: AssignmentGroup, above: int, selecting: Selecting | None) -> LaidGroup:
    level = below(above, 2 if group.heading else 1)
    items = tuple(_assignment(each, level, group.heading, selecting) for each in group.assignments)
    return LaidGroup(group.heading, below(above), items)


def _indicator(part: IndicatorPart, level: int, around: Surroundings) -> LaidItem:
    marks = around.notes.marks(part.notes)
    inside = replace(around, title=part.name, text_level=below(level))
    return LaidItem(
        anchor=part.anchor,
        level=level,
        label="",
        number=part.number,
        name=part.name,
        notes=marks,
        html=headings_at(part.html, below(level)),
        details=_details(part.details),
        figures=lay_table(part.figures, part.anchor, inside, folds=True) if part.figures else (),
        answers=_answers(part.results, below(level), part.subject, around.selecting),
        picked=around.selecting.subject(part.subject) if around.selecting else UNTOLD,
    )


def _assignment(part: AssignmentPart, level: int, group: str, selecting: Selecting | None) -> LaidItem:
    return LaidItem(
        anchor=part.anchor,
        level=level,
        label="" if part.kind.casefold() in group.casefold() else part.kind,
        number=part.number,
        name=part.name,
        notes=(),
        html=headings_at(part.html, below(level)),
        details=_details(part.details),
        figures=(),
        answers=_answers(part.results, below(level), part.subject, selecting),
        picked=selecting.subject(part.subject) if selecting else UNTOLD,
    )


def _details(details: Sequence[Detail]) -> tuple[LaidDetail, ...]:
    return tuple(
        LaidDetail(
            detail,
            is_list=len(detail.values) > 1 and any(len(value) > LONGEST_VALUE_IN_A_LINE for value in detail.values),
        )
        for detail in details
    )


def _answers(
    results: Sequence[Result], text_level: int, subject: str, selecting: Selecting | None
) -> tuple[LaidAnswer, ...]:
    alone = len(results) == 1 and results[0].is_committee
    return tuple(
        LaidAnswer(
            result=result,
            unit="" if alone else result.unit,
            unit_name="" if alone else name_beside(result.unit, result.unit_name),
            parts=parts_at(result.parts, text_level),
            picked=selecting.result(subject, result).attributes if selecting else NO_ATTRIBUTES,
        )
        for result in results
    )
