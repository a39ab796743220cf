"""Workbooks that mean harm, sent in; and cells that would be computed, taken out."""

import csv
import struct
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from goals.models import Goal, Plan
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.models import Report, Round
from reports.plan_book.book import BookFault
from reports.plan_book.reading import read_workbook
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, sign_in
from tests.attacks.attack import attack
from tests.plan_book.books import package, parts, row_of

UNITS = row_of(["Kod", "Namn"])
DECLARATIONS = {
    "a file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>',
    "a parameter entity": '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/"> %a;]>',
    "a public identifier": '<!DOCTYPE x PUBLIC "a" "http://127.0.0.1:9/x.dtd">',
    "laughs": "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1 or str()};' * 10}'>" for n in range(1, 9))
    + "]>",
    "one entity, many times": f"<!DOCTYPE x [<!ENTITY a '{'a' * 50_000}'>]>",
    "with a space": "<! DOCTYPE x>",
    "in small letters": "<!doctype x>",
}


@attack(
    501,
    f"{len(DECLARATIONS)} document type declarations, in the strings, a sheet, the links between parts and the "
    "properties of a workbook, in UTF-8 and UTF-16: other files, addresses, a billion laughs",
    "A part that declares anything is refused before a parser sees it.",
)
@pytest.mark.parametrize("name", DECLARATIONS)
def test_no_entity_is_read(name):
    for encoding in ("utf-8", "utf-16"):
        for part in ("xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "docProps/core.xml", "xl/_rels/x.rels"):
            text = f'<?xml version="1.0" encoding="{encoding}"?>{DECLARATIONS[name]}<x>&a;</x>'
            book = package(parts({"Enheter": UNITS}, strings="<sst/>") | {part: text.encode(encoding)})
            with pytest.raises(BookFault):
                read_workbook(book)


def zipped(inner, name="xl/a.bin"):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, inner)
    return out.getvalue()


def overlapping():
    """Every name in the directory points at the same packed bytes."""
    packed = bytearray(zipped(bytes(1_000_000)))
    start = packed.index(b"PK\x01\x02")
    end = packed.index(b"PK\x05\x06")
    entry = bytes(packed[start:end])
    entries = b"".join(entry.replace(b"xl/a.bin", b"xl/%05d" % n) for n in range(4000))
    tail = bytearray(packed[end:])
    tail[8:12] = struct.pack("<HH", 4000, 4000)
    tail[12:16] = struct.pack("<L", len(entries))
    return bytes(packed[:start]) + entries + bytes(tail)


def bombs():
    flat = bytes(1_000_000)
    return {
        "a high ratio": package(parts({}) | {"xl/a.bin": (flat for _each in range(220))}),
        "a ZIP in a ZIP in a ZIP": BytesIO(zipped(zipped(zipped(flat)))),
        "sizes that lie": BytesIO(zipped(flat).replace(struct.pack("<L", 1_000_000), struct.pack("<L", 9))),
        "overlapping parts": BytesIO(overlapping()),
        "one row of a million cells": package(parts({"Enheter": ["<row>", *["<c><v>1</v></c>"] * 100_000, "</row>"]})),
        "elements a million deep": package(parts({"Enheter": ("<a>" for _each in range(1_000_000))})),
        "one attribute of a hundred megabytes": package(
            parts({"Enheter": ["<row x='", *("x" * 1_000_000 for _each in range(100)), "'/>"]})
        ),
    }


@attack(
    502,
    "workbooks that unpack to too much: 220 MB of zeros, ZIP in ZIP, sizes that lie, four thousand names for the same "
    "bytes, a row without end, elements a million deep, one attribute of 100 MB",
    "Unpacked piece by piece and counted, whatever is declared; rows, cells, depth and texts have bounds.",
)
def test_a_bomb_is_refused():
    taken = []
    for name, book in bombs().items():
        try:
            read_workbook(book)
        except BookFault:
            continue
        taken.append(name)
    assert taken == []


FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "\t=HYPERLINK(1)",
    "\r=HYPERLINK(1)",
    "\n=HYPERLINK(1)",
    " =1+1",
    '"=1+1',
    "=DDE(1)",
    "＝1+1",
)


def fill_with_formulas(place, cast):
    """The texts of everything that a list or a workbook shows begin as formulas do."""
    names = iter(FORMULAS * 20)
    plan = place.report.plan
    for goal in Goal.objects.filter(plan=plan):
        goal.name = next(names)
        goal.save()
    for indicator in plan.indicators.all():
        indicator.name = next(names)
        indicator.save()
    for assignment in plan.assignments.all():
        assignment.name = next(names)
        assignment.save()
    Report.objects.filter(pk=place.report.pk).update(title=FORMULAS[0])
    Round.objects.filter(plan=plan).update(title=FORMULAS[3])
    Plan.objects.filter(pk=plan.pk).update(title=FORMULAS[1])
    cast.controller.first_name = FORMULAS[0]
    cast.controller.save()
    report = Report.objects.get(pk=place.report.pk)
    publish(report=report, audience=Audience.PUBLIC, change_note="x", accept_warnings=True, by=cast.controller)
    place.arguments["version"] = 2


def computed_in_book(content):
    book = load_workbook(BytesIO(content))
    return [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def computed_in_csv(text):
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    cells = [cell for row in csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=delimiter) for cell in row]
    return [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r", "\n")) or is_a_formula(cell)]


def is_a_formula(cell):
    return cell.startswith("-") and not cell[1:].replace(",", "").replace(".", "").replace(" ", "").isdigit()


@attack(
    701,
    f"{len(FORMULAS)} texts that begin with `=`, `+`, `-`, `@`, a tab or a line break, as names, titles and people, in "
    "every spreadsheet and CSV that can be taken out: lists, the published workbook, the plan workbook, open data",
    "In a workbook every text is a text cell; in CSV an apostrophe stands before what would be computed.",
)
def test_no_cell_that_is_taken_out_is_computed(client, cast, place):
    fill_with_formulas(place, cast)
    sign_in(client, cast.superuser)
    books, texts, faults = 0, 0, {}
    for name, rule in MATRIX.items():
        if rule.method != "get":
            continue
        url = address(name, place)
        if name == "reading:file":
            url = url.replace(".json", ".xlsx")
        for asked in (url, f"{url}?hamta=xlsx", f"{url}?hamta=csv"):
            response = client.get(asked)
            kind = response.get("Content-Type", "") if response.status_code == 200 else ""
            if "spreadsheetml" in kind:
                books, found = books + 1, computed_in_book(response.content)
            elif kind.startswith("text/csv"):
                texts, found = texts + 1, computed_in_csv(response.content.decode())
            else:
                continue
            if found:
                faults[asked] = found
    assert faults == {}
    assert (books, texts) >= (12, 10)
