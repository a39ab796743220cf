"""An indicator's series as its page shows them: a table for the whole, for each unit and for each submeasure. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from followup.core.choices import Sex
from followup.core.periods import parse_period
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact
from reports.build.figures import series_label, shown
from reports.build.notes import Notes
from reports.build.targets import target_words

_SEXES = tuple(Sex)


@dataclass(frozen=True, slots=True)
class SeriesCell:
    """A figure; `notes` are the numbers of its remark."""

    text: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A period, or a year with a target and no figure yet. `plan` is the title of an earlier plan that it is from."""

    period: str
    plan: str
    cells: tuple[SeriesCell, ...]
    target: str


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """`columns` are the headings of the cells: everybody, women, men."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[SeriesRow, ...]
    has_targets: bool


@dataclass(frozen=True, slots=True)
class Lineage:
    """What an indicator and its predecessors have measured and aimed at, as one; the nearest plan's word counts.

    `plan_of` gives the title of the plan that a figure is from, where that is an earlier one.
    """

    figures: tuple[MeasurementFact, ...]
    targets: tuple[TargetFact, ...]
    plan_of: Mapping[MeasurementFact, str]


_Part = tuple[str, int | None]
"""A submeasure and a unit: what has a table of its own."""


def lineage(
    chain: Sequence[int],
    plans: Mapping[int, str],
    figures: Iterable[MeasurementFact],
    targets: Iterable[TargetFact],
) -> Lineage:
    """`chain` holds the indicator's key and then its predecessors', the nearest first; `plans` their plans' titles."""
    rank = {key: place for place, key in enumerate(chain)}
    kept: dict[tuple[str, int | None, str, str], MeasurementFact] = {}
    for item in sorted(figures, key=lambda each: rank[each.indicator_id]):
        kept.setdefault((item.period, item.unit_id, item.sex, item.submeasure), item)
    aims: dict[tuple[int, int | None, str, str], TargetFact] = {}
    for target in sorted(targets, key=lambda each: rank[each.indicator_id or 0]):
        aims.setdefault((target.year, target.unit_id, target.sex, target.submeasure), target)
    own = {item._replace(indicator_id=chain[0]): item.indicator_id for item in kept.values()}
    return Lineage(
        figures=tuple(sorted(own, key=lambda item: parse_period(item.period))),
        targets=tuple(sorted((each._replace(indicator_id=chain[0]) for each in aims.values()), key=lambda t: t.year)),
        plan_of={item: plans[key] for item, key in own.items() if key != chain[0]},
    )


def _belongs(each: MeasurementFact | TargetFact, part: _Part) -> bool:
    return (each.submeasure, each.unit_id) == part


def series_parts(
    indicator: IndicatorFact, series: Lineage, unit_names: Mapping[int, str], notes: Notes
) -> tuple[SeriesPart, ...]:
    """The whole first, then the units in their order; then the submeasures as they first appear."""
    every: list[MeasurementFact | TargetFact] = [*series.figures, *series.targets]
    keys = {(each.submeasure, each.unit_id) for each in every}
    submeasures = list(dict.fromkeys(each.submeasure for each in every))
    places: dict[int | None, int] = {key: place for place, key in enumerate([None, *unit_names])}

    def place(key: _Part) -> tuple[bool, int, int]:
        return bool(key[0]), submeasures.index(key[0]), places[key[1]]

    return tuple(_part(indicator, series, key, unit_names, notes) for key in sorted(keys, key=place))


def _part(
    indicator: IndicatorFact, series: Lineage, key: _Part, unit_names: Mapping[int, str], notes: Notes
) -> SeriesPart:
    submeasure, unit_id = key
    figures = {(each.period, each.sex): each for each in series.figures if _belongs(each, key)}
    targets = [each for each in series.targets if _belongs(each, key)]
    sexes = [sex for sex in _SEXES if any(sex == each.sex for each in figures.values())] or [Sex.TOTAL]
    rows = []
    for period in sorted({parse_period(code) for code, _sex in figures}):
        items = [figures.get((period.code, sex)) for sex in sexes]
        cells = [SeriesCell(shown(item, indicator), notes.of_figure(item)) if item else SeriesCell() for item in items]
        plans = dict.fromkeys(series.plan_of[item] for item in items if item and item in series.plan_of)
        target = _targets_in_words(targets, period.last.year, indicator)
        rows.append((period.first.year, SeriesRow(capfirst(period.label()), ", ".join(plans), tuple(cells), target)))
    measured = {parse_period(code).last.year for code, _sex in figures}
    for year in sorted({each.year for each in targets} - measured):
        empty = tuple(SeriesCell() for _sex in sexes)
        rows.append((year, SeriesRow(str(year), "", empty, _targets_in_words(targets, year, indicator))))
    title = series_label(unit_names.get(unit_id, "") if unit_id else "", submeasure, Sex.TOTAL)
    return SeriesPart(
        title=title or _("Alla tillsammans"),
        columns=tuple(str(capfirst(sex.label)) for sex in sexes) if sexes != [Sex.TOTAL] else (_("Utfall"),),
        rows=tuple(row for _year, row in sorted(rows, key=lambda pair: pair[0])),
        has_targets=bool(targets),
    )


def _targets_in_words(targets: Sequence[TargetFact], year: int, indicator: IndicatorFact) -> str:
    """The year's target for everybody, and those for women and for men beside it."""
    found = []
    for sex in _SEXES:
        for target in targets:
            if (target.year, target.sex) == (year, sex):
                words = target_words(target, indicator.unit_of_measure, indicator.decimals)
                found.append(words if sex == Sex.TOTAL else f"{sex.label}: {words}")
    return "; ".join(found)
