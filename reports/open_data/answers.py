"""What the open data's addresses answer, as frozen data. A field's name is a key of the JSON, and stays for version 1.

Addresses are absolute. Times are ISO 8601 with their offset. Text that is missing is empty, all else that is null.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Index:
    """The way in."""

    title: str
    licence: str
    documentation: str
    description: str
    catalogue: str
    municipalities: str
    committees: str
    reports: str
    feed: str
    schemas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityAnswer:
    """`code` is Statistics Sweden's four digits, empty where it is not known. The two tables are of all its reports."""

    id: int
    code: str
    name: str
    committees: str
    reports: str
    feed: str
    judgements: str
    outcomes: str


@dataclass(frozen=True, slots=True)
class CommitteeAnswer:
    """`slug` is its part of addresses; `decisions` a calendar of what it has decided about its reports."""

    slug: str
    name: str
    municipality: int
    municipality_name: str
    page: str
    reports: str
    feed: str
    decisions: str


@dataclass(frozen=True, slots=True)
class VersionFiles:
    """`document` follows the schema of its own `schema_version`."""

    document: str
    judgements: str
    outcomes: str
    pdf: str
    workbook: str
    package: str


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """A report by its newest version that everyone may read. `versions` tells of all that were public."""

    committee: str
    committee_name: str
    municipality: int
    municipality_name: str
    report: str
    title: str
    subtitle: str
    as_of: date | None
    registry_number: str
    version: int
    published_at: datetime
    change_note: str
    page: str
    versions: str
    files: VersionFiles


@dataclass(frozen=True, slots=True)
class DecisionAnswer:
    """`outcome` is `adopted` or `remitted_back`."""

    outcome: str
    decided_on: date
    paragraph: str
    reason: str


@dataclass(frozen=True, slots=True)
class VersionAnswer:
    """A version that everyone may read, or that was withdrawn: then it has a reason and no files."""

    version: int
    title: str
    published_at: datetime
    change_note: str
    page: str
    withdrawn_at: datetime | None
    withdrawal_reason: str
    decisions: tuple[DecisionAnswer, ...]
    files: VersionFiles | None


@dataclass(frozen=True, slots=True)
class ReportVersions:
    """The newest version first."""

    committee: str
    report: str
    versions: tuple[VersionAnswer, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityPage:
    """`total` is how many there are on all pages."""

    total: int
    page: int
    page_size: int
    next: str | None
    previous: str | None
    items: tuple[MunicipalityAnswer, ...]


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """`total` is how many there are on all pages."""

    total: int
    page: int
    page_size: int
    next: str | None
    previous: str | None
    items: tuple[CommitteeAnswer, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """`total` is how many there are on all pages."""

    total: int
    page: int
    page_size: int
    next: str | None
    previous: str | None
    items: tuple[ReportAnswer, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What was wrong with a question, as RFC 9457 has it."""

    title: str
    status: int
    detail: str
