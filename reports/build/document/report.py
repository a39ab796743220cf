"""The whole report: its head, its sections in order, its notes."""

from dataclasses import dataclass
from datetime import date, datetime

from followup.core.choices import ReportFont
from reports.build.document.brief import InBrief
from reports.build.document.goals import GoalFollowUp, GoalOverview, GoalTable, StatusSummary
from reports.build.document.since import SinceLast, StandingItem
from reports.build.document.subjects import ReportSubject
from reports.build.document.tables import AttachmentList, Chart, Note, Table

SCHEMA_VERSION = "5"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page in the PDF; nothing on screen."""


Block = GoalOverview | GoalFollowUp | GoalTable | Table | Chart | AttachmentList | PageBreak


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """`title` is empty where the section goes on under the heading above.

    `kind` is the value of the section's `SectionKind`; `block` is None for text alone, and where there is nothing to
    show, which `empty_words` then says ("Planen har inga aktiviteter.").
    """

    anchor: str
    level: int
    title: str
    html: str
    block: Block | None
    kind: str = ""
    empty_words: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which published version this is. A draft has none."""

    version: int
    published_at: datetime
    change_note: str


@dataclass(frozen=True, slots=True)
class Logo:
    """The municipality's, its bytes as a `data:` address. `size` is in bytes, `width` and `height` in pixels."""

    content_type: str
    size: int
    sha256: str
    width: int
    height: int
    image_source: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """`font` is a value of `ReportFont`."""

    municipality: str
    municipality_code: str
    committee: str
    committee_slug: str
    accent: str
    font: str = ReportFont.SANS.value
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, weakref_slot=True)
class ReportDocument:
    """`notes` are the report's footnotes in the order of their numbers, 1 and up without gaps.

    `standing` is what a later report compares with: what this one holds of goals, indicators and assignments, flat;
    `subjects` are the same for those who pick what to see, in plan order, goals first.
    `in_brief` and `since_last` are None where the report is not to have them.
    """

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
    notes: tuple[Note, ...] = ()
    in_brief: InBrief | None = None
    since_last: SinceLast | None = None
    standing: tuple[StandingItem, ...] = ()
    subjects: tuple[ReportSubject, ...] = ()
