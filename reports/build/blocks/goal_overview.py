"""The section `målöversikt`: goals under their areas with status, and how many have each."""

from dataclasses import replace

from reports.build.blocks.drafting import Draft
from reports.build.document import GoalOverview, OverviewGoal
from reports.build.options import Shown
from reports.build.results import goal_results, units_in_order
from reports.build.selection import ShownGoal, shown_goals
from reports.build.summaries import goal_summaries


def goal_overview_block(draft: Draft) -> GoalOverview | None:
    shown = shown_goals(draft.material, draft.options)
    if not shown:
        return None
    counted = goal_summaries(draft.material, [each.goal for each in shown], draft.options)
    goals = tuple(_goal(draft, each) for each in shown)
    return GoalOverview(
        summaries=counted if draft.options.shows(Shown.STATUS) else (),
        goals=goals,
        units=tuple(units_in_order(draft.material, (goal.results for goal in goals))),
    )


def _goal(draft: Draft, shown: ShownGoal) -> OverviewGoal:
    """The anchor is that of the goal where it is described, so it is not taken here."""
    goal = shown.goal
    results = goal_results(draft.material, goal, draft.options) if draft.options.shows(Shown.STATUS) else ()
    own = [result for result in results if result.is_committee]
    return OverviewGoal(
        anchor=draft.material.goal_anchors[goal.id],
        number=goal.number,
        name=goal.name,
        depth=shown.depth,
        status=own[0].status if own else None,
        results=tuple(replace(result, parts=()) for result in results if not result.is_committee),
        label=goal.label,
        is_area=goal.is_area,
        trend=own[0].trend if own else None,
    )
