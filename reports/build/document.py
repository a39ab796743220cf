"""The report as frozen data: what every renderer is given and the only thing it is given.

A `ReportDocument` holds its own words, labels and numbers. It refers to no row of the database, so it reads the same
after every plan, unit or template behind it has changed. Rich text in it is already sanitised HTML (the allowlist of
`followup.core.richtext`). Dates are dates, not words; renderers write them.
"""

from dataclasses import dataclass
from datetime import date, datetime

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A status as shown: `mark` names the shape (a value of the status enums), `word` is the plan's own word for it."""

    mark: str
    word: str


@dataclass(frozen=True, slots=True)
class StatusCount:
    status: StatusMark
    count: int


@dataclass(frozen=True, slots=True)
class StatusSummary:
    """How many assessments of one kind have each status, in the order of the status scale, zeroes included.

    `label` says whose assessments they are ("Enheternas bedömningar"); `without` counts those with no status.
    """

    label: str
    counts: tuple[StatusCount, ...]
    without: int


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of a comment; `label` is the plan's word for it ("Orsak") and empty for the comment itself."""

    label: str
    html: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a unit, or the committee itself (`is_committee`), answered on one goal."""

    unit: str
    unit_name: str
    is_committee: bool
    status: StatusMark | None
    parts: tuple[TextPart, ...]


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator in words with the figures of the round: `figures` are already formatted ("AFI: 89 %")."""

    number: str
    name: str
    figures: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class GoalTable:
    """The five-column table: number, goal, indicators, the units' results each with its status, responsible."""

    headings: tuple[str, str, str, str, str]
    rows: tuple[GoalRow, ...]


@dataclass(frozen=True, slots=True)
class OverviewGoal:
    """A goal in the overview; `depth` is 0 for the top of the tree.

    `results` has one entry, without text, per unit that answers the goal: a unit that is not there was not asked, one
    with no status has not answered.
    """

    anchor: str
    number: str
    name: str
    depth: int
    status: StatusMark | None
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class GoalOverview:
    summaries: tuple[StatusSummary, ...]
    goals: tuple[OverviewGoal, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page in the PDF; nothing on screen."""


Block = GoalTable | GoalOverview | PageBreak


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """`title` is empty where the section goes on under the heading above; `block` is None for text alone."""

    anchor: str
    level: int
    title: str
    html: str
    block: Block | None


@dataclass(frozen=True, slots=True)
class Edition:
    """Which published version this is. A draft has none."""

    version: int
    published_at: datetime
    change_note: str


@dataclass(frozen=True, slots=True)
class Publisher:
    municipality: str
    municipality_code: str
    committee: str
    committee_slug: str
    accent: str


@dataclass(frozen=True, slots=True)
class ReportDocument:
    schema_version: str
    publisher: Publisher
    slug: str
    title: str
    subtitle: str
    as_of: date | None
    dated: date | None
    registry_number: str
    plan_title: str
    summaries: tuple[StatusSummary, ...]
    sections: tuple[DocumentSection, ...]
    edition: Edition | None
