"""How a workbook is made up: its sheets, where its texts and formats are, which day its dates count from."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZipFile

from django.utils.translation import gettext as _

from reports.plan_book.book import BookFault
from reports.plan_book.reading.excel_values import BUILT_IN, CellFormat, format_of
from reports.plan_book.reading.xml import damaged, elements

_FORMAT_PARTS = {"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}
_YES = {"1", "true", "on"}
MOST_SHEETS = 255


@dataclass(frozen=True, slots=True)
class SheetPart:
    name: str
    part: str


@dataclass(frozen=True, slots=True)
class Structure:
    """`strings` and `styles` are parts of the file, "" where it has none."""

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    starts_1904: bool


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    part: str


def read_structure(archive: ZipFile) -> Structure:
    """Raises BookFault for a file that is no workbook of the kind that can be read."""
    office = [relation.part for relation in _relations(archive, "").values() if relation.kind == "officeDocument"]
    if not office:
        raise _no_workbook()
    (workbook,) = office[:1]
    if workbook.endswith(".bin"):
        raise BookFault((_("Filen är en binär arbetsbok (.xlsb). Spara den som Excel-arbetsbok (.xlsx)."),))
    relations = _relations(archive, workbook)
    found = [(name, attributes) for name, attributes in elements(archive, workbook)]
    if not found or found[0][0] != "workbook":
        raise _no_workbook()
    starts_1904 = any(
        attributes.get("date1904", "").lower() in _YES for name, attributes in found if name == "workbookPr"
    )
    sheets = [attributes for name, attributes in found if name == "sheet"]
    if len(sheets) > MOST_SHEETS:
        raise damaged(workbook)
    if any(attributes.get("id") not in relations for attributes in sheets):
        raise damaged(workbook, _("ett blad saknas i filen"))
    parts = (
        SheetPart(attributes.get("name", ""), relations[attributes["id"]].part)
        for attributes in sheets
        if relations[attributes["id"]].kind == "worksheet"
    )
    by_kind = {relation.kind: relation.part for relation in relations.values()}
    return Structure(tuple(parts), by_kind.get("sharedStrings", ""), by_kind.get("styles", ""), starts_1904)


def read_formats(archive: ZipFile, part: str) -> list[CellFormat]:
    """What each cell style shows, by its number."""
    own: dict[int, CellFormat] = {}
    used: list[int] = []
    within = ""
    for name, attributes in elements(archive, part) if part else ():
        if name in _FORMAT_PARTS:
            within = name
        elif name == "numFmt" and within == "numFmts":
            own[_whole(attributes.get("numFmtId"))] = format_of(attributes.get("formatCode", ""))
        elif name == "xf" and within == "cellXfs":
            used.append(_whole(attributes.get("numFmtId")))
    return [own.get(number) or BUILT_IN.get(number, CellFormat.NUMBER) for number in used]


def _relations(archive: ZipFile, part: str) -> Mapping[str, _Relation]:
    """What a part of the file (or, for "", the file) points at inside the file, by the relation's id."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    parts = {entry.lower(): entry for entry in archive.namelist()}
    if listing.lower() not in parts:
        return {}
    found = {}
    for element, attributes in elements(archive, parts[listing.lower()]):
        if element != "Relationship" or attributes.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2]
        if target.lower() in parts:
            found[attributes.get("Id", "")] = _Relation(kind, parts[target.lower()])
    return found


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _no_workbook() -> BookFault:
    return BookFault((_("Filen är ingen Excel-arbetsbok (.xlsx)."),))
