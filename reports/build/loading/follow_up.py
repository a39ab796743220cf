"""What was measured and judged, as facts."""

from datetime import date
from functools import lru_cache

from django.db.models import CharField, DateField, Exists, Q, QuerySet

from followup.core.statements import Given, Statement
from goals.models import Plan
from indicators.models import Measurement
from reports.build.facts import AssessmentFact, FollowUpFact, MeasurementFact
from reports.build.loading.links import Links
from reports.choices import RoundState
from reports.models import Assessment, MeasureFollowUp, Round

ANSWER = (
    "goal_id",
    "unit_id",
    "unit_words",
    "status",
    "status_words",
    "comment",
    "overall_view",
    "cause",
    "measure",
    "forecast",
    "state",
)
"""The first fields of an `AssessmentFact`, in its order."""


def figures_of(
    plan: Plan, as_of: date | None, named: tuple[str, ...], indicators: frozenset[int]
) -> tuple[tuple[MeasurementFact, ...], bool]:
    """The figures of `indicators` whose period has begun by `as_of` or is among those `named`, as they were entered.

    Beside them, whether a later round of the plan has been opened or closed. One query, so without a figure nothing is
    known of that, and nothing depends on it.
    """
    if as_of is None:
        rows = _EVERY_FIGURE.rows(plan=plan.pk)
        return tuple([MeasurementFact(*row) for row in rows if row[0] in indicators]), False
    periods = {_named(number): period for number, period in enumerate(named)}
    rows = _figures_by(len(named)).rows(plan=plan.pk, as_of=as_of, **periods)
    return tuple([MeasurementFact(*row[:-1]) for row in rows if row[0] in indicators]), bool(rows and rows[0][-1])


def _figures() -> QuerySet[Measurement]:
    return Measurement.objects.filter(plan=Given("plan")).order_by("pk")


_EVERY_FIGURE = Statement(lambda: _figures().values_list(*MeasurementFact._fields))


@lru_cache
def _figures_by(count: int) -> Statement:
    """Those begun by a day, or of so many periods that are named."""
    as_of = Given("as_of", DateField())
    is_shown = Q(period_from__lte=as_of)
    if count:
        is_shown |= Q(period__in=[Given(_named(number), CharField()) for number in range(count)])
    begun = [RoundState.OPEN, RoundState.CLOSED]
    later = Round.objects.filter(plan=Given("plan"), as_of__gt=as_of, state__in=begun)
    return Statement(lambda: _figures().filter(is_shown).values_list(*MeasurementFact._fields, Exists(later)))


def _named(number: int) -> str:
    return f"period_{number}"


_ANSWERS = Statement(
    lambda: (
        Assessment.objects.filter(round=Given("round"))
        .order_by("position", "pk")
        .values_list("id", *ANSWER, "indicator_id", "assignment_id", "ref", "trend")
    )
)


def assessments_of(round_id: int | None, links: Links) -> tuple[AssessmentFact, ...]:
    """All answers of the round, in the order in which they stand in the plan book."""
    if round_id is None:
        return ()
    indicators, assignments = links.also_indicators, links.also_assignments
    return tuple(
        [
            AssessmentFact(*(*row[1:], indicators.get(row[0], ()), assignments.get(row[0], ())))
            for row in _ANSWERS.rows(round=round_id)
        ]
    )


def follow_ups_of(round_id: int | None) -> tuple[FollowUpFact, ...]:
    """What the round's answers say of the measures promised before."""
    if round_id is None:
        return ()
    rows = MeasureFollowUp.objects.filter(assessment__round_id=round_id).order_by("assessment", "position", "pk")
    subject = ("assessment__goal_id", "assessment__indicator_id", "assessment__assignment_id", "assessment__unit_id")
    return tuple(FollowUpFact(*row) for row in rows.values_list(*subject, "promise", "outcome", "comment"))
