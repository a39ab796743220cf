"""How many goals have each status. Pure."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from goals.choices import GoalStatus
from reports.build.document import Result, StatusCount, StatusMark, StatusSummary
from reports.build.facts import GoalFact
from reports.build.material import Material
from reports.build.options import SectionOptions
from reports.build.results import goal_results


def summaries(material: Material, goals: Iterable[GoalFact], options: SectionOptions) -> tuple[StatusSummary, ...]:
    """The units' judgements counted, and the committee's own where it has given any or where no unit judges."""
    shown = tuple(goals)
    results = {goal.id: goal_results(material, goal, options) for goal in shown}
    units = [result for rows in results.values() for result in rows if not result.is_committee]
    own = [result for rows in results.values() for result in rows if result.is_committee]
    owed = [
        goal
        for goal in shown
        if goal.is_judged_by_committee and not any(result.is_committee for result in results[goal.id])
    ]
    found = [_summary(_("Enheternas bedömningar"), units, 0, material)] if units else []
    if any(result.status for result in own) or (owed and not units and material.facts.has_round):
        found.append(_summary(_("Nämndens egna bedömningar"), own, len(owed), material))
    return tuple(found)


def _summary(label: str, results: list[Result], unanswered: int, material: Material) -> StatusSummary:
    """Statuses of the scale in its order, then those that are words alone in the order in which they appear."""
    given = [result.status for result in results if result.status]
    marks = [status.mark for status in given]
    words = material.facts.words.status
    counts = [StatusCount(StatusMark(mark, words[mark]), marks.count(mark)) for mark in GoalStatus.values]
    alone = [status for status in given if status.mark not in GoalStatus.values]
    counts += [StatusCount(status, alone.count(status)) for status in dict.fromkeys(alone)]
    return StatusSummary(label, tuple(counts), unanswered + sum(result.status is None for result in results))
