"""Targets of the demo that were changed while the year went on, as their committees' reports say.

A book holds a plan as it was decided, so what changed afterwards is done after it has been read in. That a target was
adjusted, and why, is said in the report. Its words before and after, and the day, are made up for the demo.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from followup.core.access import COMMAND_LINE
from goals.models import Plan
from indicators.commands.targets import save_targets
from indicators.models import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustedTarget:
    """The target in words of an indicator, which is to say `words` from the day `on`."""

    committee_slug: str
    indicator: str
    year: int
    words: str
    on: date


ADJUSTED_TARGETS = (
    AdjustedTarget(
        committee_slug="kalmar-socialnamnden",
        indicator="K6-B2",
        year=2022,
        words="alla 154 som har haft beslut i Procapita under året",
        on=date(2022, 6, 1),
    ),
)


def adjust_targets(plan: Plan) -> None:
    """Change the plan's targets, and date them: the first from when the plan began, the change from its day."""
    for each in ADJUSTED_TARGETS:
        if each.committee_slug == plan.committee.slug:
            target = Target.objects.get(plan=plan, indicator__key=each.indicator, year=each.year)
            target.words = each.words
            save_targets(plan=plan, targets=[target], by=COMMAND_LINE)
            first, last = Target.history.filter(id=target.pk).order_by("history_date", "history_id")
            _date(first, date(plan.year_from, 1, 1))
            _date(last, each.on)


def _date(record: Target, day: date) -> None:
    Target.history.filter(pk=record.pk).update(history_date=datetime.combine(day, time(12), UTC))
