"""The section `statusdiagram`: how the goals of each area were judged in earlier published reports, and in this one."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from followup.core.dates import format_date
from reports.build.blocks.drafting import Draft
from reports.build.document import Chart, StandingItem, StatusMark
from reports.build.facts import EarlierFact, GoalFact
from reports.build.material import numbered
from reports.build.results import goal_results
from reports.build.selection import shown_goals
from reports.build.status_over_time import StatusTally, status_over_time_chart
from reports.choices import SubjectKind

Judged = dict[int, tuple[StatusMark, ...]]
"""By the goal's id: the committee's own judgement where it has given one, else those of the units."""


def status_chart_block(draft: Draft) -> Chart | None:
    """A row for each time under each area; None where nobody has judged any of the goals at any time.

    The goals are those that the section shows, and what they go on from: goals that have left the plan are not there. A
    goal that somebody was to judge, and nobody has, is counted once as not judged.
    """
    facts = draft.material.facts
    goals = [shown.goal for shown in shown_goals(draft.material, draft.options)]
    judged = [goal for goal in goals if goal.unit_ids or goal.is_judged_by_committee]
    times = [(format_date(earlier.as_of), _then(earlier, judged, draft.options.units)) for earlier in facts.past]
    times.append((format_date(facts.as_of) if facts.as_of else facts.title, _now(draft, judged)))
    areas: dict[int, list[GoalFact]] = {}
    for goal in judged:
        areas.setdefault(draft.material.areas[goal.id].id, []).append(goal)
    tallies = [
        StatusTally(numbered(draft.material.goals[area]), when, tuple(_statuses(members, found)))
        for area, members in areas.items()
        for when, found in times
    ]
    return status_over_time_chart(tallies, title=draft.title or _("Bedömningar av målen över tid"))


def _statuses(goals: Sequence[GoalFact], judged: Judged) -> Iterator[StatusMark | None]:
    for goal in goals:
        if goal.id in judged:
            yield from judged[goal.id] or (None,)


def _now(draft: Draft, goals: Sequence[GoalFact]) -> Judged:
    found = {}
    for goal in goals:
        results = [result for result in goal_results(draft.material, goal, draft.options) if result.status]
        own = [result for result in results if result.is_committee]
        found[goal.id] = tuple(result.status for result in own or results if result.status)
    return found


def _then(earlier: EarlierFact, goals: Sequence[GoalFact], units: Sequence[str]) -> Judged:
    """Without the goals that were not there. `units` are the codes that the section names, if it names any."""
    items = {item.key: item for item in earlier.items if item.kind == SubjectKind.GOAL}
    keys = {goal.id: goal.key if earlier.is_same_plan else goal.continues for goal in goals}
    return {goal: _marks(items[key], units) for goal, key in keys.items() if key in items}


def _marks(item: StandingItem, units: Sequence[str]) -> tuple[StatusMark, ...]:
    own = [each for each in item.statuses if not each.by]
    theirs = [each for each in item.statuses if not units or each.by in units]
    return tuple(each.status for each in own or theirs)
