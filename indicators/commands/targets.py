"""Writing targets of indicators and goals."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from followup.core.access import AnyUser
from followup.core.commands.bulk import Saved, attach, claim, fingerprint, save_rows, stored_rows
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_deleted, record_saved
from followup.core.commands.row_faults import RowChanged
from goals.commands.plans import plan_to_edit
from goals.models import Plan
from indicators.models import Target


@transaction.atomic
def save_targets(
    *, plan: Plan, targets: Sequence[Target], by: AnyUser, seen: Mapping[int, str] | None = None
) -> Saved[Target]:
    """Save targets. `seen` holds the `fingerprint` of each as the person had it before them.

    Raises NotAllowed, RowsRefused, RowsGone, RowChanged.
    """
    current = _with_subjects(plan, targets, by)
    claim(targets, "plan", current)
    saved = save_rows(rows=targets, by=by, seen=seen)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def delete_targets(*, plan: Plan, targets: Sequence[Target], by: AnyUser) -> None:
    """Delete targets. Raises NotAllowed, RowsGone."""
    current = _with_subjects(plan, targets, by)
    claim(targets, "plan", current)
    record_deleted(owner=current, committee=current.committee, rows=targets, by=by)
    delete_rows(rows=targets, by=by)


@transaction.atomic
def settle_targets(
    *, plan: Plan, saved: Sequence[Target], deleted: Sequence[Target], seen: Mapping[int, str], by: AnyUser
) -> None:
    """Delete some targets and save others, all or nothing; what is deleted makes room for what is saved.

    `seen` holds the `fingerprint` of each stored one as the person had it before them.
    Raises NotAllowed, RowsRefused, RowsGone, RowChanged.
    """
    current = plan_to_edit(plan, by)
    for target in stored_rows(deleted).values():
        if seen.get(target.pk, "") != fingerprint(target):
            raise RowChanged(target)
    if deleted:
        delete_targets(plan=current, targets=deleted, by=by)
    save_targets(plan=current, targets=saved, by=by, seen=seen)


def _with_subjects(plan: Plan, targets: Sequence[Target], by: AnyUser) -> Plan:
    """The plan, locked; every target has its indicator or goal loaded. Three queries."""
    current = plan_to_edit(plan, by)
    attach(targets, "indicator", {indicator.pk: indicator for indicator in current.indicators.all()})
    attach(targets, "goal", {goal.pk: goal for goal in current.goals.all()})
    return current
