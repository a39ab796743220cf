"""Goals in a document: counted, in the five-column table, in the overview, and goal by goal.

`subject` is everywhere the anchor by which the report's `subjects` know what is told of.
"""

from dataclasses import dataclass

from reports.build.document.marks import Detail, Result, StatusMark, TrendMark
from reports.build.document.tables import Table


@dataclass(frozen=True, slots=True)
class StatusCount:
    status: StatusMark
    count: int


@dataclass(frozen=True, slots=True)
class StatusSummary:
    """How many assessments of one kind have each status, in the order of the status scale, zeroes included.

    Of the many statuses of assignments only those that some assignment has.
    `label` says whose assessments they are ("Enheternas bedömningar"); `without` counts those with no status, of which
    `in_words` have been answered in words.
    """

    label: str
    counts: tuple[StatusCount, ...]
    without: int
    in_words: int = 0


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator in words with the figures of the round: `figures` are already formatted ("AFI: 89 %").

    `unit` is that of the figures where neither they nor the name say it.
    """

    number: str
    name: str
    figures: tuple[str, ...]
    notes: tuple[int, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal in plan order with its description; `anchor` is unique in the document and stable between versions."""

    anchor: str
    number: str
    name: str
    html: str
    indicators: tuple[IndicatorLine, ...]
    results: tuple[Result, ...]
    responsible: tuple[str, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class GoalTable:
    """The five-column table: number, goal, indicators, the units' results each with its status, responsible.

    A column with an empty heading is left out: nothing stands in it in any row. `shows_status` and `shows_comments` say
    which parts of the results are there at all, so that one that is not shown is not taken for one that is not given.
    """

    headings: tuple[str, str, str, str, str]
    rows: tuple[GoalRow, ...]
    shows_status: bool = True
    shows_comments: bool = True


@dataclass(frozen=True, slots=True)
class OverviewGoal:
    """A goal in the overview; `depth` is 0 for the top of the tree, `label` its level's name or its own.

    `results` has one entry, without text, per unit that answers the goal: a unit that is not there was not asked, one
    with no status has not answered. `is_area`: nobody judges goals on its level; it is a heading over those below.
    """

    anchor: str
    number: str
    name: str
    depth: int
    status: StatusMark | None
    results: tuple[Result, ...]
    label: str = ""
    is_area: bool = False
    trend: TrendMark | None = None


@dataclass(frozen=True, slots=True)
class GoalOverview:
    """`units` are those of all the goals' results, by what is printed for them, in the committee's order."""

    summaries: tuple[StatusSummary, ...]
    goals: tuple[OverviewGoal, ...]
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AssignmentPart:
    """An assignment or activity (`kind` is the word for it) under its goal.

    `details` say who gave it, with whom, responsible and when.
    """

    anchor: str
    kind: str
    number: str
    name: str
    html: str
    details: tuple[Detail, ...]
    results: tuple[Result, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class AssignmentGroup:
    """`heading` is empty for those that stand in no group."""

    heading: str
    assignments: tuple[AssignmentPart, ...]


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """An indicator under its goal. `figures` has a row for each series and a column for each period, and the target.

    `unit` is the indicator's unit of measure.
    """

    anchor: str
    number: str
    name: str
    html: str
    details: tuple[Detail, ...]
    figures: Table | None
    results: tuple[Result, ...]
    notes: tuple[int, ...] = ()
    unit: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """`heading` is empty for those that stand in no group."""

    heading: str
    indicators: tuple[IndicatorPart, ...]


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal with what belongs to itself. `depth` is 0 for the topmost shown.

    Its heading lies `depth` below the section's.
    `label` is its own word or its level's ("Årsmål 2022"). `results` hold the committee's own first, then the units'.
    """

    anchor: str
    depth: int
    label: str
    number: str
    name: str
    html: str
    details: tuple[Detail, ...]
    results: tuple[Result, ...]
    assignments: tuple[AssignmentGroup, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class GoalIndicators:
    """The indicators of the goal `anchor` at `depth`: right after its part, or after the goals below it.

    `goal` repeats the goal's name where the goals below stand between, and is empty otherwise.
    """

    anchor: str
    depth: int
    goal: str
    groups: tuple[IndicatorGroup, ...]


@dataclass(frozen=True, slots=True)
class GoalFollowUp:
    """Goal by goal in the order of reading, flat however deep the tree is."""

    parts: tuple[GoalPart | GoalIndicators, ...]
