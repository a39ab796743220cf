"""The rows of the grid of outcomes: which figures each indicator has, and what stands there."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q
from django.utils.text import capfirst

from followup.core.choices import Sex
from followup.core.models import Unit
from goals.models import Goal
from indicators.commands.outcomes import Outcome, outcome_of
from indicators.models import Indicator, Measurement, Target
from reports.forms.grid import Series, cell_name
from reports.forms.grid_sheet import GridCell, GridSheet, ShownCell
from reports.views.planning.grid_choice import BY_SEX, GridColumn


@dataclass(frozen=True, slots=True)
class GridRow:
    """`label` is the submeasure and sex, where they need to be told. A column without a figure here has None."""

    number: int
    label: str
    is_first: bool
    cells: tuple[ShownCell | None, ...]


@dataclass(frozen=True, slots=True)
class GridIndicator:
    indicator: Indicator
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class GridGoal:
    """What belongs to one goal; `goal` None: to no goal."""

    goal: Goal | None
    indicators: tuple[GridIndicator, ...]


def known_series(indicators: Sequence[Indicator], unit: Unit | None, *, by_sex: bool) -> list[Series]:
    """The rows that the indicators need: one for each submeasure that targets or outcomes name, and where sexes do not
    stand across for each sex too. Two queries.
    """
    named: defaultdict[int, dict[str, set[str]]] = defaultdict(dict)
    targets = Target.objects.filter(Q(unit=unit) | Q(unit=None), indicator__in=indicators).exclude(submeasure="")
    for key, submeasure in targets.order_by("year", "pk").values_list("indicator_id", "submeasure"):
        named[key].setdefault(submeasure, set())
    outcomes = Measurement.objects.filter(indicator__in=indicators, unit=unit).in_series_order()
    for key, submeasure, sex in outcomes.values_list("indicator_id", "submeasure", "sex"):
        named[key].setdefault(submeasure, set()).add(sex)
    return [
        Series(indicator.pk, submeasure, sexes)
        for indicator in indicators
        for submeasure, seen in (named[indicator.pk] or {"": set[str]()}).items()
        for sexes in _sexes(indicator, seen, together=by_sex)
    ]


def _sexes(indicator: Indicator, seen: Collection[str], *, together: bool) -> list[tuple[str, ...]]:
    asked = set(BY_SEX) if indicator.is_sex_disaggregated else {Sex.TOTAL, *seen}
    sexes = tuple(str(sex) for sex in BY_SEX if sex in asked)
    return [sexes] if together else [(sex,) for sex in sexes]


def cells_of(
    series: Iterable[Series], columns: Sequence[GridColumn], indicators: Mapping[int, Indicator], unit: Unit | None
) -> dict[tuple[Series, GridColumn], GridCell]:
    """Every figure that can be given, with what stands there. One query."""
    stands = _outcomes(indicators, columns, unit)
    cells = {}
    for each in series:
        for column in columns:
            sex = column.sex or each.sexes[0]
            if sex in each.sexes:
                cells[each, column] = GridCell(
                    name=cell_name(each, column.period, sex),
                    indicator=indicators[each.indicator_id],
                    submeasure=each.submeasure,
                    sex=sex,
                    period=column.period,
                    current=stands.get((each.indicator_id, each.submeasure, sex, column.period.code), Outcome()),
                    is_locked=column.is_locked,
                )
    return cells


def _outcomes(
    indicators: Collection[int], columns: Sequence[GridColumn], unit: Unit | None
) -> dict[tuple[int, str, str, str], Outcome]:
    periods = {column.period.code for column in columns}
    found = Measurement.objects.filter(indicator__in=indicators, unit=unit, period__in=periods).order_by()
    return {(row.indicator_id, row.submeasure, row.sex, row.period): outcome_of(row) for row in found}


def grid_goals(
    series: Sequence[Series],
    columns: Sequence[GridColumn],
    indicators: Mapping[int, Indicator],
    cells: Mapping[tuple[Series, GridColumn], GridCell],
    sheet: GridSheet,
) -> tuple[GridGoal, ...]:
    """The rows as they are shown, in the order of `series`, which keeps goals and indicators together."""
    rows = list(enumerate(series, start=1))
    return tuple(
        GridGoal(
            goal=indicators[of_goal[0][1].indicator_id].goal,
            indicators=tuple(
                GridIndicator(indicators[key], _rows(list(of_indicator), columns, cells, sheet))
                for key, of_indicator in groupby(of_goal, key=lambda row: row[1].indicator_id)
            ),
        )
        for of_goal in (
            list(found) for _key, found in groupby(rows, key=lambda row: indicators[row[1].indicator_id].goal_id)
        )
    )


def _rows(
    series: Sequence[tuple[int, Series]],
    columns: Sequence[GridColumn],
    cells: Mapping[tuple[Series, GridColumn], GridCell],
    sheet: GridSheet,
) -> tuple[GridRow, ...]:
    sexes = {each.sexes for _number, each in series}
    return tuple(
        GridRow(
            number=number,
            label=_label(each, tells_sex=len(sexes) > 1),
            is_first=at == 0,
            cells=tuple(
                sheet.show(cells[each, column].name, place, column.label) if (each, column) in cells else None
                for place, column in enumerate(columns)
            ),
        )
        for at, (number, each) in enumerate(series)
    )


def _label(series: Series, *, tells_sex: bool) -> str:
    sex = capfirst(str(Sex(series.sexes[0]).label)) if tells_sex and len(series.sexes) == 1 else ""
    return ", ".join(part for part in (series.submeasure, sex) if part)
