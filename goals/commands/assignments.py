"""Writing assignments and activities."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from followup.core.access import AnyUser
from followup.core.commands.bulk import Saved, attach, claim, clean_texts, save_rows
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_deleted, record_saved
from goals.commands.plans import plan_to_edit
from goals.models import Assignment, Plan


@transaction.atomic
def save_assignments(
    *, plan: Plan, assignments: Sequence[Assignment], by: AnyUser, seen: Mapping[int, str] | None = None
) -> Saved[Assignment]:
    """Save assignments with the positions that stand on them.

    `seen` holds the `fingerprint` of each as the person had it before them.
    Raises NotAllowed, RowsRefused, RowsGone, RowChanged.
    """
    current = plan_to_edit(plan, by)
    attach(assignments, "goal", {goal.pk: goal for goal in current.goals.all()})
    claim(assignments, "plan", current)
    clean_texts(assignments, "description")
    saved = save_rows(rows=assignments, by=by, seen=seen)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def delete_assignments(*, plan: Plan, assignments: Sequence[Assignment], by: AnyUser) -> None:
    """Delete assignments that nobody has answered. Raises NotAllowed, RowsHeld, RowsGone."""
    current = plan_to_edit(plan, by)
    claim(assignments, "plan", current)
    record_deleted(owner=current, committee=current.committee, rows=assignments, by=by)
    delete_rows(rows=assignments, by=by)
