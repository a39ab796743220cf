"""Sheets Indikatorer, Målvärden and Utfall out of the database."""

from collections.abc import Callable, Hashable, Sequence

from goals.models import Plan
from indicators.models import Indicator, IndicatorUnit, Measurement, Target
from reports.plan_book.book import BookRow
from reports.plan_book.stored.rows import Names, StoredSheet, lists_of, sheet_of


def indicators_sheet(plan: Plan, goals: Names, units: Names) -> StoredSheet:
    """Two queries."""
    of_units = IndicatorUnit.objects.filter(indicator__plan=plan).order_by("indicator_id", "position", "pk")
    measuring = lists_of((key, units[unit]) for key, unit in of_units.values_list("indicator_id", "unit_id"))
    indicators = Indicator.objects.filter(plan=plan).in_plan_order()
    return sheet_of("Indikatorer", indicators, {"Mål": goals}, {"Enheter": measuring})


def targets_sheet(plan: Plan, goals: StoredSheet, indicators: StoredSheet, units: Names) -> StoredSheet:
    """One query. A series after another, indicators before goals, both in plan order."""
    names = {"Mål": goals.names("Id"), "Indikator": indicators.names("Id"), "Enhet": units}
    found = sheet_of("Målvärden", Target.objects.filter(plan=plan).order_by("pk"), names)
    places = _places(indicators), _places(goals)

    def owner(row: BookRow) -> tuple[bool, int]:
        indicator = row.text("Indikator")
        return (False, places[0][indicator]) if indicator else (True, places[1][row.text("Mål")])

    return _by_series(found, owner, lambda row: row.integer("År") or 0)


def outcomes_sheet(plan: Plan, indicators: StoredSheet, units: Names) -> StoredSheet:
    """One query. A series after another, each by period, the series in the order in which they were first given."""
    names = {"Indikator": indicators.names("Id"), "Enhet": units}
    found = sheet_of(
        "Utfall", Measurement.objects.filter(plan=plan).order_by("period_from", "period_through", "pk"), names
    )
    places = _places(indicators)
    return _by_series(found, lambda row: places[row.text("Indikator")], lambda row: 0)


def _places(sheet: StoredSheet) -> dict[str, int]:
    return {row.text("Id"): place for place, row in enumerate(sheet.rows)}


def _by_series(sheet: StoredSheet, owner: Callable[[BookRow], Hashable], when: Callable[[BookRow], int]) -> StoredSheet:
    """Sorted by owner, then series (unit, sex, submeasure) by its lowest key, then time, then as they stood."""
    series_of: list[tuple[object, ...]] = [(owner(row), *row.picked(_OF_A_SERIES)) for row in sheet.rows]
    first: dict[tuple[object, ...], int] = {}
    for series, key in zip(series_of, sheet.keys, strict=True):
        first[series] = min(key, first.get(series, key))
    order: Sequence[int] = sorted(
        range(len(sheet.rows)),
        key=lambda place: (series_of[place][0], first[series_of[place]], when(sheet.rows[place]), place),
    )
    return StoredSheet(tuple(sheet.rows[place] for place in order), tuple(sheet.keys[place] for place in order))


_OF_A_SERIES = ("Enhet", "Kön", "Delmått")
