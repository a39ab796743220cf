"""Questions from readers to the committee's controllers, about a row of a published version."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, may_in, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import User
from reports.commands.question_letters import tell_asker, tell_controllers
from reports.models import Publication, ReaderQuestion
from reports.sealed.outline import outline_of

MOST_A_DAY = 20
MOST_AN_HOUR = 6


def ask(*, publication: Publication, anchor: str, text: str, link: str, by: AnyUser) -> ReaderQuestion:
    """Store the question, and then write to the controllers; `link` leads them to it.

    A letter that does not go off takes nothing back: the question stands in their list. Raises NotAllowed,
    CommandRefused (no such row; too many), ValidationError.
    """
    question = _stored(publication, anchor, text, by)
    tell_controllers(question, link, timezone.localdate())
    return question


@transaction.atomic
def _stored(publication: Publication, anchor: str, text: str, by: AnyUser) -> ReaderQuestion:
    if not may_in(by, Capability.READ_INTERNAL, publication.committee):
        raise NotAllowed
    if publication.is_withdrawn:
        raise CommandRefused(_("Versionen är avpublicerad, så det går inte att ställa frågor om den."))
    row = outline_of(publication).row(anchor)
    if row is None:
        raise CommandRefused(_("Raden finns inte i den här versionen av rapporten."))
    _check_not_too_many(person(by))
    question = ReaderQuestion(
        publication=publication,
        anchor=anchor,
        row_title=row.title[:300],
        text=text.strip(),
        asked_by=person(by),
        asked_by_name=str(by),
        asked_at=timezone.now(),
    )
    question.full_clean(exclude={"publication", "asked_by", "answered_by"}, validate_constraints=False)
    question.save()
    _audit(AuditAction.ASKED, question, by)
    return question


def answer(*, question: ReaderQuestion, text: str, link: str, by: AnyUser) -> ReaderQuestion:
    """Answer once, and then write to the one who asked; `link` leads to question and answer.

    Raises NotAllowed, CommandRefused (somebody has answered it already), ValidationError.
    """
    answered = _answered(question, text, by)
    tell_asker(answered, link)
    return answered


@transaction.atomic
def _answered(question: ReaderQuestion, text: str, by: AnyUser) -> ReaderQuestion:
    if not may(by, Capability.EDIT_REPORT, question.publication.committee):
        raise NotAllowed
    current: ReaderQuestion = (
        ReaderQuestion.objects.select_for_update(of=("self",))
        .select_related("publication__committee", "asked_by")
        .get(pk=question.pk)
    )
    if current.is_answered:
        raise CommandRefused(_("Frågan är redan besvarad av %(name)s.") % {"name": current.answered_by_name})
    if not text.strip():
        raise CommandRefused(_("Skriv ett svar."))
    current.answer, current.answered_at = text.strip(), timezone.now()
    current.answered_by, current.answered_by_name = person(by), str(by)
    current.full_clean(exclude={"publication", "asked_by", "answered_by"}, validate_constraints=False)
    current.save(update_fields=["answer", "answered_at", "answered_by", "answered_by_name"])
    _audit(AuditAction.ANSWERED, current, by)
    return current


def _check_not_too_many(user: User | None) -> None:
    """So that nobody, and no script in somebody's name, fills the controllers' mail. The person's row is the lock."""
    if user is None:
        return
    User.objects.select_for_update().get(pk=user.pk)
    now = timezone.now()
    asked = ReaderQuestion.objects.filter(asked_by=user)
    if asked.filter(asked_at__gt=now - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise CommandRefused(_("Du har ställt många frågor på kort tid. Vänta en timme och försök igen."))
    if asked.filter(asked_at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
        raise CommandRefused(_("Du har ställt så många frågor som går på ett dygn. Försök igen i morgon."))


def _audit(action: AuditAction, question: ReaderQuestion, by: AnyUser) -> None:
    record(
        action=action,
        subject=question,
        committee=question.publication.committee,
        by=by,
        details={"rapport": str(question.publication)},
    )
