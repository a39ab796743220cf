"""What a report is made of, read flat and frozen: no row of the database goes further than `gather`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class UnitFact:
    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class GoalFact:
    """`unit_ids` are the units that answer, in order; empty on levels that units do not judge."""

    id: int
    parent_id: int | None
    key: str
    number: str
    name: str
    description: str
    responsible: tuple[str, ...]
    unit_ids: tuple[int, ...]
    is_judged_by_committee: bool


@dataclass(frozen=True, slots=True)
class IndicatorFact:
    id: int
    goal_id: int | None
    number: str
    name: str
    unit_of_measure: str
    decimals: int | None


@dataclass(frozen=True, slots=True)
class MeasurementFact:
    """A figure; `period` is the code, ordered by `period_from` and `period_through`."""

    indicator_id: int
    period: str
    period_from: date
    period_through: date
    unit_id: int | None
    sex: str
    submeasure: str
    value: Decimal | None
    words: str
    missing_reason: str
    is_preliminary: bool


@dataclass(frozen=True, slots=True)
class AssessmentFact:
    """An answer on a goal, whatever its state; texts are sanitised HTML."""

    goal_id: int
    unit_id: int | None
    unit_words: str
    status: str
    status_words: str
    comment: str
    overall_view: str
    cause: str
    measure: str
    forecast: str
    state: str


@dataclass(frozen=True, slots=True)
class SectionFact:
    id: int
    level: int
    title: str
    kind: str
    content: str


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The plan's words for the four outcomes, by status, and for the parts of a comment."""

    status: dict[str, str]
    overall_view: str
    cause: str
    measure: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    municipality: str
    municipality_code: str
    committee: str
    committee_slug: str
    accent: str
    slug: str
    title: str
    subtitle: str
    as_of: date | None
    dated: date | None
    registry_number: str
    plan_title: str
    words: PlanWords
    sections: tuple[SectionFact, ...]
    units: tuple[UnitFact, ...]
    goals: tuple[GoalFact, ...]
    indicators: tuple[IndicatorFact, ...]
    measurements: tuple[MeasurementFact, ...]
    assessments: tuple[AssessmentFact, ...]
