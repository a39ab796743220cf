"""What the controller asks of the units about one goal or indicator in a round."""

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, Locked, NotAllowed
from followup.core.richtext import clean_html
from goals.models import Goal
from indicators.models import Indicator
from reports.choices import RoundState
from reports.models import Round, SubjectInstruction
from reports.subjects import kind_of


class InstructionChanged(CommandRefused):
    """Somebody else saved the same instruction meanwhile; `current` is what stands there now."""

    def __init__(self, current: SubjectInstruction) -> None:
        super().__init__(_("Någon annan har sparat anvisningen under tiden. Inget av det du skrev är borta."))
        self.current = current


@transaction.atomic
def save_instruction(
    *, round: Round, subject: Goal | Indicator, text: str, version: int, by: AnyUser
) -> SubjectInstruction | None:
    """Save it, or take it back with an empty text; None where there was nothing and still is.

    `text` is HTML as typed; `version` is the one the person had before them, 0 for none. Those who write in the same
    round wait for each other. Saving what already stands there writes nothing. Raises NotAllowed, Locked,
    InstructionChanged, RichTextFault, ValidationError.
    """
    current = Round.objects.select_for_update(of=("self",)).select_related("committee").get(pk=round.pk)
    if not may(by, Capability.CONTROL_ROUND, current.committee):
        raise NotAllowed
    if current.state == RoundState.CLOSED:
        raise Locked(_("Uppföljningen är stängd, så ingen ser en ny anvisning."))
    text = clean_html(text)
    kind = kind_of(subject)
    found = SubjectInstruction.objects.filter(round=current, **{kind.value: subject}).first()
    if text == (found.text if found else ""):
        return found
    if found is not None and found.version != version:
        raise InstructionChanged(found)
    instruction = found or SubjectInstruction(round=current, version=0, **{kind.value: subject})
    instruction.text = text
    instruction.version += 1
    instruction.updated_by = person(by)
    instruction.full_clean(exclude={"updated_by"})
    instruction.save()
    record(
        action=AuditAction.CHANGED if found else AuditAction.CREATED,
        subject=instruction,
        committee=current.committee,
        by=by,
    )
    return instruction
