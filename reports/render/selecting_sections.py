"""By what a reader may pick a section: by anything that it shows, or that the sections under its heading show."""

from collections.abc import Iterator, Sequence

from django.utils.safestring import SafeString

from reports.build.document import (
    Block,
    DocumentSection,
    GoalFollowUp,
    GoalIndicators,
    GoalOverview,
    GoalPart,
    GoalTable,
    Table,
)
from reports.render.selecting import NO_ATTRIBUTES, NOTHING, UNTOLD, Picked, Selecting, joined
from reports.render.selecting_rows import picked_of


def section_attributes(
    sections: Sequence[DocumentSection], levels: Sequence[int], selecting: Selecting | None
) -> list[SafeString]:
    """For each section. Text that stands for itself, without goals under its heading, is picked by nothing."""
    if not selecting:
        return [NO_ATTRIBUTES for _section in sections]
    own = [joined([NOTHING, *_shown(section.block, selecting)]) for section in sections]
    return [joined(own[place:past]).attributes for place, past in enumerate(_ends(sections, levels))]


def _ends(sections: Sequence[DocumentSection], levels: Sequence[int]) -> Iterator[int]:
    """For each section the place after the last that stands under its heading, or after itself where it has none."""
    for place, section in enumerate(sections):
        past = place + 1
        while section.title and past < len(sections) and _is_under(sections[past], levels[past], levels[place]):
            past += 1
        yield past


def _is_under(section: DocumentSection, level: int, heading: int) -> bool:
    return not section.title or level > heading


def _shown(block: Block | None, selecting: Selecting) -> Iterator[Picked]:
    match block:
        case GoalTable():
            yield from (selecting.subject(row.subject) for row in block.rows)
        case GoalOverview():
            yield from (selecting.subject(goal.anchor) for goal in block.goals)
        case Table():
            yield picked_of(block, selecting)
        case GoalFollowUp():
            yield from follow_up_picked(block, selecting)


def follow_up_picked(block: GoalFollowUp, selecting: Selecting | None) -> list[Picked]:
    """For each part: a goal by what is shown of it and of those below it, its indicators by what is shown of them."""
    if not selecting:
        return [UNTOLD for _part in block.parts]
    own = [joined(map(selecting.subject, _subjects(part))) for part in block.parts]
    found = []
    for place, part in enumerate(block.parts):
        past = place + 1
        while isinstance(part, GoalPart) and past < len(block.parts) and _is_below(block.parts[past], part.depth):
            past += 1
        found.append(joined(own[place:past]))
    return found


def _is_below(part: GoalPart | GoalIndicators, depth: int) -> bool:
    """A goal's indicators stand at its own depth, after the goals below it if not right after it."""
    return part.depth > depth or (part.depth == depth and isinstance(part, GoalIndicators))


def _subjects(part: GoalPart | GoalIndicators) -> Iterator[str]:
    if isinstance(part, GoalPart):
        yield part.subject
        yield from (each.subject for group in part.assignments for each in group.assignments)
    else:
        yield from (each.subject for group in part.groups for each in group.indicators)
