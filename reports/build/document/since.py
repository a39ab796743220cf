"""What has changed since the report before, and what this one holds, flat, for later ones and other readers of data."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reports.build.document.marks import StatusMark
from reports.build.document.tables import Table


@dataclass(frozen=True, slots=True)
class StandingStatus:
    """`by` is the unit as it is printed, and empty for the committee's own."""

    by: str
    status: StatusMark


@dataclass(frozen=True, slots=True)
class StandingTarget:
    """A target in words; `series` tells women, men, units and submeasures apart and is empty for the whole.

    `unit`, `submeasure` and `sex` (a value of `Sex`) are the parts of the series. `value` is the number where the
    target is one, `value`–`value_high` a range; `measured_against` is a value of `MeasuredAgainst`.
    """

    year: int
    series: str
    words: str
    unit: str = ""
    submeasure: str = ""
    sex: str = ""
    value: Decimal | None = None
    value_high: Decimal | None = None
    measured_against: str = ""


@dataclass(frozen=True, slots=True)
class StandingOutcome:
    """A figure as the report shows it. `period` is the code, `period_through` its last day, `words` the figure or why
    there is none; `value` is the number where it is one, unrounded. `series` and its parts are those of a target.
    """

    period: str
    period_through: date
    series: str
    unit: str
    submeasure: str
    sex: str
    value: Decimal | None
    words: str
    is_preliminary: bool


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

    `anchor` is where it stands in the document, empty where it does not. `above` is the key of the goal above it,
    `area` the topmost one's number and name; both are empty for what stands under no goal. `depth` is 0 for the topmost
    goals; `label` is a goal's word for what it is. `is_area`: a goal that nobody judges, a heading over others.
    `unit_of_measure`, `desired_direction` (a value of `DesiredDirection`), `kolada_id` and `outcomes` are those of an
    indicator.
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
    anchor: str = ""
    above: str = ""
    area: str = ""
    depth: int = 0
    label: str = ""
    is_area: bool = False
    unit_of_measure: str = ""
    desired_direction: str = ""
    kolada_id: str = ""
    outcomes: tuple[StandingOutcome, ...] = ()

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
