"""A plan's goals, indicators, targets and assignments as facts."""

from datetime import date
from typing import Any

from django.db.models import Model, OuterRef, Subquery

from followup.core.statements import Given, Statement
from goals.choices import AssessedBy, GoalStatus
from goals.models import Assignment, Goal, Plan
from indicators.models import Indicator, Target
from reports.build.facts import AssignmentFact, GoalFact, IndicatorFact, PlanWords, TargetFact
from reports.build.loading.links import Links


def words_of(plan: Plan) -> PlanWords:
    return PlanWords(
        status={status: plan.word_for(status) for status in map(str, GoalStatus)},
        overall_view=plan.label_overall_view,
        cause=plan.label_cause,
        measure=plan.label_measure,
    )


def _key_of_predecessor(model: type[Model]) -> Subquery:
    """Looked up row by row: for a join, PostgreSQL reads the whole table as long as it has some thousands of rows."""
    return Subquery(model._default_manager.filter(pk=OuterRef("predecessor_id")).order_by().values("key"))


_GOALS = Statement(
    lambda: (
        Goal.objects.filter(plan=Given("plan"))
        .in_plan_order()
        .values_list(
            "id",
            "parent_id",
            "key",
            "number",
            "name",
            "description",
            "responsible",
            "level__assessed_by",
            "label",
            "level__name",
            "level__position",
            "year",
            _key_of_predecessor(Goal),
            "closed_on",
        )
    )
)


def goals_of(plan: Plan, links: Links, as_of: date | None) -> tuple[GoalFact, ...]:
    """The goals that were not closed by `as_of`; those below a closed one hang on the nearest that is left."""
    all_units = tuple(unit.id for unit in links.units)
    moved_up: dict[int | None, int | None] = {}
    kept = []
    for goal_id, parent_id, *rest, closed_on in _GOALS.rows(plan=plan.pk):
        above = moved_up.get(parent_id, parent_id)
        if closed_on is not None and as_of is not None and closed_on <= as_of:
            moved_up[goal_id] = above
        else:
            kept.append(_goal((goal_id, above, *rest), links, all_units, as_of))
    return tuple(kept)


def _goal(row: tuple[Any, ...], links: Links, all_units: tuple[int, ...], as_of: date | None) -> GoalFact:
    """A goal for another year than that of `as_of` is shown, but nobody owes an answer on it."""
    goal_id, parent_id, key, number, name, description, responsible, assessed_by, label, level, position, *last = row
    year, continues = last
    judged = AssessedBy(assessed_by)
    is_due = year is None or as_of is None or year == as_of.year
    named = tuple(dict.fromkeys(links.goal_units.get(goal_id, ()))) or all_units
    return GoalFact(
        id=goal_id,
        parent_id=parent_id,
        key=key,
        number=number,
        name=name,
        description=description,
        responsible=tuple(responsible),
        unit_ids=named if judged.includes_units and is_due else (),
        is_judged_by_committee=judged.includes_committee and is_due,
        label=label or level,
        level=level,
        level_position=position,
        year=year,
        contributes_to=links.contributions.get(goal_id, ()),
        is_area=judged == AssessedBy.NOBODY,
        is_due=is_due,
        continues=continues or "",
    )


_INDICATORS = Statement(
    lambda: (
        Indicator.objects.filter(plan=Given("plan"))
        .in_plan_order()
        .values_list(
            "id",
            "goal_id",
            "number",
            "name",
            "unit_of_measure",
            "decimals",
            "key",
            "kind",
            "group",
            "description",
            "frequency",
            "desired_direction",
            "is_sex_disaggregated",
            "is_assessed",
            "source",
            "footnote",
            "responsible",
            "suppresses_small_counts",
            _key_of_predecessor(Indicator),
            "kolada_id",
        )
    )
)


def indicators_of(plan: Plan, links: Links, goals: frozenset[int]) -> tuple[IndicatorFact, ...]:
    """The indicators of the plan and of `goals`."""
    return tuple(
        IndicatorFact(
            *(*row[:-4], tuple(row[-4]), links.indicator_units.get(row[0], ()), row[-3], row[-2] or "", row[-1])
        )
        for row in _INDICATORS.rows(plan=plan.pk)
        if row[1] is None or row[1] in goals
    )


_TARGETS = Statement(
    lambda: (
        Target.objects.filter(plan=Given("plan"))
        .order_by("year", "pk")
        .values_list(
            "indicator_id",
            "goal_id",
            "year",
            "unit_id",
            "sex",
            "submeasure",
            "value",
            "value_high",
            "words",
            "measured_against",
        )
    )
)


def targets_of(plan: Plan) -> tuple[TargetFact, ...]:
    """By year, then as they were entered."""
    return tuple(TargetFact(*row) for row in _TARGETS.rows(plan=plan.pk))


_ASSIGNMENTS = Statement(
    lambda: (
        Assignment.objects.filter(plan=Given("plan"))
        .order_by("position", "pk")
        .values_list(
            "id",
            "goal_id",
            "key",
            "kind",
            "group",
            "number",
            "name",
            "description",
            "given_by",
            "due_on",
            "due_words",
            "together_with",
            "responsible",
            _key_of_predecessor(Assignment),
        )
    )
)


def assignments_of(plan: Plan, goals: frozenset[int]) -> tuple[AssignmentFact, ...]:
    """The assignments and activities of the plan and of `goals`."""
    return tuple(
        AssignmentFact(*(*row[:-3], tuple(row[-3]), tuple(row[-2]), row[-1] or ""))
        for row in _ASSIGNMENTS.rows(plan=plan.pk)
        if row[1] is None or row[1] in goals
    )
