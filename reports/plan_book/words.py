"""The workbook's fixed words and the values they stand for."""

from collections.abc import Mapping

from django.db.models import Choices

from followup.core.choices import Sex
from goals.choices import AssessedBy, AssignmentKind, AssignmentStatus, GoalStatus
from indicators.choices import DesiredDirection, Frequency, IndicatorKind, MeasuredAgainst, MissingReason
from reports.choices import AnswerState, ReportTemplate, RoundKind, RoundState, RowKind, SectionKind, Trend


def _labels(values: type[Choices]) -> Mapping[str, str]:
    return {str(label).lower(): str(value) for value, label in values.choices}


ASSESSED_BY = _labels(AssessedBy)
ASSIGNMENT_KINDS = _labels(AssignmentKind)
DIRECTIONS = _labels(DesiredDirection)
FREQUENCIES = _labels(Frequency)
INDICATOR_KINDS = _labels(IndicatorKind)
MEASURED_AGAINST = _labels(MeasuredAgainst)
MISSING_REASONS = _labels(MissingReason)
ROUND_KINDS = _labels(RoundKind)
ROUND_STATES = _labels(RoundState)
ROW_KINDS = _labels(RowKind)
SECTION_KINDS = _labels(SectionKind)
SEXES = _labels(Sex)
TEMPLATES = _labels(ReportTemplate)
TRENDS = _labels(Trend)
ASSIGNMENT_STATUSES = _labels(AssignmentStatus)
GOAL_STATUSES: Mapping[str, str] = {
    "uppnått": GoalStatus.ACHIEVED,
    "delvis uppnått": GoalStatus.PARTLY,
    "ej uppnått": GoalStatus.NOT,
    "ej bedömt": GoalStatus.NOT_ASSESSABLE,
}
STATUSES: Mapping[str, str] = {**GOAL_STATUSES, **ASSIGNMENT_STATUSES}
ANSWER_STATES: Mapping[str, str] = {
    "utkast": AnswerState.DRAFT,
    "klar": AnswerState.READY,
    "godkänd": AnswerState.APPROVED,
}
