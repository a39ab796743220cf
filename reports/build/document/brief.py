"""The report in brief: what is not going well, what is done about it, what has changed. How much is counted apart."""

from dataclasses import dataclass

from reports.build.document.marks import StatusMark


@dataclass(frozen=True, slots=True)
class Judgement:
    """`by` is the unit as it is printed, and empty for the committee's own."""

    by: str
    status: StatusMark


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in short and in plain words; `label` is the plan's word for a cause, or that for a comment."""

    by: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Action:
    """What is done, in short and in plain words: who does it, and when it is to be done where that is known.

    `label` is the plan's word for a measure, or what it is instead ("Uppdrag").
    """

    by: str
    label: str
    text: str
    due: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A goal or an indicator that is not or partly achieved; `anchor` is where it stands, empty where it does not.

    `subject` is the anchor by which the report's `subjects` know it.
    """

    anchor: str
    number: str
    name: str
    judgements: tuple[Judgement, ...]
    reasons: tuple[Reason, ...]
    actions: tuple[Action, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A short sentence about what has changed; `anchor` is where more is said of it, empty where nothing is."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class InBrief:
    """So much of what is not going well that all of it fits on a page: `left_out` is how many did not.

    The first of these stands in the section `rest_anchor` with the title `rest_title`, both empty where none does.
    """

    troubles: tuple[Trouble, ...]
    left_out: int
    rest_anchor: str
    rest_title: str
    changes: tuple[BriefLine, ...]
