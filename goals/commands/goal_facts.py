"""A goal as a person sees and writes it: added, changed, with a fingerprint that tells whether it is still the same."""

from dataclasses import dataclass, fields

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.faults import CommandRefused
from followup.core.fingerprints import fingerprint_of
from followup.core.models import Unit
from followup.core.slugs import free_name, slug_of
from goals.commands.goal_tree import move_goal
from goals.commands.goals import save_goals, set_contributions, set_goal_units
from goals.commands.plans import plan_to_edit
from goals.models import Goal, Level, Plan


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What is said of a goal. `description` is HTML; `unit_ids` and `contributes_to_ids` keep order and doubles."""

    level_id: int
    label: str
    number: str
    name: str
    description: str
    responsible: tuple[str, ...]
    year: int | None
    unit_ids: tuple[int, ...]
    contributes_to_ids: tuple[int, ...]

    @property
    def fingerprint(self) -> str:
        """The same for the same facts: what a form remembers of the goal that it showed."""
        return fingerprint_of(getattr(self, field.name) for field in fields(self))


class GoalChanged(CommandRefused):
    """Somebody else changed the goal meanwhile; `current` is what stands there now."""

    def __init__(self, current: GoalFacts) -> None:
        super().__init__(_("Någon annan har ändrat målet under tiden."))
        self.current = current


def facts_of(goal: Goal) -> GoalFacts:
    """Two queries."""
    return GoalFacts(
        level_id=goal.level_id,
        label=goal.label,
        number=goal.number,
        name=goal.name,
        description=goal.description,
        responsible=tuple(goal.responsible),
        year=goal.year,
        unit_ids=tuple(goal.goal_units.order_by("position", "pk").values_list("unit_id", flat=True)),
        contributes_to_ids=tuple(
            goal.contributions.order_by("position", "pk").values_list("target_goal_id", flat=True)
        ),
    )


@transaction.atomic
def add_goal(*, plan: Plan, parent: Goal | None, facts: GoalFacts, by: AnyUser) -> Goal:
    """Add a goal last under `parent`, or last in the plan. Raises NotAllowed, ValidationError."""
    plan = plan_to_edit(plan, by)
    taken = list(plan.goals.in_plan_order().values_list("key", "position"))
    goal = Goal(
        plan=plan,
        parent=parent,
        key=free_name(slug_of(f"{facts.number} {facts.name}", 40), {key for key, _position in taken}),
        position=max((position for _key, position in taken), default=0) + 1,
    )
    _write(goal, facts, None, by)
    return move_goal(goal=goal, parent=parent, before=None, by=by)


@transaction.atomic
def change_goal(*, goal: Goal, facts: GoalFacts, seen: str, by: AnyUser) -> Goal:
    """Change a goal. `seen` is the fingerprint of what the person had before them.

    Raises NotAllowed, GoalChanged, ValidationError, Goal.DoesNotExist where it has been deleted meanwhile. Saving what
    already stands there writes nothing.
    """
    plan = plan_to_edit(goal.plan, by)
    current = plan.goals.get(pk=goal.pk)
    before = facts_of(current)
    if before == facts:
        return current
    if before.fingerprint != seen:
        raise GoalChanged(before)
    _write(current, facts, before, by)
    return current


def _write(goal: Goal, facts: GoalFacts, before: GoalFacts | None, by: AnyUser) -> None:
    plan = goal.plan
    goal.level = Level.objects.get(pk=facts.level_id, plan=plan)
    goal.label, goal.number, goal.name = facts.label, facts.number, facts.name
    goal.description = facts.description
    goal.responsible = list(facts.responsible)
    goal.year = facts.year
    save_goals(plan=plan, goals=[goal], by=by)
    if (before.unit_ids if before else ()) != facts.unit_ids:
        units = Unit.objects.filter(committee_id=plan.committee_id).in_bulk(list(facts.unit_ids))
        set_goal_units(plan=plan, units={goal.pk: [units[pk] for pk in facts.unit_ids]}, by=by)
    if (before.contributes_to_ids if before else ()) != facts.contributes_to_ids:
        goals = plan.goals.in_bulk(list(facts.contributes_to_ids))
        set_contributions(plan=plan, contributions={goal.pk: [goals[pk] for pk in facts.contributes_to_ids]}, by=by)
