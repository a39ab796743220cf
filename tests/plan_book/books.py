"""Workbooks for tests: sheets as lists of rows, or parts of the file as they stand in it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from reports.plan_book.book import BookFault
from reports.plan_book.reading import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

PLAN = [
    ["Fält", "Värde"],
    ["Kommun", "Exempelkommun"],
    ["Nämnd", "Socialnämnden"],
    ["Plan", "Verksamhetsplan 2022"],
    ["Startår", 2022],
    ["Slutår", 2023],
]
LEVELS = [["Nivå", "Ordning", "Bedöms av"], ["Mål", 1, "båda"]]
GOALS = [["Id", "Nivå", "Namn"], ["1", "Mål", "Ett mål"]]
INDICATORS = [["Id", "Namn", "Typ"], ["I1", "En indikator", "indikator"]]
ROUNDS = [["Id", "Titel", "Typ", "Avser"], ["T2", "Tertial 2", "tertial 2", "2022-08-31"]]
REPORTS = [["Id", "Mall", "Titel"], ["R", "tom", "En rapport"]]
SHEETS = {
    "Plan": PLAN,
    "Nivåer": LEVELS,
    "Mål": GOALS,
    "Indikatorer": INDICATORS,
    "Uppföljningar": ROUNDS,
    "Rapporter": REPORTS,
}


def openpyxl_book(sheets):
    """The small plan above with the given sheets instead of, or beside, its own."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in (SHEETS | sheets).items():
        sheet = book.create_sheet(name)
        for row in rows or []:
            sheet.append(row)
    return book


def file_of(book):
    stream = BytesIO()
    book.save(stream)
    return stream


def read(sheets, known=None):
    return read_workbook(file_of(openpyxl_book(sheets)), known)


def refused(source, known=None):
    """The lines that a file is refused with."""
    try:
        book = read_workbook(source, known)
    except BookFault as fault:
        return list(fault.lines)
    raise AssertionError(f"read without faults: {book.rows}")


def faults(sheets, known=None):
    return refused(file_of(openpyxl_book(sheets)), known)


def package(parts):
    """A file of the given parts, each text, bytes or an iterable of them."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            with archive.open(name, "w") as part:
                for piece in [content] if isinstance(content, str | bytes) else content:
                    part.write(piece if isinstance(piece, bytes) else piece.encode())
    stream.seek(0)
    return stream


def parts(sheets, *, strings=None, styles=None, properties=""):
    """The parts of a minimal workbook; each sheet is the XML of its rows, the plan's own sheet is there already."""
    sheets = {"Plan": rows_of(PLAN)} | sheets
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"/>' for n, name in enumerate(sheets, 1))
    relations = "".join(
        f'<Relationship Id="s{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    found = {
        "_rels/.rels": f'<r><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></r>',
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{listed}</sheets></workbook>'
        ),
    }
    for name, content in (("sharedStrings", strings), ("styles", styles)):
        if content is not None:
            relations += f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="/xl/{name}.xml"/>'
            found[f"xl/{name}.xml"] = content
    found["xl/_rels/workbook.xml.rels"] = f"<r>{relations}</r>"
    for number, rows in enumerate(sheets.values(), 1):
        pieces = [rows] if isinstance(rows, str) else rows
        found[f"xl/worksheets/sheet{number}.xml"] = [
            f'<worksheet xmlns="{MAIN}"><sheetData>',
            *pieces,
            "</sheetData></worksheet>",
        ]
    return found


def rows_of(rows):
    return "".join(row_of(row) for row in rows)


def row_of(row):
    return "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
