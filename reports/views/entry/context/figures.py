"""Reading the series of a goal's indicators, or of one, across plans."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from followup.core.models import Unit
from goals.models import Goal
from indicators.models import Indicator, Measurement, Target
from reports.build.facts import MeasurementFact, TargetFact
from reports.build.loading.series import indicator_fact
from reports.models import Round
from reports.views.entry.context.charts import SmallChart, small_chart
from reports.views.entry.context.lineage import chain_of, with_chain
from reports.views.planning.indicator_series_rows import lineage

CHARTS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Series:
    """The charts of the first indicators that have figures; the names of the rest, and of those without any."""

    charts: tuple[SmallChart, ...] = ()
    more: tuple[str, ...] = ()
    unmeasured: tuple[str, ...] = ()


def series_of(round: Round, unit: Unit, subject: Goal | Indicator) -> Series:
    """In plan order, with the figures of periods that had begun by the round's date. Three queries."""
    own = Q(goal=subject.pk) if isinstance(subject, Goal) else Q(pk=subject.pk)
    shown = list(with_chain(Indicator.objects.filter(own).in_plan_order()))
    chains = {indicator.pk: chain_of(indicator) for indicator in shown}
    found = _read({key for chain in chains.values() for key in chain}, unit, round.as_of)
    charts: list[SmallChart] = []
    more: list[str] = []
    unmeasured: list[str] = []
    for indicator in shown:
        chart = found.chart(indicator, chains[indicator.pk], unit, round.as_of.year)
        if chart is None:
            unmeasured.append(str(indicator))
        elif len(charts) < CHARTS_SHOWN:
            charts.append(chart)
        else:
            more.append(chart.title)
    return Series(tuple(charts), tuple(more), tuple(unmeasured))


@dataclass(frozen=True, slots=True)
class _Found:
    """By indicator, what is there for the unit and for the whole committee."""

    figures: dict[int, list[MeasurementFact]]
    targets: dict[int, list[TargetFact]]

    def chart(self, indicator: Indicator, chain: list[int], unit: Unit, year: int) -> SmallChart | None:
        whole = lineage(
            chain,
            dict.fromkeys(chain, ""),
            [item for key in chain for item in self.figures.get(key, ())],
            [item for key in chain for item in self.targets.get(key, ())],
        )
        return small_chart(indicator_fact(indicator), whole.figures, whole.targets, unit_id=unit.pk, year=year)


def _read(keys: Collection[int], unit: Unit, as_of: date) -> _Found:
    """Two queries."""
    wanted = Q(unit=unit) | Q(unit=None)
    figures: dict[int, list[MeasurementFact]] = {}
    measured = Measurement.objects.filter(wanted, indicator__in=keys, period_from__lte=as_of).in_series_order()
    for row in measured.values_list(*MeasurementFact._fields):
        fact = MeasurementFact(*row)
        figures.setdefault(fact.indicator_id, []).append(fact)
    targets: dict[int, list[TargetFact]] = {}
    aims = Target.objects.filter(wanted, indicator__in=keys).order_by("year", "pk")
    for row in aims.values_list(*TargetFact._fields):
        target = TargetFact(*row)
        targets.setdefault(target.indicator_id or 0, []).append(target)
    return _Found(figures, targets)
