"""What a report is made of, read flat and frozen: no row of the database goes further than `gather`.

Everything stands in plan order: goals depth first, units, indicators, assignments and tables as they are numbered.
What a report has many of are named tuples: a frozen dataclass of as many fields takes twenty times as long to make.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from followup.core.choices import ReportFont
from followup.core.models.organisation import SMALLEST_COUNT
from reports.build.document.since import StandingItem
from reports.build.part_facts import AttachmentFact, LogoFact, SectionFact, TableFact


@dataclass(frozen=True, slots=True)
class UnitFact:
    """`parent_id` is the unit above it."""

    id: int
    code: str
    name: str
    parent_id: int | None = None


class GoalFact(NamedTuple):
    """`unit_ids` are the units that answer, in order; empty on levels that units do not judge.

    `label` is the goal's own word for what it is, or its level's name. `contributes_to` are goals' ids, in order and
    with doubles. `is_area`: nobody judges goals on its level. `is_due`: it is not for another year than that of the
    report's date. A goal that was closed by that date is not there, and those below it have moved up. `continues` is
    the key of the goal that it goes on from, in the plan before.
    """

    id: int
    parent_id: int | None
    key: str
    number: str
    name: str
    description: str
    responsible: tuple[str, ...]
    unit_ids: tuple[int, ...]
    is_judged_by_committee: bool
    label: str = ""
    level: str = ""
    level_position: int = 1
    year: int | None = None
    contributes_to: tuple[int, ...] = ()
    is_area: bool = False
    is_due: bool = True
    continues: str = ""


class IndicatorFact(NamedTuple):
    """`unit_ids` are the units that measure it, as named: none named says nothing. `decimals` None means as given.

    `suppresses_small_counts`: figures that point somebody out are shown as `..`.
    `continues` is the key of the indicator that it goes on from, in the plan before.
    """

    id: int
    goal_id: int | None
    number: str
    name: str
    unit_of_measure: str
    decimals: int | None
    key: str = ""
    kind: str = "indicator"
    group: str = ""
    description: str = ""
    frequency: str = ""
    desired_direction: str = ""
    is_sex_disaggregated: bool = False
    is_assessed: bool = False
    source: str = ""
    footnote: str = ""
    responsible: tuple[str, ...] = ()
    unit_ids: tuple[int, ...] = ()
    suppresses_small_counts: bool = False
    continues: str = ""
    kolada_id: str = ""


class TargetFact(NamedTuple):
    """Of exactly one indicator or goal, for a year; `value`–`value_high` is a range, `words` are shown instead."""

    indicator_id: int | None
    goal_id: int | None
    year: int
    unit_id: int | None
    sex: str
    submeasure: str
    value: Decimal | None
    value_high: Decimal | None
    words: str
    measured_against: str


class MeasurementFact(NamedTuple):
    """A figure; `period` is the code, ordered by `period_from` and `period_through` (inclusive).

    `numerator` and `denominator` are the counts behind a share, where they are known.
    """

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
    remark: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None


class AssignmentFact(NamedTuple):
    """An assignment or activity; `due_words` is what the plan says instead of a day.

    `continues` is the key of the assignment that it goes on from, in the plan before.
    """

    id: int
    goal_id: int | None
    key: str
    kind: str
    group: str
    number: str
    name: str
    description: str
    given_by: str
    due_on: date | None
    due_words: str
    together_with: tuple[str, ...]
    responsible: tuple[str, ...]
    continues: str = ""


class AssessmentFact(NamedTuple):
    """An answer on exactly one goal, indicator or assignment, whatever its state; texts are sanitised HTML.

    `also_indicators` and `also_assignments` are the ids of what the text answers besides.
    """

    goal_id: int | None
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
    indicator_id: int | None = None
    assignment_id: int | None = None
    ref: str = ""
    trend: str = ""
    also_indicators: tuple[int, ...] = ()
    also_assignments: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpFact:
    """What became of a measure (`promise`, plain text) that a unit promised the round before.

    `outcome` is a value of `MeasureOutcome`.
    """

    goal_id: int | None
    indicator_id: int | None
    assignment_id: int | None
    unit_id: int | None
    promise: str
    outcome: str
    comment: str


@dataclass(frozen=True, slots=True)
class EarlierFact:
    """What is compared with: a report as it was published, `version`; or a round that no report tells of, without one.

    `is_same_plan`: the keys of `items` are those of the report's own plan, and else of one that it goes on from.
    """

    title: str
    as_of: date
    version: int | None
    is_same_plan: bool
    items: tuple[StandingItem, ...]


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The plan's words for the four outcomes, by status, and for the parts of a comment."""

    status: Mapping[str, str]
    overall_view: str
    cause: str
    measure: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """`plan_from`–`plan_through` are the plan's years. Without a round nobody was asked to answer anything.

    Counts of people under `smallest_count` point somebody out.
    `is_superseded`: a later round of the plan has begun. `has_in_brief` and `has_since_last`: the report is to have
    these parts; what was earlier is read where it is to have either.

    `past` are earlier published reports, oldest first, where a section follows the judgements over time.

    `measurements` are those begun by `as_of`, and those of periods that a section names: `figures.selected` says
    which of them a section shows. Kinds of data that no section shows are empty.
    """

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
    plan_from: int = 0
    plan_through: int = 0
    has_round: bool = True
    is_superseded: bool = False
    smallest_count: int = SMALLEST_COUNT
    targets: tuple[TargetFact, ...] = ()
    assignments: tuple[AssignmentFact, ...] = ()
    tables: tuple[TableFact, ...] = ()
    attachments: tuple[AttachmentFact, ...] = ()
    has_in_brief: bool = False
    has_since_last: bool = False
    earlier: EarlierFact | None = None
    follow_ups: tuple[FollowUpFact, ...] = ()
    past: tuple[EarlierFact, ...] = ()
    font: str = ReportFont.SANS.value
    logo: LogoFact | None = None

    @property
    def years(self) -> range:
        """The plan's years."""
        return range(self.plan_from, self.plan_through + 1)
