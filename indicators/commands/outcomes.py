"""Recording outcomes, one or thousands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.commands.autosave import save_deliberately, save_typed
from followup.core.commands.bulk import Saved, attach, save_rows
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_deleted, record_saved
from followup.core.commands.row_faults import RowFault, RowsLocked, RowsRefused
from followup.core.faults import CommandRefused, Locked, NotAllowed
from followup.core.models import Committee, Unit
from followup.core.models.period_lock import PeriodLock
from followup.core.periods import Period, parse_period
from goals.commands.plans import plan_to_edit
from goals.models import Plan
from indicators.models import Indicator, Measurement


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured. All empty means that there is nothing: an existing figure is then removed.

    `numerator` and `denominator` are the counts behind a share.
    """

    value: Decimal | None = None
    words: str = ""
    missing_reason: str = ""
    is_preliminary: bool = False
    remark: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        return self.value is None and not self.words and not self.missing_reason


class OutcomeChanged(CommandRefused):
    """Somebody else changed the figure meanwhile; `current` is what stands there now (None: removed)."""

    def __init__(self, current: Outcome | None) -> None:
        super().__init__(_("Någon annan har ändrat värdet under tiden."))
        self.current = current


def outcome_of(measurement: Measurement | None) -> Outcome:
    if measurement is None:
        return Outcome()
    return Outcome(
        value=_plain(measurement.value),
        words=measurement.words,
        missing_reason=measurement.missing_reason,
        is_preliminary=measurement.is_preliminary,
        remark=measurement.remark,
        numerator=_plain(measurement.numerator),
        denominator=_plain(measurement.denominator),
    )


def _plain(number: Decimal | None) -> Decimal | None:
    """Without the zeros that storage pads it with."""
    return None if number is None else number.normalize()


def put_outcome(measurement: Measurement, outcome: Outcome) -> None:
    """Let the measurement say it, not saved."""
    measurement.numerator = outcome.numerator
    measurement.denominator = outcome.denominator
    measurement.value = outcome.value
    measurement.words = outcome.words
    measurement.missing_reason = outcome.missing_reason
    measurement.is_preliminary = outcome.is_preliminary
    measurement.remark = outcome.remark


@transaction.atomic
def record_outcome(
    *,
    indicator: Indicator,
    period: Period,
    unit: Unit | None,
    sex: str,
    submeasure: str,
    outcome: Outcome,
    seen: Outcome | None,
    by: AnyUser,
    is_autosave: bool = False,
) -> Measurement | None:
    """Record one figure. `seen` is what the person had before them; None means: whatever stands there.

    `is_autosave`: nobody asked for it, so that it may share a row of history with what the same person typed before.
    Raises NotAllowed, Locked, OutcomeChanged, ValidationError. Writes nothing where nothing changed.
    """
    if not may(by, Capability.REPORT, indicator.committee, unit):
        raise NotAllowed
    if PeriodLock.objects.locking(indicator.committee, period.last).exists():
        raise Locked(_("Perioden %(period)s är låst.") % {"period": period.label()})
    measurement = (
        Measurement.objects.select_for_update()
        .filter(indicator=indicator, period=period.code, unit=unit, sex=sex, submeasure=submeasure)
        .order_by("pk")
        .first()
    )
    current = outcome_of(measurement)
    if current == outcome:
        return measurement
    if seen is not None and current != seen:
        raise OutcomeChanged(current)
    if outcome.is_empty:
        if measurement is not None:
            measurement.delete()
        return None
    measurement = measurement or Measurement(
        indicator=indicator, period=period.code, unit=unit, sex=sex, submeasure=submeasure
    )
    put_outcome(measurement, outcome)
    measurement.full_clean()
    if is_autosave:
        save_typed(row=measurement, by=by)
    else:
        save_deliberately(row=measurement, by=by)
    return measurement


@transaction.atomic
def save_outcomes(*, plan: Plan, measurements: Sequence[Measurement], by: AnyUser) -> Saved[Measurement]:
    """Save outcomes of the plan's indicators, thousands in seconds.

    Raises NotAllowed, RowsRefused, RowsGone, and RowsLocked for a locked period, be it the row's present or new one.
    """
    current = _with_indicators(plan, measurements, by)
    saved = save_rows(rows=measurements, by=by)
    pairs = [(row, row) for row in saved.written] + list(zip(saved.changed, saved.before, strict=True))
    _refuse_locked(current.committee, pairs)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def delete_outcomes(*, plan: Plan, measurements: Sequence[Measurement], by: AnyUser) -> None:
    """Delete outcomes. Raises NotAllowed, RowsGone, and RowsLocked for a locked period."""
    current = _with_indicators(plan, measurements, by)
    _refuse_locked(current.committee, [(row, row) for row in measurements])
    record_deleted(owner=current, committee=current.committee, rows=measurements, by=by)
    delete_rows(rows=measurements, by=by)


def _with_indicators(plan: Plan, measurements: Sequence[Measurement], by: AnyUser) -> Plan:
    """The plan, locked; every outcome has its indicator loaded. Two queries. Raises RowsRefused for another plan's."""
    current = plan_to_edit(plan, by)
    indicators = {indicator.pk: indicator for indicator in current.indicators.all()}
    attach(measurements, "indicator", indicators)
    faults = [
        RowFault(row, "indicator", _("Indikatorn hör inte till planen."))
        for row in measurements
        if row.indicator_id not in indicators
    ]
    if faults:
        raise RowsRefused(faults)
    return current


def _refuse_locked(committee: Committee, rows: Iterable[tuple[Measurement, Measurement]]) -> None:
    """Of pairs (the row to name, the row whose period counts). One query."""
    locks = list(PeriodLock.objects.in_force(committee))
    faults = [
        RowFault(named, "period", _("Perioden %(period)s är låst.") % {"period": parse_period(dated.period).label()})
        for named, dated in rows
        if any(lock.covers(dated.period_through) for lock in locks)
    ]
    if faults:
        raise RowsLocked(faults)
