"""An indicator's series: the whole, women, men, units and submeasures, each with figures by period and a target."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from followup.core.choices import Sex
from followup.core.periods import Period, parse_period
from reports.build.document import Cell
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact
from reports.build.figures import figure_cell, series_label
from reports.build.material import Material
from reports.build.notes import Notes
from reports.build.options import SectionOptions
from reports.build.selection import includes_unit
from reports.build.targets import target_cell

_SEXES = {sex: place for place, sex in enumerate((Sex.TOTAL, Sex.WOMEN, Sex.MEN))}


@dataclass(frozen=True, slots=True)
class SeriesKey:
    unit_id: int | None
    submeasure: str
    sex: str

    @property
    def is_whole(self) -> bool:
        return self.unit_id is None and not self.submeasure and self.sex == Sex.TOTAL


@dataclass(frozen=True, slots=True)
class Series:
    """`label` is empty for the whole. `figures` are by period; `targets` of all years."""

    key: SeriesKey
    label: str
    figures: dict[str, MeasurementFact]
    targets: list[TargetFact]


def measured(measurements: Iterable[MeasurementFact]) -> dict[int, list[MeasurementFact]]:
    """By indicator, in order."""
    found: dict[int, list[MeasurementFact]] = {}
    for item in measurements:
        found.setdefault(item.indicator_id, []).append(item)
    return found


def series_of(
    material: Material, indicator: IndicatorFact, measurements: Sequence[MeasurementFact], options: SectionOptions
) -> list[Series]:
    """The whole first, there or not, with women and men; then the units, then the submeasures as they first appear."""
    found = {key: Series(key, "", {}, []) for key in [SeriesKey(None, "", Sex.TOTAL)]}
    for item in (*measurements, *material.targets_of_indicator.get(indicator.id, ())):
        if not includes_unit(material, options, item.unit_id):
            continue
        key = SeriesKey(item.unit_id, item.submeasure, item.sex)
        if key not in found:
            found[key] = Series(key, _label(material, key), {}, [])
        if isinstance(item, MeasurementFact):
            found[key].figures[item.period] = item
        else:
            found[key].targets.append(item)
    units = {unit_id: place for place, unit_id in enumerate(material.units)}
    submeasures = {name: place for place, name in enumerate(dict.fromkeys(key.submeasure for key in found))}

    def place(series: Series) -> tuple[bool, int, int, int]:
        key = series.key
        unit = -1 if key.unit_id is None else units[key.unit_id]
        return (bool(key.submeasure), submeasures[key.submeasure] if key.submeasure else -1, unit, _SEXES[Sex(key.sex)])

    return sorted(found.values(), key=place)


def _label(material: Material, key: SeriesKey) -> str:
    unit = material.units[key.unit_id].code if key.unit_id is not None else ""
    label = series_label(unit, key.submeasure, key.sex)
    return label if unit or key.submeasure else str(capfirst(label))


def periods_of(measurements: Iterable[MeasurementFact], options: SectionOptions) -> list[str]:
    """The codes of the periods to show: those named, in the order given, or all that have a figure, in order."""
    if options.periods:
        return list(dict.fromkeys(options.periods))
    return sorted({item.period for item in measurements}, key=_by_code)


def in_reading_order(period: Period) -> tuple[date, int, str]:
    """The key by which periods stand beside each other: as they end, and of those that end together the shorter first.

    So the tertials follow each other, and the months from January on come after the last of them.
    """
    return period.last, -period.first.toordinal(), period.code


def _by_code(code: str) -> tuple[date, int, str]:
    return in_reading_order(parse_period(code))


def period_heading(code: str) -> str:
    """`2018`, `Tertial 2 2022`, `Januari–augusti 2022`."""
    return str(capfirst(parse_period(code).label()))


def figure_cells(series: Series, periods: Sequence[str], indicator: IndicatorFact, notes: Notes) -> tuple[Cell, ...]:
    return tuple(figure_cell(series.figures.get(code), indicator, notes) for code in periods)


def series_target(series: Series, material: Material, indicator: IndicatorFact) -> Cell:
    """The series' own target as of the report's date; empty where it has none."""
    return target_cell(series.targets, material.facts.as_of, indicator.unit_of_measure, indicator.decimals)
