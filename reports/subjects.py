"""What an answer may be about: a goal, an indicator or an assignment."""

from goals.models import Assignment, Goal
from indicators.models import Indicator
from reports.choices import SubjectKind

Subject = Goal | Indicator | Assignment

_KINDS: dict[type[Subject], SubjectKind] = {
    Goal: SubjectKind.GOAL,
    Indicator: SubjectKind.INDICATOR,
    Assignment: SubjectKind.ASSIGNMENT,
}


def kind_of(subject: Subject) -> SubjectKind:
    return _KINDS[type(subject)]
