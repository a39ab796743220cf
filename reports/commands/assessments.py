"""Answering in a round: saving an answer, as a draft or ready."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import partial

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.commands.autosave import save_deliberately, save_typed, seal
from followup.core.faults import CommandRefused, Locked, NotAllowed
from followup.core.models import Unit, User
from followup.core.models.period_lock import PeriodLock
from followup.core.richtext import clean_html
from reports.choices import AnswerState
from reports.models import Assessment, Round
from reports.querysets import AssessmentQuerySet
from reports.subjects import Subject, kind_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person judges and says. The texts are HTML as typed; the command sanitises them.

    `status_words` are printed instead of the status, `ref` as the reference where one text answers several ("1-2").
    """

    status: str = ""
    comment: str = ""
    overall_view: str = ""
    cause: str = ""
    measure: str = ""
    forecast: str = ""
    trend: str = ""
    status_words: str = ""
    ref: str = ""

    def cleaned(self) -> "Answer":
        return replace(self, **{name: clean_html(getattr(self, name)) for name in TEXTS})


TEXTS = ("comment", "overall_view", "cause", "measure", "forecast")
_PARTS = tuple(field.name for field in fields(Answer))


class AnswerChanged(CommandRefused):
    """Somebody else saved the same answer meanwhile; `current` is what stands there now."""

    def __init__(self, current: Assessment) -> None:
        super().__init__(_("Någon annan har sparat svaret under tiden. Inget av det du skrev är borta."))
        self.current = current


def answer_of(assessment: Assessment | None) -> Answer:
    if assessment is None:
        return Answer()
    return Answer(*(getattr(assessment, name) for name in _PARTS))


def stamp(by: AnyUser) -> tuple[datetime | None, User | None]:
    """When and who, both or neither: the command line is nobody."""
    actor = person(by)
    return (timezone.now() if actor else None, actor)


def may_answer(by: AnyUser, round: Round, unit: Unit | None) -> bool:
    """Whether the person answers for the unit or, where there is none, for the committee itself."""
    if unit is not None:
        return may(by, Capability.REPORT, round.committee, unit)
    return may(by, Capability.CONTROL_ROUND, round.committee)


def check_open(round: Round) -> None:
    """Raise Locked, with the reason, where the round takes no answers."""
    if not round.is_open:
        reason = (
            _("Uppföljningen är stängd och tar inte emot fler svar.")
            if round.closed_at or round.state == "closed"
            else _("Uppföljningen är inte öppnad än.")
        )
        raise Locked(reason)
    lock = PeriodLock.objects.locking(round.committee, round.as_of).first()
    if lock is not None:
        raise Locked(_("Perioden är låst: %(reason)s") % {"reason": lock.reason})


def hold_open(round: Round) -> None:
    """As `check_open`, of the round as it stands now; nobody closes it before the transaction is over.

    Those who answer in it do not wait for each other. `round` is told what has become of it. One query, and another
    where it takes no answers.
    """
    sql, values = Round.objects.filter(pk=round.pk).with_lock().only("state", "closed_at").query.sql_with_params()
    shared = " FOR SHARE" if connection.vendor == "postgresql" else ""  # SQLite lets one write at a time
    for current in Round.objects.raw(f"{sql}{shared}", values):
        round.state, round.closed_at = current.state, current.closed_at
        if getattr(current, "has_lock", True) or not round.is_open:
            check_open(round)


