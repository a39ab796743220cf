"""Indicators with target and newest outcomes, the units beside each other. Pure but for `figures_of`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from followup.core.choices import Sex
from followup.core.models import Unit
from followup.core.periods import parse_period
from goals.models import Assignment, Goal
from indicators.models import Indicator, Measurement, Target
from reports.build.facts import IndicatorFact, MeasurementFact
from reports.build.figures import newest, shown
from reports.models import Round
from reports.round_periods import period_for
from reports.subjects import Subject
from reports.views.entry.figures import shown_target

_Series = tuple[str, str]
_SEXES = (Sex.WOMEN, Sex.MEN, Sex.TOTAL)


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A unit's figure in words; both texts are empty where there is none."""

    column: str
    text: str
    period: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One series of an indicator: all, or a submeasure or sex (`series`). `is_first` bears the indicator's name."""

    indicator: str
    series: str
    target: str
    cells: tuple[FigureCell, ...]
    is_first: bool


@dataclass(frozen=True, slots=True)
class FigureTable:
    columns: tuple[str, ...]
    rows: tuple[FigureRow, ...]

    @property
    def has_figures(self) -> bool:
        return bool(self.columns) or any(row.target for row in self.rows)


def figures_of(round: Round, subject: Subject, units: Sequence[Unit]) -> FigureTable:
    """Of a goal's indicators, or of one: the newest figures that were to be had as of the round.

    That is its own period's, or those of one that had passed. Three queries; an assignment has no figures.
    """
    if isinstance(subject, Assignment):
        return FigureTable((), ())
    own = Q(goal=subject.pk) if isinstance(subject, Goal) else Q(pk=subject.pk)
    indicators = list(Indicator.objects.filter(own).in_plan_order())
    targets: defaultdict[int, list[Target]] = defaultdict(list)
    for target in Target.objects.filter(indicator__in=indicators, year=round.as_of.year).order_by("pk"):
        targets[target.indicator_id or 0].append(target)
    own_period = {item.pk: period_for(item.frequency, round.kind, round.as_of).code for item in indicators}
    outcomes: defaultdict[int, list[MeasurementFact]] = defaultdict(list)
    found = Measurement.objects.filter(indicator__in=indicators, period_from__lte=round.as_of).in_series_order()
    for item in found:
        if item.period_through <= round.as_of or item.period == own_period[item.indicator_id]:
            outcomes[item.indicator_id].append(_fact(item))
    return figure_table(
        indicators, targets, {key: newest(items) for key, items in outcomes.items()}, {u.pk: u.code for u in units}
    )


def figure_table(
    indicators: Sequence[Indicator],
    targets: dict[int, list[Target]],
    outcomes: dict[int, list[MeasurementFact]],
    codes: dict[int, str],
) -> FigureTable:
    """`outcomes` hold one figure a series and unit. A column for every unit that has figures, in the units' order."""
    measuring = {item.unit_id for items in outcomes.values() for item in items}
    columns: dict[int | None, str] = {unit_id: code for unit_id, code in codes.items() if unit_id in measuring}
    if None in measuring:
        columns[None] = _("Hela nämnden")
    rows: list[FigureRow] = []
    for indicator in indicators:
        mine = outcomes.get(indicator.pk, [])
        aims = targets.get(indicator.pk, [])
        for index, series in enumerate(_series(mine, aims)):
            rows.append(
                FigureRow(
                    indicator=str(indicator),
                    series=_series_label(series),
                    target=_target(aims, series, indicator, codes),
                    cells=tuple(_cell(mine, series, unit, label, indicator) for unit, label in columns.items()),
                    is_first=index == 0,
                )
            )
    return FigureTable(tuple(columns.values()), tuple(rows))


def _fact(item: Measurement) -> MeasurementFact:
    return MeasurementFact(
        indicator_id=item.indicator_id,
        period=item.period,
        period_from=item.period_from,
        period_through=item.period_through,
        unit_id=item.unit_id,
        sex=item.sex,
        submeasure=item.submeasure,
        value=item.value.normalize() if item.value is not None else None,
        words=item.words,
        missing_reason=item.missing_reason,
        is_preliminary=item.is_preliminary,
    )


def _series(outcomes: Iterable[MeasurementFact], targets: Iterable[Target]) -> list[_Series]:
    """The series that have figures; with none, those that have targets; with none of either, the indicator as one."""
    measured = [(item.submeasure, item.sex) for item in outcomes]
    aimed = [(item.submeasure, item.sex) for item in targets]
    known = dict.fromkeys(measured or aimed)
    submeasures = dict.fromkeys(submeasure for submeasure, _sex in known)
    return [(name, sex) for name in submeasures for sex in _SEXES if (name, sex) in known] or [("", Sex.TOTAL)]


def _series_label(series: _Series) -> str:
    submeasure, sex = series
    word = "" if sex == Sex.TOTAL else str(Sex(sex).label)
    return ", ".join(part for part in (submeasure, word) if part)


def _target(targets: Sequence[Target], series: _Series, indicator: Indicator, codes: dict[int, str]) -> str:
    """The targets for exactly this series, else those for all: the committee's, or the units' each with its name."""
    submeasure, sex = series
    for wanted in ((submeasure, sex), (submeasure, Sex.TOTAL), ("", sex), ("", Sex.TOTAL)):
        found = [item for item in targets if (item.submeasure, item.sex) == wanted]
        if found:
            return "; ".join(
                f"{codes.get(item.unit_id, '')}: {shown_target(item, indicator)}"
                if item.unit_id is not None
                else shown_target(item, indicator)
                for item in found
            )
    return ""


def _cell(
    outcomes: Sequence[MeasurementFact], series: _Series, unit_id: int | None, column: str, indicator: Indicator
) -> FigureCell:
    fact = IndicatorFact(
        indicator.pk, indicator.goal_id, indicator.number, indicator.name, indicator.unit_of_measure, indicator.decimals
    )
    for item in outcomes:
        if item.unit_id == unit_id and (item.submeasure, item.sex) == series:
            return FigureCell(column, shown(item, fact), parse_period(item.period).label())
    return FigureCell(column, "", "")
