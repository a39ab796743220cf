"""Going back to what an answer said before."""

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.faults import CommandRefused, NotAllowed
from reports.commands.assessments import answer_of, may_answer, save_assessment
from reports.models import Assessment

_RESTORED = "restored:"


@transaction.atomic
def restore_assessment(*, assessment: Assessment, history_id: int, version: int, by: AnyUser) -> Assessment:
    """Save anew what a row of the answer's history says, as a draft, and keep with it which row that was.

    `version` is the one that the person had before them. Raises what `save_assessment` raises, and CommandRefused
    where there is no such row or the answer says that already.
    """
    current = Assessment.objects.select_related("round__committee", "goal", "indicator", "assignment", "unit").get(
        pk=assessment.pk
    )
    if not may_answer(by, current.round, current.unit):
        raise NotAllowed
    row = current.history.filter(history_id=history_id).exclude(history_type="-").first()
    if row is None:
        raise CommandRefused(_("Versionen finns inte. Välj en annan."))
    subject = current.goal or current.indicator or current.assignment
    same = Assessment.objects.on(*current.subject_key).filter(round=current.round, unit=current.unit)
    if subject is None or same.plain_first().first() != current:
        raise CommandRefused(_("Det här är ett av flera svar på samma sak. Det ändras i planboken."))
    answer = answer_of(row)
    if answer == answer_of(current):
        raise CommandRefused(_("Svaret lyder redan så."))
    return save_assessment(
        round=current.round,
        subject=subject,
        unit=current.unit,
        answer=answer,
        version=version,
        is_ready=False,
        by=by,
        reason=f"{_RESTORED}{history_id}",
    )


def restored_from(reason: str | None) -> int | None:
    """The row of history that a version was restored from, by the reason kept with it; None for every other."""
    number = (reason or "").removeprefix(_RESTORED)
    return int(number) if reason and number != reason and number.isdigit() else None
