"""The instruction for a goal or an indicator, as the page of its answers shows it."""

from dataclasses import dataclass

from followup.core.access import AnyUser, Capability, may
from goals.models import Assignment
from reports.choices import RoundState
from reports.forms.instruction import InstructionForm
from reports.models import Round, SubjectInstruction
from reports.subjects import Subject, kind_of


@dataclass(frozen=True, slots=True)
class InstructionPanel:
    """`text` is what is saved, canonical HTML; `form` is None for those who only read it.

    `problem` says why what was typed is not saved, and `saved_by` who saved something else meanwhile.
    """

    text: str = ""
    form: InstructionForm | None = None
    problem: str = ""
    saved_by: str = ""

    @property
    def is_shown(self) -> bool:
        return bool(self.text or self.form)

    @property
    def is_open(self) -> bool:
        """Whether the form stands open: where it holds something that is not saved."""
        return self.form is not None and self.form.is_bound


def instruction_panel(user: AnyUser, round: Round, subject: Subject) -> InstructionPanel:
    """Units answer no assignments, so those have none. One query."""
    if isinstance(subject, Assignment):
        return InstructionPanel()
    found = SubjectInstruction.objects.filter(round=round, **{kind_of(subject).value: subject.pk}).first()
    writes = round.state != RoundState.CLOSED and may(user, Capability.CONTROL_ROUND, round.committee)
    return InstructionPanel(found.text if found else "", InstructionForm(instruction=found) if writes else None)
