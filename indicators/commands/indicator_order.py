"""The order of a plan's indicators: a new one last, two neighbours that change places."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import update_rows
from followup.core.commands.keys import give_keys
from followup.core.commands.order import exchanged
from followup.core.faults import CommandRefused
from followup.core.models import Unit
from goals.commands.plans import plan_to_edit
from goals.models import Plan
from indicators.commands.indicators import save_indicators, set_indicator_units
from indicators.models import Indicator


@transaction.atomic
def add_indicator(*, plan: Plan, indicator: Indicator, units: Sequence[Unit], by: AnyUser) -> Indicator:
    """Save a new indicator last in the plan, with an Id after its name. Raises NotAllowed, RowsRefused."""
    current = plan_to_edit(plan, by)
    taken = list(current.indicators.values_list("key", "position"))
    give_keys([indicator], [key for key, _position in taken])
    indicator.position = max((position for _key, position in taken), default=0) + 1
    save_indicators(plan=current, indicators=[indicator], by=by)
    if units:
        set_indicator_units(plan=current, units={indicator.pk: units}, by=by)
    return indicator


@transaction.atomic
def exchange_indicators(*, indicator: Indicator, neighbour: Indicator, by: AnyUser) -> None:
    """Let two indicators of a plan change places; the whole plan's are numbered. Raises NotAllowed, CommandRefused."""
    plan = plan_to_edit(indicator.plan, by)
    try:
        moved = exchanged(list(plan.indicators.in_plan_order()), indicator, neighbour)
    except ValueError as error:
        raise CommandRefused(_("Indikatorn har tagits bort av någon annan under tiden.")) from error
    for each in moved:
        each.plan = plan
    update_rows(rows=moved, fields=["position"], by=by)
    details = {"ändring": _("flyttade indikatorn")}
    record(action=AuditAction.CHANGED, subject=indicator, committee=plan.committee, by=by, details=details)
