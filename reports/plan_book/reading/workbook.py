"""A workbook to a plan book."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from zipfile import ZipFile

from django.utils.translation import gettext as _

from followup.core.collecting import collected_afterwards
from reports.plan_book.book import BookRow, Known, PlanBook
from reports.plan_book.faults import Faults
from reports.plan_book.reading.finish import finished
from reports.plan_book.reading.guard import open_package
from reports.plan_book.reading.headings import matched, source_of
from reports.plan_book.reading.long_texts import LongTexts
from reports.plan_book.reading.plan_sheet import fields_of, read_plan
from reports.plan_book.reading.row_count import MOST_ROWS, refuse_many_rows
from reports.plan_book.reading.rows import read_rows
from reports.plan_book.reading.sheet_stream import Lookups, rows_of
from reports.plan_book.reading.strings import TextRoom, read_strings
from reports.plan_book.reading.structure import Structure, read_formats, read_structure
from reports.plan_book.reading.texts import shortened
from reports.plan_book.reading.xml import open_part
from reports.plan_book.sheets import GUIDE, PLAN, SHEETS

Source = str | os.PathLike[str] | IO[bytes]


@collected_afterwards()
def read_workbook(source: Source, known: Known | None = None) -> PlanBook:
    """The book in a file or its path. `known` finds what is stored of the plan, which rows may refer to.

    Raises BookFault with every fault, and OSError where the file itself cannot be opened.
    """
    faults = Faults()
    warnings: list[str] = []
    with _package(source) as (archive, most_rows):
        structure = read_structure(archive)
        if most_rows > MOST_ROWS:
            refuse_many_rows(archive, structure)
        parts = _known_parts(structure, faults, warnings)
        lookups = _lookups(archive, structure)
        rows: dict[str, tuple[BookRow, ...]] = {}
        long_texts = LongTexts()
        for sheet in SHEETS:
            if sheet.name not in parts:
                continue
            part = parts[sheet.name]
            with open_part(archive, part) as stream:
                found = source_of(sheet, rows_of(stream, part, lookups), faults, warnings)
                if found is None:
                    continue
                if sheet is PLAN:
                    given, places = fields_of(found, faults, warnings)
                    rows[PLAN.name] = (read_plan(given, places, found.head, faults, long_texts),)
                else:
                    rows[sheet.name] = read_rows(found, faults, long_texts)
    return finished(rows, known, faults, warnings)


def _known_parts(structure: Structure, faults: Faults, warnings: list[str]) -> dict[str, str]:
    """Where each sheet of the contract is in the file."""
    names = {matched(sheet.name): sheet.name for sheet in SHEETS}
    found: dict[str, str] = {}
    for sheet in structure.sheets:
        name = names.get(matched(sheet.name))
        if name is None:
            if matched(sheet.name) != matched(GUIDE):
                warnings.append(_("bladet ”%(sheet)s” är okänt och läses inte.") % {"sheet": shortened(sheet.name)})
        elif name in found:
            faults.add(f"{name}!A1", _("bladet finns två gånger i arbetsboken. Ta bort det ena."))
        else:
            found[name] = sheet.part
    return found


def _lookups(archive: ZipFile, structure: Structure) -> Lookups:
    texts = TextRoom()
    return Lookups(
        strings=read_strings(archive, structure.strings, texts),
        formats=read_formats(archive, structure.styles),
        starts_1904=structure.starts_1904,
        texts=texts,
    )


@contextmanager
def _package(source: Source) -> Iterator[tuple[ZipFile, int]]:
    """A file is read from its beginning and left open; it is held in memory packed, and so bounded."""
    if isinstance(source, str | os.PathLike):
        with open(source, "rb") as file:
            archive, most_rows = open_package(file)
    else:
        source.seek(0)
        archive, most_rows = open_package(source)
    with archive:
        yield archive, most_rows
