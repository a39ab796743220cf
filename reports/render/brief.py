"""The part I korthet as it is set: what is not going well, each with an address of its own."""

from dataclasses import dataclass

from reports.build.document import InBrief, Trouble
from reports.render.selecting import UNTOLD, Picked, Selecting, joined

_PREFIX = "i-korthet-"


@dataclass(frozen=True, slots=True)
class LaidTrouble:
    """`id` is empty where the report does not know what it is about."""

    trouble: Trouble
    id: str
    picked: Picked


def troubles_of(brief: InBrief | None, selecting: Selecting | None) -> tuple[LaidTrouble, ...]:
    return tuple(
        LaidTrouble(
            trouble,
            brief_anchor(trouble.subject) if trouble.subject else "",
            selecting.subject(trouble.subject) if selecting else UNTOLD,
        )
        for trouble in (brief.troubles if brief else ())
    )


def brief_anchor(subject: str) -> str:
    return f"{_PREFIX}{subject}"


def brief_picked(brief: InBrief | None, selecting: Selecting | None) -> Picked:
    """The list as a whole, with its heading."""
    return joined(each.picked for each in troubles_of(brief, selecting))
