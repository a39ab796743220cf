"""Writing many answers at once, those of closed rounds too: a controller's own hand, not a reporter's page."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, person
from followup.core.commands.bulk import Saved, attach, claim, clean_texts, save_rows
from followup.core.commands.lists import replace_lists
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_arranged, record_deleted, record_saved
from followup.core.commands.row_faults import RowFault, RowsLocked
from followup.core.models import Committee
from followup.core.models.period_lock import PeriodLock
from goals.commands.plans import plan_to_edit
from goals.models import Assignment, Plan
from indicators.models import Indicator
from reports.choices import AnswerState
from reports.models import Assessment, AssessmentReference


@transaction.atomic
def save_answers(*, plan: Plan, assessments: Sequence[Assessment], by: AnyUser) -> Saved[Assessment]:
    """Save answers in the plan's rounds, with who made them ready or approved them where that is new.

    Raises NotAllowed, RowsRefused, RowsGone, and RowsLocked where the round's date is in a locked period.
    """
    current = _with_subjects(plan, assessments, by)
    clean_texts(assessments, "comment", "overall_view", "cause", "measure", "forecast")

    def mark(answer: Assessment, before: Assessment | None) -> None:
        answer.version = before.version + 1 if before is not None else 1
        answer.updated_by = person(by)
        if before is None or before.state != answer.state:
            _stamp(answer, by)

    saved = save_rows(rows=assessments, by=by, mark=mark)
    _refuse_locked(current.committee, saved.written)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def set_answer_references(
    *, plan: Plan, references: Mapping[int, Sequence[Indicator | Assignment]], by: AnyUser
) -> tuple[Assessment, ...]:
    """Say, by the answers' keys, which further indicators and assignments the text answers; those that changed.

    Raises NotAllowed, RowsRefused, RowsLocked.
    """
    current = plan_to_edit(plan, by, Capability.CONTROL_ROUND)
    found = Assessment.objects.filter(plan=current).select_related("round", "goal", "indicator", "assignment", "unit")
    answers: dict[int, Assessment] = {answer.pk: answer for answer in found if answer.pk in references}

    def link(key: int, subject: Indicator | Assignment, position: int) -> AssessmentReference:
        name = "indicator" if isinstance(subject, Indicator) else "assignment"
        return AssessmentReference(assessment=answers[key], position=position, **{name: subject})

    changed = replace_lists(
        lists=references,
        stored=AssessmentReference.objects.filter(assessment__plan=current),
        owner="assessment",
        members=["indicator", "assignment"],
        make=link,
        by=by,
    )
    rows = [answers[key] for key in changed]
    _refuse_locked(current.committee, rows)
    what = str(AssessmentReference._meta.verbose_name)
    record_arranged(owner=current, committee=current.committee, what=what, rows=rows, by=by)
    return tuple(rows)


@transaction.atomic
def delete_answers(*, plan: Plan, assessments: Sequence[Assessment], by: AnyUser) -> None:
    """Delete answers; their history stays. Raises NotAllowed, RowsGone, RowsLocked."""
    current = _with_subjects(plan, assessments, by)
    _refuse_locked(current.committee, assessments)
    record_deleted(owner=current, committee=current.committee, rows=assessments, by=by)
    delete_rows(rows=assessments, by=by)


def _with_subjects(plan: Plan, answers: Sequence[Assessment], by: AnyUser) -> Plan:
    """The plan, locked; every answer has its round, subject and unit loaded. Six queries."""
    current = plan_to_edit(plan, by, Capability.CONTROL_ROUND)
    attach(answers, "round", {round.pk: round for round in current.rounds.all()})
    attach(answers, "goal", {goal.pk: goal for goal in current.goals.all()})
    attach(answers, "indicator", {indicator.pk: indicator for indicator in current.indicators.all()})
    attach(answers, "assignment", {assignment.pk: assignment for assignment in current.assignments.all()})
    attach(answers, "unit", {unit.pk: unit for unit in current.committee.units.all()})
    claim(answers, "plan", current)
    return current


def _stamp(answer: Assessment, by: AnyUser) -> None:
    actor = person(by)
    now = timezone.now() if actor else None
    if answer.state == AnswerState.READY:
        answer.ready_at, answer.ready_by = now, actor
    elif answer.state != AnswerState.APPROVED:
        answer.ready_at = answer.ready_by = None
    is_approved = answer.state == AnswerState.APPROVED
    answer.approved_at, answer.approved_by = (now, actor) if is_approved else (None, None)


def _refuse_locked(committee: Committee, answers: Iterable[Assessment]) -> None:
    """One query."""
    locks = list(PeriodLock.objects.in_force(committee))
    faults = [
        RowFault(answer, "round", _("Perioden är låst: %(reason)s") % {"reason": lock.reason})
        for answer in answers
        for lock in locks
        if lock.covers(answer.round.as_of)
    ]
    if faults:
        raise RowsLocked(faults)
