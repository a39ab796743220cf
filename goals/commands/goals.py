"""Writing goals: the rows themselves, who answers them, what they contribute to."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Model, QuerySet

from followup.core.access import AnyUser
from followup.core.commands.bulk import Saved, attach, claim, clean_texts
from followup.core.commands.lists import arrange_lists
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_deleted, record_saved
from followup.core.commands.trees import save_tree
from followup.core.models import Unit
from goals.commands.plans import plan_to_edit
from goals.models import Goal, Plan


@transaction.atomic
def save_goals(*, plan: Plan, goals: Sequence[Goal], by: AnyUser, seen: Mapping[int, str] | None = None) -> Saved[Goal]:
    """Save goals with the positions that stand on them; a goal above may be new itself.

    `seen` holds the `fingerprint` of each goal as the person had it before them.
    Raises NotAllowed, RowsRefused (also for a circle in the tree), RowsGone, RowChanged.
    """
    current = plan_to_edit(plan, by)
    there = list(current.goals.all())
    attach(goals, "level", {level.pk: level for level in current.levels.all()})
    claim([*goals, *there], "plan", current)
    clean_texts(goals, "description")
    saved = save_tree(rows=goals, there=there, by=by, seen=seen)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def set_goal_units(*, plan: Plan, units: Mapping[int, Sequence[Unit]], by: AnyUser) -> tuple[Goal, ...]:
    """Say, by the goals' keys, which units answer them, in order and with doubles; those whose list changed.

    Raises NotAllowed, RowsRefused.
    """
    return _arrange("units", units, plan, by)


@transaction.atomic
def set_contributions(*, plan: Plan, contributions: Mapping[int, Sequence[Goal]], by: AnyUser) -> tuple[Goal, ...]:
    """Say, by the goals' keys, what they contribute to, in order and with doubles; those whose list changed.

    Raises NotAllowed, RowsRefused (also for a goal that would contribute to itself).
    """
    return _arrange("contributes_to", contributions, plan, by)


@transaction.atomic
def delete_goals(*, plan: Plan, goals: Sequence[Goal], by: AnyUser) -> None:
    """Delete goals, with their own targets and lists, that nothing else hangs on.

    Raises NotAllowed, RowsHeld, RowsGone.
    """
    current = plan_to_edit(plan, by)
    claim(goals, "plan", current)
    record_deleted(owner=current, committee=current.committee, rows=goals, by=by)
    delete_rows(rows=goals, by=by, held_by={"contributions_received"})


def _arrange(name: str, lists: Mapping[int, Sequence[Model]], plan: Plan, by: AnyUser) -> tuple[Goal, ...]:
    current = plan_to_edit(plan, by)
    goals: QuerySet[Goal] = current.goals.all()
    return arrange_lists(name=name, lists=lists, among=goals, owner=current, committee=current.committee, by=by)
