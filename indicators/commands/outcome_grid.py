"""Recording many outcomes that a person had before them: all or nothing, and never over somebody else's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.commands.row_faults import RowFault, RowsGone, RowsLocked, RowsRefused
from followup.core.faults import CommandRefused
from followup.core.models import Unit
from followup.core.periods import Period
from goals.commands.plans import plan_to_edit
from goals.models import Plan
from indicators.commands.outcomes import Outcome, delete_outcomes, outcome_of, put_outcome, save_outcomes
from indicators.models import Measurement

_Place: TypeAlias = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class OutcomeEdit:
    """An outcome to record and the one that the person had before them; `name` is how the caller knows it again."""

    name: str
    indicator_id: int
    period: Period
    sex: str
    submeasure: str
    outcome: Outcome
    seen: Outcome

    @property
    def place(self) -> _Place:
        return (self.indicator_id, self.period.code, self.sex, self.submeasure)


class OutcomesChanged(CommandRefused):
    """Somebody else changed some of them meanwhile; `current` holds what stands there now, by name."""

    def __init__(self, current: Mapping[str, Outcome]) -> None:
        super().__init__(
            _("Någon annan har ändrat värden under tiden. Inget är sparat, och inget av det du skrev är borta.")
        )
        self.current = current


class OutcomesRefused(CommandRefused):
    """Some of them cannot be saved; `faults` says why, by name. `rest` is what concerns none in particular."""

    def __init__(self, faults: Mapping[str, str], rest: Sequence[str]) -> None:
        super().__init__(" ".join(dict.fromkeys([*faults.values(), *rest])))
        self.faults = faults
        self.rest = tuple(rest)


@transaction.atomic
def record_outcomes(*, plan: Plan, unit: Unit | None, edits: Sequence[OutcomeEdit], by: AnyUser) -> int:
    """Record outcomes of the plan's indicators for a unit, or for no unit; how many were written.

    An empty outcome removes the one that stands there. Raises NotAllowed, OutcomesChanged, OutcomesRefused.
    """
    current = plan_to_edit(plan, by)
    stored = _stored(current, unit, edits)
    changed = {}
    saved: dict[str, Measurement] = {}
    deleted: dict[str, Measurement] = {}
    for edit in edits:
        measurement = stored.get(edit.place)
        there = outcome_of(measurement)
        if there == edit.outcome:
            continue
        if there != edit.seen:
            changed[edit.name] = there
        elif measurement is not None and edit.outcome.is_empty:
            deleted[edit.name] = measurement
        else:
            saved[edit.name] = measurement or _new(edit, unit)
            put_outcome(saved[edit.name], edit.outcome)
    if changed:
        raise OutcomesChanged(changed)
    try:
        if saved:
            save_outcomes(plan=current, measurements=list(saved.values()), by=by)
        if deleted:
            delete_outcomes(plan=current, measurements=list(deleted.values()), by=by)
    except (RowsRefused, RowsLocked, RowsGone) as refusal:
        raise _by_name(refusal.faults, saved | deleted) from refusal
    return len(saved) + len(deleted)


def _stored(plan: Plan, unit: Unit | None, edits: Sequence[OutcomeEdit]) -> dict[_Place, Measurement]:
    """What stands in the places, locked until the transaction ends. One query."""
    found = (
        Measurement.objects.order_by("pk")
        .select_for_update()
        .filter(
            plan=plan,
            unit=unit,
            indicator__in={edit.indicator_id for edit in edits},
            period__in={edit.period.code for edit in edits},
        )
    )
    return {(row.indicator_id, row.period, row.sex, row.submeasure): row for row in found}


def _new(edit: OutcomeEdit, unit: Unit | None) -> Measurement:
    return Measurement(
        indicator_id=edit.indicator_id, period=edit.period.code, unit=unit, sex=edit.sex, submeasure=edit.submeasure
    )


def _by_name(faults: Sequence[RowFault], rows: Mapping[str, Measurement]) -> OutcomesRefused:
    names = {id(row): name for name, row in rows.items()}
    told = {names[id(fault.row)]: fault.message for fault in faults if id(fault.row) in names}
    return OutcomesRefused(told, [fault.message for fault in faults if id(fault.row) not in names])
