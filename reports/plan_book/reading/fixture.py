"""A plan book kept as TOML, one table a sheet: what a person can review line by line."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from reports.plan_book.book import BookFault, BookRow, Known, PlanBook
from reports.plan_book.columns import Sheet
from reports.plan_book.faults import Faults
from reports.plan_book.reading.finish import finished
from reports.plan_book.reading.headings import matched
from reports.plan_book.reading.long_texts import LongTexts
from reports.plan_book.reading.plan_sheet import read_plan
from reports.plan_book.reading.raw import Raw
from reports.plan_book.reading.rows import read_rows
from reports.plan_book.reading.source import SheetSource
from reports.plan_book.sheets import PLAN, REMOVE, SHEETS, TABLES

CELLS_IN_ONE = "celler"
"""In a row of Tabeller all its cells as one array, instead of one key each."""

_Rows = list[Mapping[str, Any]]


def fixture_books(folder: Path) -> list[Path]:
    """The books in a folder, in order of their names: each a file, or a folder of files."""
    return sorted(
        path for path in folder.iterdir() if path.suffix == ".toml" or (path.is_dir() and any(path.glob("*.toml")))
    )


def read_fixture(path: Path, known: Known | None = None) -> PlanBook:
    """The book in a TOML file, or in all those of a folder, whose rows follow one another in order of the files' names.

    Raises BookFault as `read_workbook` does, with places such as `Mål, rad 3, Namn`.
    """
    return read_sheets(map(_parsed, sorted(path.glob("*.toml")) if path.is_dir() else (path,)), known)


def read_sheets(parts: Iterable[Mapping[str, Any]], known: Known | None = None) -> PlanBook:
    """The book that parsed fixtures hold together: by sheet the rows, of Plan the fields. Raises as `read_fixture`."""
    faults = Faults()
    warnings: list[str] = []
    plan_fields: dict[str, Raw | None] = {}
    sheets: dict[str, _Rows] = {}
    for part in parts:
        for name, content in part.items():
            _take(name, content, plan_fields, sheets, faults, warnings)
    long_texts = LongTexts()
    rows: dict[str, tuple[BookRow, ...]] = {}
    if plan_fields:
        rows[PLAN.name] = (read_plan(plan_fields, {}, PLAN.name, faults, long_texts),)
    for sheet in SHEETS:
        if sheet.name in sheets:
            rows[sheet.name] = read_rows(_source(sheet, sheets[sheet.name], warnings), faults, long_texts)
    return finished(rows, known, faults, warnings)


def _parsed(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        message = _("%(file)s går inte att läsa som TOML: %(fault)s") % {"file": file.name, "fault": fault}
        raise BookFault((message,)) from fault


def _take(
    name: str,
    content: Any,
    plan_fields: dict[str, Raw | None],
    sheets: dict[str, _Rows],
    faults: Faults,
    warnings: list[str],
) -> None:
    sheet = _SHEETS.get(matched(name))
    if sheet is None:
        warnings.append(_("bladet ”%(sheet)s” är okänt och läses inte.") % {"sheet": name})
    elif sheet is PLAN and isinstance(content, dict):
        fields, unknown = _by_heading(PLAN, content)
        warnings += [
            _("%(sheet)s: fältet ”%(field)s” är okänt och läses inte.") % {"sheet": PLAN.name, "field": field}
            for field in unknown
        ]
        for field in fields.keys() & plan_fields.keys():
            faults.add(f"{PLAN.name}, {field}", _("fältet står två gånger. Varje fält får stå en gång."))
        plan_fields.update(fields)
    elif sheet is not PLAN and isinstance(content, list) and all(isinstance(row, dict) for row in content):
        sheets.setdefault(sheet.name, []).extend(content)
    else:
        form = "[Plan]" if sheet is PLAN else f"[[{sheet.name}]]"
        faults.add(sheet.name, _("bladet har fel form. Skriv det som %(form)s.") % {"form": form})


def _source(sheet: Sheet, rows: _Rows, warnings: list[str]) -> SheetSource:
    numbered = []
    unknown: dict[str, None] = {}
    for number, row in enumerate(rows, start=1):
        cells, others = _by_heading(sheet, _spread(row) if sheet is TABLES else row)
        unknown.update(dict.fromkeys(others))
        numbered.append((number, cells))
    warnings += [
        _("%(sheet)s: kolumnen ”%(heading)s” är okänd och läses inte.") % {"sheet": sheet.name, "heading": heading}
        for heading in unknown
    ]
    given = {heading for _number, cells in numbered for heading in cells}
    keys = {heading: heading for heading in _headings(sheet) if heading in given}
    return SheetSource(sheet, keys, {}, iter(numbered), sheet.name)


def _spread(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """The row with its array of cells under the headings `1`, `2` …"""
    found = {key: value for key, value in row.items() if matched(key) != CELLS_IN_ONE}
    for key, value in row.items():
        if matched(key) == CELLS_IN_ONE and isinstance(value, list):
            found |= {str(place): cell for place, cell in enumerate(value, start=1)}
    return found


def _by_heading(sheet: Sheet, row: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The values under the sheet's own headings, and the keys that are none."""
    names = {matched(heading): heading for heading in _headings(sheet)}
    known = {names[matched(key)]: value for key, value in row.items() if matched(key) in names}
    return known, [key for key in row if matched(key) not in names]


def _headings(sheet: Sheet) -> Iterator[str]:
    yield from (column.heading for column in sheet.columns)
    if sheet is not PLAN:
        yield REMOVE


_SHEETS: Mapping[str, Sheet] = {matched(sheet.name): sheet for sheet in SHEETS}
