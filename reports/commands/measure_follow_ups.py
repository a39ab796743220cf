"""Answering what became of the measures promised in the round before, together with the answer of the new one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.faults import CommandRefused, Locked, NotAllowed
from followup.core.fingerprints import fingerprint_of
from reports.choices import AnswerState, MeasureOutcome
from reports.commands.assessments import check_open
from reports.models import Assessment, MeasureFollowUp


@dataclass(frozen=True, slots=True)
class PromisedMeasure:
    """A measure as it was promised (plain text), and what became of it; `outcome` is empty until it is answered."""

    promise: str
    outcome: str = ""
    comment: str = ""

    @property
    def is_answered(self) -> bool:
        return bool(self.outcome)

    @property
    def word(self) -> str:
        """`Fortsätter`, or that it is not answered."""
        return str(MeasureOutcome(self.outcome).label).capitalize() if self.outcome else _("Inte besvarad")

    @property
    def lacks_reason(self) -> bool:
        return self.outcome in MeasureOutcome.values and (
            MeasureOutcome(self.outcome).asks_for_reason and not self.comment.strip()
        )


class MeasuresChanged(CommandRefused):
    """Somebody else answered meanwhile; `current` is what is answered now."""

    def __init__(self, current: tuple[PromisedMeasure, ...]) -> None:
        super().__init__(_("Någon annan har svarat på åtgärderna under tiden. Inget av det du skrev är borta."))
        self.current = current


def fingerprint_of_measures(measures: Iterable[PromisedMeasure]) -> str:
    """The same for the same answers in any order; what is not answered does not count."""
    return fingerprint_of(
        part for parts in sorted(_parts(each) for each in measures if each.is_answered) for part in parts
    )


def answered_measures(follow_ups: Iterable[MeasureFollowUp]) -> tuple[PromisedMeasure, ...]:
    return tuple(PromisedMeasure(each.promise, each.outcome, each.comment) for each in follow_ups)


@transaction.atomic
def save_measure_follow_ups(
    *, assessment: Assessment, answers: Sequence[PromisedMeasure], seen: str, by: AnyUser
) -> Assessment:
    """Save what became of the measures; those that are not answered are left out.

    `seen` is the `fingerprint_of_measures` that the person had before them. Saving what already stands there writes
    nothing; else the assessment gets a new version, so that nobody approves what they have not read.
    Raises NotAllowed, Locked, MeasuresChanged, ValidationError (dropped without a reason).
    """
    current = (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("round__committee", "committee", "unit")
        .get(pk=assessment.pk)
    )
    if current.unit is None or not may(by, Capability.REPORT, current.committee, current.unit):
        raise NotAllowed
    check_open(current.round)
    if current.state == AnswerState.APPROVED:
        raise Locked(_("Svaret är godkänt. Be nämndens controller återsända det om något ska ändras."))
    stored = {each.position: each for each in current.measure_follow_ups.all()}
    before = answered_measures(stored.values())
    wanted = {place: _tidy(each) for place, each in enumerate(answers, start=1) if each.is_answered}
    if set(wanted.values()) == set(before):
        return current
    if fingerprint_of_measures(before) != seen:
        raise MeasuresChanged(before)
    for place in stored.keys() - wanted.keys():
        stored[place].delete()
    for place, each in wanted.items():
        _write(stored.get(place) or MeasureFollowUp(assessment=current, position=place), each)
    current.version += 1
    current.updated_by = person(by)
    current.save(update_fields=["version", "updated_at", "updated_by"])
    return current


def _write(row: MeasureFollowUp, answer: PromisedMeasure) -> None:
    if not row._state.adding and _parts(row) == _parts(answer):
        return
    row.promise, row.outcome, row.comment = _parts(answer)
    row.full_clean()
    row.save()


def _parts(answer: PromisedMeasure | MeasureFollowUp) -> tuple[str, str, str]:
    return answer.promise, answer.outcome, answer.comment


def _tidy(answer: PromisedMeasure) -> PromisedMeasure:
    return PromisedMeasure(answer.promise, answer.outcome, answer.comment.strip())
