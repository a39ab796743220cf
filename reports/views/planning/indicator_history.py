"""How an indicator's figures and targets have changed: who, when, from what to what."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from followup.core.dates import format_moment
from followup.core.periods import parse_period
from indicators.models import Measurement, Target
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact
from reports.build.figures import series_label, shown
from reports.build.loading.series import figure_fact, target_fact
from reports.build.targets import target_words

MOST = 200
"""Changes of a kind that a page shows."""

Fact = TypeVar("Fact", MeasurementFact, TargetFact)
Told = tuple[str, str, str]
"""What was changed, what it was (empty where it was entered) and what it became (empty where it was removed)."""


@dataclass(frozen=True, slots=True)
class Change:
    """`before` is empty where the value was entered, `after` where it was removed."""

    when: str
    who: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class History:
    """The newest changes first. `all_changes` counts them, `entered` the values as they were first entered."""

    changes: tuple[Change, ...]
    all_changes: int
    entered: int


@dataclass(frozen=True, slots=True)
class Wording:
    """What values are told with: how the indicator's are written, and the units' codes."""

    indicator: IndicatorFact
    unit_codes: Mapping[int, str]

    def label(self, when: str, fact: MeasurementFact | TargetFact) -> str:
        code = self.unit_codes.get(fact.unit_id, "") if fact.unit_id else ""
        whose = series_label(code, fact.submeasure, fact.sex)
        return f"{when}, {whose}" if whose else when


def figure_history(chain: Collection[int], wording: Wording, *, with_entered: bool) -> History:
    """What has happened to the figures of the indicators in `chain`. One query.

    `with_entered` also tells when each was first entered.
    """
    return _history(Measurement, chain, figure_fact, partial(_figure_change, wording), with_entered)


def target_history(chain: Collection[int], wording: Wording, *, with_entered: bool) -> History:
    """The same of their targets. One query."""
    return _history(Target, chain, target_fact, partial(_target_change, wording), with_entered)


def _history(
    kept: Any,
    chain: Collection[int],
    fact_of: Callable[[Any], Fact],
    tell: Callable[[Fact, Fact | None, Fact | None], Told],
    with_entered: bool,
) -> History:
    """`tell` is given a record's value, then what it was (None where new) and what it became (None where removed)."""
    records = kept.history.model.objects.filter(indicator_id__in=chain).select_related("history_user")
    changes: list[Change] = []
    entered = 0
    last: dict[int, Fact] = {}
    for record in records.order_by("history_date", "history_id"):
        fact, before, is_removed = fact_of(record), last.get(record.id), record.history_type == "-"
        last[record.id] = fact
        is_entered = before is None and not is_removed
        entered += is_entered
        if (fact == before and not is_removed) or (is_entered and not with_entered):
            continue
        told = tell(fact, before or fact, None) if is_removed else tell(fact, before, fact)
        changes.append(Change(format_moment(record.history_date), str(record.history_user or COMMAND_LINE), *told))
    changes.reverse()
    return History(tuple(changes[:MOST]), len(changes), entered)


def _figure_change(
    wording: Wording, fact: MeasurementFact, before: MeasurementFact | None, after: MeasurementFact | None
) -> Told:
    says_remark = before is not None and after is not None and before.remark != after.remark

    def words(each: MeasurementFact | None) -> str:
        figure = shown(each, wording.indicator) if each else ""
        if each is None or not says_remark:
            return figure
        return _("%(figure)s (anmärkning: %(remark)s)") % {"figure": figure, "remark": each.remark or _("ingen")}

    return wording.label(capfirst(parse_period(fact.period).label()), fact), words(before), words(after)


def _target_change(wording: Wording, fact: TargetFact, before: TargetFact | None, after: TargetFact | None) -> Told:
    """A target that went over to another year, unit, sex or submeasure also tells where it was."""
    label = wording.label(str(fact.year), fact)

    def words(each: TargetFact | None) -> str:
        if each is None:
            return ""
        place = wording.label(str(each.year), each)
        said = target_words(each, wording.indicator.unit_of_measure, wording.indicator.decimals)
        return said if place == label else f"{place}: {said}"

    return label, words(before), words(after)
