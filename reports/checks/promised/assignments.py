"""Assignments and activities that should have been finished. Pure."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_date
from followup.core.richtext import plain_text
from goals.choices import AssignmentStatus
from reports.build.facts import AssessmentFact, AssignmentFact
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.promised.deadlines import deadlines_in
from reports.checks.scope import Scope, capitalised, subject_words

ASSIGNMENT_PASSED = Rule(
    "assignment_past_its_date",
    Severity.WARNING,
    gettext_lazy("Ett uppdrag har passerat sitt datum"),
    gettext_lazy("Uppdraget skulle vara klart. Är det inte det ska läsaren få veta när det blir det."),
)
_FINISHED = frozenset({AssignmentStatus.COMPLETED, AssignmentStatus.NOT_COMPLETED, AssignmentStatus.ENDED})
_PARTS = ("comment", "overall_view", "cause", "measure", "forecast")


def assignments_passed(scope: Scope, as_of: date) -> Iterator[Finding]:
    """Of those that the report shows. One that is said to be late, with a new day, has been accounted for."""
    for assignment in scope.report.assignments:
        due = _due(scope, assignment)
        if assignment.id not in scope.assignments or due is None or due > as_of:
            continue
        answers = scope.material.assignment_answers.get(assignment.id, [])
        if any(_is_accounted_for(each, as_of) for each in answers):
            continue
        words = {
            "what": capitalised(subject_words(assignment)),
            "due": format_date(due),
            "as_of": format_date(as_of),
            "status": _status(answers),
        }
        message = _("%(what)s skulle vara klart den %(due)s. Den %(as_of)s är läget ”%(status)s”.")
        if not words["status"]:
            message = _("%(what)s skulle vara klart den %(due)s. Den %(as_of)s står det inte hur det går.")
        yield ASSIGNMENT_PASSED.finding(scope.place(assignment), message % words)


def _due(scope: Scope, assignment: AssignmentFact) -> date | None:
    """The day, or the last that the plan's words stand for."""
    if assignment.due_on is not None or not assignment.due_words or not scope.report.plan_from:
        return assignment.due_on
    found = [each.day for each in deadlines_in(assignment.due_words, date(scope.report.plan_from - 1, 12, 31))]
    return max(found, default=None)


def _is_accounted_for(answer: AssessmentFact, as_of: date) -> bool:
    if answer.status in _FINISHED:
        return True
    texts = (plain_text(getattr(answer, part)) for part in _PARTS)
    return answer.status == AssignmentStatus.DELAYED and any(deadlines_in(text, as_of) for text in texts)


def _status(answers: list[AssessmentFact]) -> str:
    for answer in answers:
        if answer.status_words:
            return answer.status_words
        if answer.status in AssignmentStatus.values:
            return str(AssignmentStatus(answer.status).label)
    return ""
