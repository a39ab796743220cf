"""How the goals of each area were judged in every report of a committee, as a chart. Pure."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from reports.build.document import Chart, StatusMark
from reports.build.status_over_time import StatusTally, status_over_time_chart
from reports.views.reading.timeline.columns import ReportColumn
from reports.views.reading.timeline.items import Item

MOST_AREAS = 8
"""More of them would be a chart to read, not to look at: then all goals are counted together."""


def area_chart(columns: Sequence[ReportColumn], goals: Sequence[Item]) -> Chart | None:
    """A row for each area and report, the areas as they stand in the newest; None before the second report.

    What counts is the committee's own judgement of a goal, or else those of its units.
    """
    if len(columns) < 2:
        return None
    judged = [goal for goal in goals if goal.statuses]
    tallies = [
        StatusTally(area, capfirst(column.label), _statuses(judged, column, area))
        for area in _areas(columns, judged)
        for column in columns
    ]
    return status_over_time_chart(tallies, title=_("Bedömningar av målen i varje rapport"))


def _areas(columns: Sequence[ReportColumn], goals: Sequence[Item]) -> list[str]:
    """Empty stands for all goals: where there are too many areas, or each goal is one of its own."""
    newest_first = [column.publication_id for column in reversed(columns)]
    ordered = sorted(goals, key=lambda goal: newest_first.index(goal.publication_id))
    found = list(dict.fromkeys(goal.area for goal in ordered))
    lineages = {goal.lineage for goal in goals}
    return found if 1 < len(found) <= MOST_AREAS and len(found) < len(lineages) else [""]


def _statuses(goals: Sequence[Item], column: ReportColumn, area: str) -> tuple[StatusMark, ...]:
    return tuple(
        StatusMark(each.mark, each.word)
        for goal in goals
        if goal.publication_id == column.publication_id and area in ("", goal.area)
        for each in ([goal.own] if goal.own else goal.statuses)
    )
