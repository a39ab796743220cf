"""The tree of a plan's goals: moving a goal, closing it and opening it again."""

from collections import defaultdict
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import update_rows
from followup.core.dates import format_date
from followup.core.faults import CommandRefused
from goals.commands.plans import plan_to_edit
from goals.models import Goal, Plan


class _Tree:
    """The goals of a plan in memory, each with its plan and the goal above; two queries, the plan's lock among them."""

    def __init__(self, plan: Plan, by: AnyUser) -> None:
        self.plan = plan_to_edit(plan, by)
        self.goals: dict[int, Goal] = {goal.pk: goal for goal in self.plan.goals.in_plan_order()}
        self.below: defaultdict[int | None, list[Goal]] = defaultdict(list)
        for goal in self.goals.values():
            goal.plan = self.plan
            goal.parent = self.goals[goal.parent_id] if goal.parent_id else None
            self.below[goal.parent_id].append(goal)

    def goal(self, goal: Goal) -> Goal:
        if goal.pk not in self.goals:
            raise CommandRefused(_("Målet har tagits bort av någon annan under tiden."))
        return self.goals[goal.pk]

    def under(self, goal: Goal | None) -> list[Goal]:
        """The goals under a goal, or all, depth first in the plan's order."""
        found: list[Goal] = []
        waiting = list(reversed(self.below[goal.pk if goal else None]))
        while waiting:
            found.append(nearest := waiting.pop())
            waiting += reversed(self.below[nearest.pk])
        return found


@transaction.atomic
def move_goal(*, goal: Goal, parent: Goal | None, before: Goal | None, by: AnyUser) -> Goal:
    """Put a goal, with all under it, under `parent` (or at the top) and before a goal there, or last.

    The whole plan is numbered depth first. Raises NotAllowed, CommandRefused.
    """
    tree = _Tree(goal.plan, by)
    moved = tree.goal(goal)
    above = tree.goal(parent) if parent is not None else None
    if above is not None and (above is moved or above in tree.under(moved)):
        raise CommandRefused(_("Målet kan inte ligga under sig självt."))
    siblings = tree.below[above.pk if above else None]
    next_one = tree.goal(before) if before is not None else None
    if next_one is not None and (next_one is moved or next_one not in siblings):
        raise CommandRefused(_("Målet som det ska stå före ligger inte längre där."))
    tree.below[moved.parent_id].remove(moved)
    siblings.insert(siblings.index(next_one) if next_one is not None else len(siblings), moved)
    has_new_parent = moved.parent != above
    moved.parent = above
    renumbered = []
    for position, each in enumerate(tree.under(None), start=1):
        if each.position != position:
            each.position = position
            renumbered.append(each)
    if has_new_parent and moved not in renumbered:
        renumbered.append(moved)
    if renumbered:
        update_rows(rows=renumbered, fields=["parent", "position"], by=by)
        _record(moved, by, {"ändring": _("flyttade målet")})
    return moved


@transaction.atomic
def close_goal(*, goal: Goal, closed_on: date, by: AnyUser) -> Goal:
    """Close a goal and all under it from a day on. Reports as of an earlier day still hold it.

    Raises NotAllowed, CommandRefused.
    """
    tree = _Tree(goal.plan, by)
    closed = tree.goal(goal)
    if closed.closed_on is not None:
        raise CommandRefused(_("Målet är redan avslutat %(day)s.") % {"day": format_date(closed.closed_on)})
    closing = [each for each in [closed, *tree.under(closed)] if each.closed_on is None]
    for each in closing:
        each.closed_on = closed_on
    update_rows(rows=closing, fields=["closed_on"], by=by)
    _record(closed, by, {"avslutat": str(closed_on), "mål": str(len(closing))}, AuditAction.CLOSED)
    return closed


@transaction.atomic
def reopen_goal(*, goal: Goal, by: AnyUser) -> Goal:
    """Open a goal again, with those under it that were closed the same day. Raises NotAllowed, CommandRefused."""
    tree = _Tree(goal.plan, by)
    opened = tree.goal(goal)
    if opened.closed_on is None:
        raise CommandRefused(_("Målet är redan öppet."))
    if opened.parent is not None and opened.parent.closed_on is not None:
        raise CommandRefused(_("Öppna först det överordnade målet ”%(goal)s”.") % {"goal": opened.parent})
    day = opened.closed_on
    opening = [each for each in [opened, *tree.under(opened)] if each.closed_on == day]
    for each in opening:
        each.closed_on = None
    update_rows(rows=opening, fields=["closed_on"], by=by)
    _record(opened, by, {"mål": str(len(opening))}, AuditAction.OPENED)
    return opened


def _record(goal: Goal, by: AnyUser, details: dict[str, str], action: AuditAction = AuditAction.CHANGED) -> None:
    record(action=action, subject=goal, committee=goal.plan.committee, by=by, details=details)
