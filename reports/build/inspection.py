"""What the checks look at: a report's facts, whole, and what stood before them. Frozen, like the facts themselves."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reports.build.facts import AssessmentFact, ReportFacts


@dataclass(frozen=True, slots=True)
class PromisedFact:
    """A measure that an answer of the round before promised, in plain text, with what has become of it.

    `outcome` is a value of `MeasureOutcome`, empty where nobody has said. Of one goal or one indicator of this plan.
    """

    goal_id: int | None
    indicator_id: int | None
    unit_id: int | None
    promise: str
    outcome: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class TargetChangeFact:
    """A target that was changed on a day: what it said before, and what it said after. Removed has no `after`."""

    indicator_id: int | None
    goal_id: int | None
    year: int
    unit_id: int | None
    sex: str
    submeasure: str
    changed_on: date
    before: Decimal | None
    before_high: Decimal | None
    before_words: str
    after: Decimal | None
    after_high: Decimal | None
    after_words: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """`report` has every kind of data of the plan, also what no section shows.

    `earlier` are the answers of the latest round before, of this plan or of the one it continues, with this plan's ids
    of what they are about; `earlier_as_of` is that round's date. `target_changes` are oldest first. `today` is the day
    of the inspection.
    """

    report: ReportFacts
    today: date
    earlier: tuple[AssessmentFact, ...] = ()
    earlier_as_of: date | None = None
    promises: tuple[PromisedFact, ...] = ()
    target_changes: tuple[TargetChangeFact, ...] = ()
