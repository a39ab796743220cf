"""Sheets Indikatorer, Målvärden and Utfall out of the database."""

from collections.abc import Callable, Hashable, Sequence

from reports.plan_book.book import BookRow
from reports.plan_book.stored.queries import Found
from reports.plan_book.stored.rows import Names, StoredSheet, lists_of, sheet_of


def indicators_sheet(found: Found, goals: Names, units: Names) -> StoredSheet:
    measuring = lists_of((key, units[unit]) for key, unit in found["Indikatorer: Enheter"])
    return sheet_of("Indikatorer", found["Indikatorer"], {"Mål": goals}, {"Enheter": measuring})


def targets_sheet(found: Found, goals: StoredSheet, indicators: StoredSheet, units: Names) -> StoredSheet:
    """A series after another, indicators before goals, both in plan order."""
    names = {"Mål": goals.names("Id"), "Indikator": indicators.names("Id"), "Enhet": units}
    targets = sheet_of("Målvärden", found["Målvärden"], names)
    places = _places(indicators), _places(goals)

    def owner(row: BookRow) -> tuple[bool, int]:
        indicator = row.text("Indikator")
        return (False, places[0][indicator]) if indicator else (True, places[1][row.text("Mål")])

    return _by_series(targets, owner, lambda row: row.integer("År") or 0)


def outcomes_sheet(found: Found, indicators: StoredSheet, units: Names) -> StoredSheet:
    """A series after another, each by period, the series in the order in which they were first given."""
    names = {"Indikator": indicators.names("Id"), "Enhet": units}
    outcomes = sheet_of("Utfall", found["Utfall"], names)
    places = _places(indicators)
    return _by_series(outcomes, lambda row: places[row.text("Indikator")], lambda row: 0)


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
