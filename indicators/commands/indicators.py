"""Writing indicators and who measures them."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet

from followup.core.access import AnyUser
from followup.core.commands.bulk import Saved, attach, claim, clean_texts, save_rows
from followup.core.commands.lists import arrange_lists
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_deleted, record_saved
from followup.core.models import Unit
from goals.commands.plans import plan_to_edit
from goals.models import Plan
from indicators.models import Indicator


@transaction.atomic
def save_indicators(
    *, plan: Plan, indicators: Sequence[Indicator], by: AnyUser, seen: Mapping[int, str] | None = None
) -> Saved[Indicator]:
    """Save indicators with the positions that stand on them.

    `seen` holds the `fingerprint` of each as the person had it before them.
    Raises NotAllowed, RowsRefused, RowsGone, RowChanged.
    """
    current = plan_to_edit(plan, by)
    attach(indicators, "goal", {goal.pk: goal for goal in current.goals.all()})
    claim(indicators, "plan", current)
    clean_texts(indicators, "description")
    saved = save_rows(rows=indicators, by=by, seen=seen)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def set_indicator_units(*, plan: Plan, units: Mapping[int, Sequence[Unit]], by: AnyUser) -> tuple[Indicator, ...]:
    """Say, by the indicators' keys, which units measure them, in order and with doubles; those whose list changed.

    Raises NotAllowed, RowsRefused.
    """
    current = plan_to_edit(plan, by)
    indicators: QuerySet[Indicator] = current.indicators.all()
    return arrange_lists(name="units", lists=units, among=indicators, owner=current, committee=current.committee, by=by)


@transaction.atomic
def delete_indicators(*, plan: Plan, indicators: Sequence[Indicator], by: AnyUser) -> None:
    """Delete indicators, with their targets, that have no outcomes or answers.

    Raises NotAllowed, RowsHeld, RowsGone.
    """
    current = plan_to_edit(plan, by)
    claim(indicators, "plan", current)
    record_deleted(owner=current, committee=current.committee, rows=indicators, by=by)
    delete_rows(rows=indicators, by=by, held_by={"measurements"})
