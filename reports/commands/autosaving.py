"""Saving what somebody types in the texts of a stored answer: what happens every few seconds, in as few queries.

`save_entry` decides and words everything. This takes only what that would take without a word and writes what that
would write; in every other case it writes nothing, and `save_entry` is to be asked.
"""

from collections.abc import Callable
from functools import cache

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import CharField, Exists
from django.utils import timezone

from followup.core.access import AnyUser
from followup.core.commands.autosave import rewrite_open_history
from followup.core.models.period_lock import PeriodLock
from followup.core.statements import Change, Given, GivenDay
from goals.querysets import GoalQuerySet
from indicators.querysets import IndicatorQuerySet
from reports.choices import AnswerState
from reports.commands.assessments import TYPED_IN, WRITTEN, Answer, check_answer, may_answer, set_answer
from reports.models import Assessment, Round
from reports.querysets import AssessmentQuerySet

Asks = Callable[[Round, Given], GoalQuerySet | IndicatorQuerySet]


def save_typed_texts(*, assessment: Assessment, asked: Asks, answer: Answer, version: int, by: AnyUser) -> bool:
    """Save an answer whose status is as it was, in the row of history that is open; whether it was saved.

    `assessment` is the one that the pages show, with its round's committee and its unit; it holds what is saved
    afterwards. `asked` tells what a unit is asked for in a round, and `version` is the one that the person had before
    them. Three queries at most: the person's roles, the row, its history.
    """
    round, unit, state = assessment.round, assessment.unit, AnswerState(assessment.state)
    answer = answer.cleaned()
    is_unusual = (
        assessment.version != version
        or state not in TYPED_IN
        or (state == AnswerState.READY and not assessment.is_judged)
        or (answer.status, answer.status_words, answer.ref)
        != (assessment.status, assessment.status_words, assessment.ref)
    )
    if is_unusual or not round.is_open or not may_answer(by, round, unit):
        return False
    set_answer(assessment, answer, state, by)
    try:
        check_answer(assessment)
    except ValidationError:
        return False
    assessment.updated_at = timezone.now()
    _kind, subject_id = assessment.subject_key
    keys = {"row": assessment.pk, "subject": subject_id, "unit": assessment.unit_id, "round": round.pk}
    owners = {"plan": round.plan_id, "committee": round.committee_id, "as_of": round.as_of}
    with transaction.atomic():
        is_written = _writing(asked).write(assessment, **keys, **owners, version=version, state=state)
        if is_written and rewrite_open_history(row=assessment, by=by):
            return True
        transaction.set_rollback(True)
    return False


@cache
def _writing(asked: Asks) -> Change:
    """What may have changed since the row was read is asked in the same statement that writes it."""
    day = GivenDay("as_of")

    def stands() -> AssessmentQuerySet:
        return Assessment.objects.filter(
            Exists(Round.objects.open_now().filter(pk=Given("round"))),
            Exists(asked(Round(plan_id=Given("plan"), as_of=day), Given("unit")).filter(pk=Given("subject"))),
            ~Exists(PeriodLock.objects.locking(Given("committee"), day)),
            pk=Given("row"),
            version=Given("version"),
            state=Given("state", CharField()),
        )

    return Change(stands, WRITTEN)
