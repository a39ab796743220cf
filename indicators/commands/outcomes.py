"""Recording outcomes."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.faults import CommandRefused, Locked, NotAllowed
from followup.core.models import Unit
from followup.core.models.period_lock import PeriodLock
from followup.core.periods import Period
from indicators.models import Indicator, Measurement


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured. All empty means that there is nothing: an existing figure is then removed."""

    value: Decimal | None = None
    words: str = ""
    missing_reason: str = ""
    is_preliminary: bool = False
    remark: str = ""

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
        value=measurement.value.normalize() if measurement.value is not None else None,
        words=measurement.words,
        missing_reason=measurement.missing_reason,
        is_preliminary=measurement.is_preliminary,
        remark=measurement.remark,
    )


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
) -> Measurement | None:
    """Record one figure. `seen` is what the person had before them; None means: whatever stands there.

    Raises NotAllowed, Locked, OutcomeChanged, ValidationError. Writes nothing where nothing changed.
    """
    if not may(by, Capability.REPORT, indicator.committee, unit):
        raise NotAllowed
    if PeriodLock.objects.locking(indicator.committee, period.last).exists():
        raise Locked(_("Perioden %(period)s är låst.") % {"period": period.label()})
    measurement = (
        Measurement.objects.select_for_update()
        .filter(indicator=indicator, period=period.code, unit=unit, sex=sex, submeasure=submeasure)
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
    measurement.value = outcome.value
    measurement.words = outcome.words
    measurement.missing_reason = outcome.missing_reason
    measurement.is_preliminary = outcome.is_preliminary
    measurement.remark = outcome.remark
    measurement.full_clean()
    measurement.save()
    return measurement
