"""The answers that judge a goal or an indicator and that the report shows. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goals.choices import GoalStatus
from reports.build.facts import AssessmentFact, GoalFact, IndicatorFact
from reports.build.material import is_reported
from reports.checks.finding import Place
from reports.checks.scope import Scope, subject_words


@dataclass(frozen=True, slots=True)
class Judged:
    """`who` is the unit's code or the committee; `word` the plan's own for the status."""

    subject: GoalFact | IndicatorFact
    answer: AssessmentFact
    status: GoalStatus
    word: str
    who: str
    place: Place

    @property
    def what(self) -> str:
        """`mål 4`, `indikator Väntetid`."""
        return subject_words(self.subject)


def judged_answers(scope: Scope) -> Iterator[Judged]:
    """With a status on the scale, in the report's order."""
    for answer in scope.report.assessments:
        subject = _subject(scope, answer)
        if subject is None or not is_reported(answer) or answer.status not in GoalStatus.values:
            continue
        unit = scope.material.units.get(answer.unit_id) if answer.unit_id is not None else None
        yield Judged(
            subject=subject,
            answer=answer,
            status=GoalStatus(answer.status),
            word=status_word(scope, answer.status),
            who=unit.code if unit else _("Nämnden"),
            place=scope.place(subject, unit_id=answer.unit_id),
        )


def status_word(scope: Scope, status: str) -> str:
    return scope.report.words.status.get(status) or str(GoalStatus(status).label)


def _subject(scope: Scope, answer: AssessmentFact) -> GoalFact | IndicatorFact | None:
    if answer.goal_id is not None:
        return scope.material.goals.get(answer.goal_id) if answer.goal_id in scope.judged_goals else None
    if answer.indicator_id in scope.judged_indicators:
        return scope.material.indicators.get(answer.indicator_id)
    return None
