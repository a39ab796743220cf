"""What was measured and judged, as facts."""

from datetime import date

from django.db.models import Exists, Q

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
    rows = Measurement.objects.filter(plan=plan).order_by("pk")
    later = Round.objects.none()
    if as_of is not None:
        rows = rows.filter(Q(period_from__lte=as_of) | Q(period__in=named))
        later = Round.objects.filter(plan=plan, as_of__gt=as_of, state__in=[RoundState.OPEN, RoundState.CLOSED])
    fields = (
        "indicator_id",
        "period",
        "period_from",
        "period_through",
        "unit_id",
        "sex",
        "submeasure",
        "value",
        "words",
        "missing_reason",
        "is_preliminary",
        "remark",
        "numerator",
        "denominator",
    )
    found = list(rows.annotate(is_superseded=Exists(later)).values_list(*fields, "is_superseded"))
    figures = tuple(MeasurementFact(*row[:-1]) for row in found if row[0] in indicators)
    return figures, bool(found) and bool(found[0][-1])


def assessments_of(round_id: int | None, links: Links) -> tuple[AssessmentFact, ...]:
    """All answers of the round, in the order in which they stand in the plan book."""
    if round_id is None:
        return ()
    fields = ("id", *ANSWER, "indicator_id", "assignment_id", "ref", "trend")
    rows = Assessment.objects.filter(round_id=round_id).order_by("position", "pk").values_list(*fields)
    return tuple(
        AssessmentFact(*(*row[1:], links.also_indicators.get(row[0], ()), links.also_assignments.get(row[0], ())))
        for row in rows
    )


def follow_ups_of(round_id: int | None) -> tuple[FollowUpFact, ...]:
    """What the round's answers say of the measures promised before."""
    if round_id is None:
        return ()
    rows = MeasureFollowUp.objects.filter(assessment__round_id=round_id).order_by("assessment", "position", "pk")
    subject = ("assessment__goal_id", "assessment__indicator_id", "assessment__assignment_id", "assessment__unit_id")
    return tuple(FollowUpFact(*row) for row in rows.values_list(*subject, "promise", "outcome", "comment"))
