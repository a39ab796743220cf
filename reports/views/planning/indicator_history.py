"""How an indicator's figures have changed: who, when, from what to what."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from followup.core.dates import format_moment
from followup.core.periods import parse_period
from indicators.models import Measurement
from reports.build.facts import IndicatorFact, MeasurementFact
from reports.build.figures import series_label, shown
from reports.build.loading.series import figure_fact

MOST = 200
"""Changes that a page shows."""


@dataclass(frozen=True, slots=True)
class Change:
    """`before` is empty where the figure was entered, `after` where it was removed."""

    when: str
    who: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class History:
    """The newest changes first. `all_changes` counts them, `entered` the figures as they were first entered."""

    changes: tuple[Change, ...]
    all_changes: int
    entered: int


def history_of(
    chain: Collection[int], indicator: IndicatorFact, unit_codes: Mapping[int, str], *, with_entered: bool
) -> History:
    """What has happened to the figures of the indicators in `chain`. One query.

    `with_entered` also tells when each was first entered.
    """
    model: Any = Measurement.history.model
    records = model.objects.filter(indicator_id__in=chain).select_related("history_user")
    changes: list[Change] = []
    entered = 0
    last: dict[int, MeasurementFact] = {}
    for record in records.order_by("history_date", "history_id"):
        fact, before = figure_fact(record), last.get(record.id)
        last[record.id] = fact
        is_entered = before is None and record.history_type != "-"
        entered += is_entered
        if fact == before and record.history_type != "-":
            continue
        if with_entered or not is_entered:
            changes.append(_change(record, fact, before, indicator, unit_codes))
    changes.reverse()
    return History(tuple(changes[:MOST]), len(changes), entered)


def _change(
    record: Any,
    fact: MeasurementFact,
    before: MeasurementFact | None,
    indicator: IndicatorFact,
    unit_codes: Mapping[int, str],
) -> Change:
    whose = series_label(unit_codes.get(fact.unit_id, "") if fact.unit_id else "", fact.submeasure, fact.sex)
    period = capfirst(parse_period(fact.period).label())
    is_removed = record.history_type == "-"
    earlier = before or (fact if is_removed else None)
    says_remark = not is_removed and before is not None and fact.remark != before.remark
    return Change(
        when=format_moment(record.history_date),
        who=str(record.history_user or COMMAND_LINE),
        what=f"{period}, {whose}" if whose else period,
        before=_words(earlier, indicator, with_remark=says_remark) if earlier else "",
        after="" if is_removed else _words(fact, indicator, with_remark=says_remark),
    )


def _words(fact: MeasurementFact, indicator: IndicatorFact, *, with_remark: bool) -> str:
    figure = shown(fact, indicator)
    if not with_remark:
        return figure
    return _("%(figure)s (anmärkning: %(remark)s)") % {"figure": figure, "remark": fact.remark or _("ingen")}
