"""An indicator and who measures it, changed by a person who had both before them."""

from collections.abc import Sequence

from django.db import transaction

from followup.core.access import AnyUser
from followup.core.commands.row_faults import RowChanged
from followup.core.models import Unit
from goals.commands.plans import plan_to_edit
from indicators.commands.indicators import save_indicators, set_indicator_units
from indicators.models import Indicator


class IndicatorChanged(RowChanged):
    """Somebody else changed the indicator or its units meanwhile; `current` and `unit_ids` are what stands there."""

    def __init__(self, current: Indicator, unit_ids: tuple[int, ...]) -> None:
        super().__init__(current)
        self.unit_ids = unit_ids


def unit_ids_of(indicator: Indicator) -> tuple[int, ...]:
    """In order, with doubles. One query."""
    return tuple(indicator.indicator_units.order_by("position", "pk").values_list("unit_id", flat=True))


@transaction.atomic
def change_indicator(
    *, indicator: Indicator, units: Sequence[Unit], seen: str, seen_unit_ids: tuple[int, ...], by: AnyUser
) -> Indicator:
    """Save an indicator and the units that measure it, in order and with doubles.

    `seen` is the `fingerprint` of the row that the person had before them, `seen_unit_ids` its units.
    Raises NotAllowed, RowsRefused, RowsGone, IndicatorChanged. Saving what already stands there writes nothing.
    """
    plan = plan_to_edit(indicator.plan, by)
    there, wanted = unit_ids_of(indicator), tuple(unit.pk for unit in units)
    if there not in (wanted, seen_unit_ids) and (stored := plan.indicators.filter(pk=indicator.pk).first()):
        raise IndicatorChanged(stored, there)
    try:
        save_indicators(plan=plan, indicators=[indicator], by=by, seen={indicator.pk: seen})
    except RowChanged as refusal:
        raise IndicatorChanged(refusal.current, there) from refusal
    set_indicator_units(plan=plan, units={indicator.pk: units}, by=by)
    return indicator
