"""What has changed since the report before, and what a later report will compare with."""

from dataclasses import dataclass

from reports.build.document.marks import StatusMark
from reports.build.document.tables import Table


@dataclass(frozen=True, slots=True)
class StandingStatus:
    """`by` is the unit as it is printed, and empty for the committee's own."""

    by: str
    status: StatusMark


@dataclass(frozen=True, slots=True)
class StandingTarget:
    """A target in words; `series` tells women, men, units and submeasures apart and is empty for the whole."""

    year: int
    series: str
    words: str


@dataclass(frozen=True, slots=True)
class StandingPromise:
    """A measure that a unit has promised, in plain words."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class StandingItem:
    """A goal, indicator or assignment (`kind` is a value of `SubjectKind`) as the report has it.

    `key` is its id in the plan, `continues` that of what it goes on from in the plan before. `periods` are the codes of
    those whose figures for women and men the report holds.
    """

    kind: str
    key: str
    continues: str
    number: str
    name: str
    statuses: tuple[StandingStatus, ...] = ()
    targets: tuple[StandingTarget, ...] = ()
    promises: tuple[StandingPromise, ...] = ()
    periods: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class SinceTable:
    """One kind of change: `anchor` is unique in the document."""

    anchor: str
    title: str
    text: str
    table: Table


@dataclass(frozen=True, slots=True)
class SinceLast:
    """`text` says what is compared with, or that there is nothing, and of what nothing has changed."""

    anchor: str
    title: str
    text: str
    tables: tuple[SinceTable, ...]
