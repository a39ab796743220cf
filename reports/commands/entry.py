"""What a unit enters for a goal or an indicator, answer and outcomes together: everything is saved or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.commands.autosave import seal
from followup.core.faults import CommandRefused, Locked, NotAllowed
from followup.core.models import Unit
from followup.core.periods import Period
from indicators.commands.outcomes import Outcome, OutcomeChanged, record_outcome
from indicators.models import Indicator, Measurement
from reports.choices import AnswerState
from reports.commands.assessments import Answer, AnswerChanged, hold_open, save_assessment
from reports.commands.measure_follow_ups import MeasuresChanged, PromisedMeasure, save_measure_follow_ups
from reports.models import Assessment, Round
from reports.subjects import Subject, kind_of


@dataclass(frozen=True, slots=True)
class Figure:
    """An outcome to record and the one that the person had before them; `name` is how the caller knows it again."""

    name: str
    indicator: Indicator
    period: Period
    sex: str
    submeasure: str
    outcome: Outcome
    seen: Outcome


class EntryChanged(CommandRefused):
    """Somebody else saved some of it meanwhile: the answer (`assessment`), figures by their names, or `measures`."""

    def __init__(
        self,
        assessment: Assessment | None,
        outcomes: dict[str, Outcome],
        measures: tuple[PromisedMeasure, ...] | None = None,
    ) -> None:
        super().__init__(_("Någon annan har sparat svaret under tiden. Inget av det du skrev är borta."))
        self.assessment = assessment
        self.outcomes = outcomes
        self.measures = measures


@transaction.atomic
def save_entry(
    *,
    round: Round,
    subject: Subject,
    unit: Unit,
    answer: Answer,
    version: int,
    is_ready: bool,
    figures: Sequence[Figure],
    by: AnyUser,
    measures: Sequence[PromisedMeasure] = (),
    measures_seen: str = "",
    is_autosave: bool = False,
) -> Assessment | None:
    """Save a unit's answer and figures; None where there is no answer, only figures or nothing at all.

    `measures` are those promised last time, with what became of them; `measures_seen` as `save_measure_follow_ups` has
    it. `is_autosave`: as it was typed, without anybody having asked for it.
    Raises NotAllowed, Locked, CommandRefused, ValidationError, and EntryChanged with all that others changed. Those
    who save the same at the same time wait for each other.
    """
    if not may(by, Capability.REPORT, round.committee, unit):
        raise NotAllowed
    hold_open(round)
    kind = kind_of(subject)
    type(subject)._default_manager.select_for_update(of=("self",)).get(pk=subject.pk)
    changed: Assessment | None = None
    assessment: Assessment | None = None
    if answer != Answer() or version or is_ready or any(each.is_answered for each in measures):
        try:
            assessment = save_assessment(
                round=round,
                subject=subject,
                unit=unit,
                answer=answer,
                version=version,
                is_ready=is_ready,
                by=by,
                is_autosave=is_autosave,
            )
        except AnswerChanged as fault:
            changed = fault.current
    elif Assessment.objects.on(kind, subject.pk).filter(round=round, unit=unit, state=AnswerState.APPROVED).exists():
        raise Locked(_("Svaret är godkänt. Be nämndens controller återsända det om något ska ändras."))
    if not is_autosave:
        seal(history=Measurement.history.filter(plan_id=subject.plan_id, unit=unit), by=by)
    changed_measures: tuple[PromisedMeasure, ...] | None = None
    answered = assessment or changed
    if measures and answered is not None:
        try:
            assessment = save_measure_follow_ups(assessment=answered, answers=measures, seen=measures_seen, by=by)
        except MeasuresChanged as fault:
            changed_measures = fault.current
    changed_figures: dict[str, Outcome] = {}
    for figure in figures:
        try:
            record_outcome(
                indicator=figure.indicator,
                period=figure.period,
                unit=unit,
                sex=figure.sex,
                submeasure=figure.submeasure,
                outcome=figure.outcome,
                seen=figure.seen,
                by=by,
                is_autosave=is_autosave,
            )
        except OutcomeChanged as fault:
            changed_figures[figure.name] = fault.current or Outcome()
    if changed is not None or changed_figures or changed_measures is not None:
        raise EntryChanged(changed, changed_figures, changed_measures)
    return assessment
