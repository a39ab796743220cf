"""The status that a subject's figures speak for, from what the entry page has loaded."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goals.models import Plan
from indicators.attainment import Figure, Measured, suggested
from indicators.commands.outcomes import Outcome
from indicators.models import Indicator
from reports.forms.outcome import OutcomeRow, scale_of


@dataclass(frozen=True, slots=True)
class ShownSuggestion:
    """`word` is the plan's own for the status. It is shown beside the choice and never chosen."""

    status: str
    word: str
    why: str
    not_counted: str


def suggestion(
    plan: Plan,
    indicators: Sequence[Indicator],
    rows: Sequence[OutcomeRow],
    outcomes: Mapping[str, Outcome] | None = None,
) -> ShownSuggestion | None:
    """Of a goal's indicators, or of one alone. `rows` are those of all of them that have any.

    `outcomes` are the figures as they stand now (`OutcomeSheet.outcomes`), where they are not those that were loaded.
    """
    of_each: dict[int, list[OutcomeRow]] = defaultdict(list)
    for row in rows:
        of_each[row.indicator.pk].append(row)
    found = suggested([_measured(each, of_each[each.pk], outcomes or {}) for each in indicators])
    if found is None:
        return None
    return ShownSuggestion(found.status, plan.word_for(found.status), found.why, found.not_counted)


def _measured(indicator: Indicator, rows: Sequence[OutcomeRow], outcomes: Mapping[str, Outcome]) -> Measured:
    figures = tuple(_figure(row, outcomes.get(row.name, row.current)) for row in rows)
    return Measured(str(indicator), scale_of(indicator), figures)


def _figure(row: OutcomeRow, outcome: Outcome) -> Figure:
    return Figure(
        value=outcome.value,
        aim=row.standing.aim,
        base=row.standing.base,
        sex=row.sex,
        submeasure=row.submeasure,
        is_preliminary=outcome.is_preliminary,
        is_part=row.standing.is_part,
    )