@transaction.atomic
def save_assessment(
    *,
    round: Round,
    subject: Subject,
    unit: Unit | None,
    answer: Answer,
    version: int,
    is_ready: bool,
    by: AnyUser,
    is_autosave: bool = False,
    reason: str = "",
) -> Assessment:
    """Save a unit's answer (or, with no unit, the committee's own) and mark it ready or not.

    `version` is the one the person had before them, 0 for none. `is_autosave`: nobody asked for it, so that it may
    share a row of history with what the same person typed before. `reason` is kept in the history.
    Raises NotAllowed, Locked, AnswerChanged, CommandRefused (ready without a status), ValidationError. Saving what
    already stands there writes no version.
    """
    if not may_answer(by, round, unit):
        raise NotAllowed
    hold_open(round)
    answer = answer.cleaned()
    kind = kind_of(subject)
    stored = Assessment.objects.on(kind, subject.pk).filter(round=round, unit=unit).plain_first()
    found = stored.select_for_update().first()
    if found is not None:
        found.round = round  # else validating the row would read it again
    if found is not None and found.state == AnswerState.APPROVED:
        raise Locked(_("Svaret är godkänt. Be nämndens controller återsända det om något ska ändras."))
    if is_ready and answer.status not in kind.statuses.values and not answer.status_words:
        raise CommandRefused(_("Välj en bedömning innan du klarmarkerar."))
    state = _next_state(found, is_ready)
    if found is not None and answer_of(found) == answer and found.state == state:
        if not is_autosave:
            seal(history=found.history.all(), by=by)
        return found
    if found is not None and found.version != version:
        raise AnswerChanged(found)
    if stored.filter(ref=answer.ref, unit_words="").exclude(pk=found.pk if found else None).exists():
        raise CommandRefused(_("Det finns redan ett svar med referensen ”%(ref)s”.") % {"ref": answer.ref})
    assessment = found or Assessment(round=round, unit=unit, version=0, **{kind.value: subject})
    may_join = state in TYPED_IN and assessment.state == state
    set_answer(assessment, answer, state, by)
    if is_autosave:
        return _write(assessment, stored, partial(save_typed, by=by, may_join=may_join))
    return _write(assessment, stored, partial(save_deliberately, by=by, reason=reason))


def set_answer(assessment: Assessment, answer: Answer, state: AnswerState, by: AnyUser) -> None:
    """Put an answer in the row, as its next version; nothing is stored by it."""
    for name in _PARTS:
        setattr(assessment, name, getattr(answer, name))
    set_ready(assessment, state, by)
    assessment.updated_by = person(by)
    assessment.version += 1


def check_answer(assessment: Assessment) -> None:
    """Raise ValidationError where the row cannot hold what was put in it."""
    assessment.clean_fields(exclude={field.name for field in assessment._meta.fields} - {*_PARTS, "state"})


def _next_state(found: Assessment | None, is_ready: bool) -> AnswerState:
    if is_ready:
        return AnswerState.READY
    if found is not None and found.state == AnswerState.RETURNED:
        return AnswerState.RETURNED
    return AnswerState.DRAFT


def set_ready(assessment: Assessment, state: AnswerState, by: AnyUser) -> None:
    if state == AnswerState.READY and assessment.state != AnswerState.READY:
        assessment.ready_at, assessment.ready_by = stamp(by)
    elif state != AnswerState.READY:
        assessment.ready_at = assessment.ready_by = None
    assessment.state = state


TYPED_IN = {AnswerState.DRAFT, AnswerState.READY, AnswerState.RETURNED}
"""Where an answer is being worked on. The text as it was handed in, returned or approved keeps a row of its own."""

WRITTEN = [*_PARTS, "state", "version", "ready_at", "ready_by", "updated_at", "updated_by"]
"""What saving an answer writes of its row."""


def _write(assessment: Assessment, stored: AssessmentQuerySet, save: Callable[..., None]) -> Assessment:
    """`stored` finds what stands there already."""
    if assessment._state.adding:
        assessment.full_clean(exclude={"updated_by", "ready_by"}, validate_unique=False, validate_constraints=False)
        try:
            with transaction.atomic():
                save(row=assessment)
        except IntegrityError:
            current = stored.first()
            if current is None:
                raise
            raise AnswerChanged(current) from None
        return assessment
    check_answer(assessment)
    save(row=assessment, update_fields=WRITTEN)
    return assessment
