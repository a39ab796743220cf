"""Files that are none, or that mean harm: one clear sentence each, and little memory."""

import resource
import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from reports.plan_book.reading import guard, read_workbook, row_count, strings
from tests.plan_book.books import GOALS, MAIN, file_of, openpyxl_book, package, parts, refused, row_of

UNITS = row_of(["Kod", "Namn"])


def megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def sentence(source):
    (line,) = refused(source)
    return line


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Filen är tom."),
        (b"Id;Namn\n1;Ett\n", "Filen är ingen Excel-arbetsbok (.xlsx)."),
        (b"PK\x05\x06" + bytes(18), "Filen är ingen Excel-arbetsbok (.xlsx)."),
        (b"PK\x03\x04 och sedan inget", "Filen är skadad och går inte att öppna. Spara om arbetsboken."),
        (guard._OLD_OFFICE + bytes(600), "Filen är i det äldre formatet .xls. Spara den som Excel-arbetsbok (.xlsx)."),
        (
            guard._OLD_OFFICE + bytes(600) + guard._ENCRYPTED,
            "Arbetsboken är skyddad med lösenord. Ta bort lösenordet och försök igen.",
        ),
    ],
)
def test_a_file_of_another_kind_is_told(content, told):
    assert sentence(BytesIO(content)) == told


def test_another_office_document_is_no_workbook():
    assert sentence(package({"word/document.xml": "<w/>"})) == "Filen är ingen Excel-arbetsbok (.xlsx)."


def test_a_binary_workbook_is_told():
    found = parts({})
    found["_rels/.rels"] = found["_rels/.rels"].replace("workbook.xml", "workbook.bin")
    found["xl/workbook.bin"] = b"\0"
    assert sentence(package(found)).startswith("Filen är en binär arbetsbok (.xlsb).")


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(guard, "MOST_PACKED", 1000)
    assert sentence(BytesIO(b"PK" + bytes(2000))).startswith("Filen är större än 20 MB.")


def test_a_file_that_unpacks_to_too_much_is_refused():
    before = megabytes()
    bomb = parts({}) | {"xl/media/bomb.bin": (bytes(1_000_000) for _ in range(220))}
    assert sentence(package(bomb)).startswith("Arbetsboken blir större än 200 MB när den packas upp.")
    assert megabytes() - before < 60


def test_a_size_that_the_file_declares_is_not_trusted():
    packed = package(parts({}) | {"xl/a.bin": bytes(100_000)}).getvalue()
    lie = packed.replace(struct.pack("<L", 100_000), struct.pack("<L", 10))
    assert lie != packed
    assert "skadad" in sentence(BytesIO(lie))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml", "a.rels"])
def test_entities_are_refused_wherever_they_are(part, encoding):
    laughs = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'
    told = sentence(package(parts({}, strings="<sst/>") | {part: laughs.encode(encoding)}))
    assert told.startswith("Filen innehåller en dokumenttypsdefinition (DOCTYPE eller ENTITY)")


def test_an_encoding_that_hides_entities_is_refused():
    laughs = '<?xml version="1.0" encoding="cp037"?><!DOCTYPE l [<!ENTITY a "ha">]><l>&a;</l>'.encode("cp037")
    assert "skadad" in sentence(package(parts({}, strings=laughs)))


def test_too_many_rows_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr("reports.plan_book.reading.workbook.MOST_ROWS", 50)
    monkeypatch.setattr(row_count, "MOST_ROWS", 50)
    rows = UNITS + "".join(row_of([f"E{n}", "Enhet"]) for n in range(60))
    assert sentence(package(parts({"Enheter": rows}))).startswith("Arbetsboken har fler än 200 000 rader med innehåll.")
    assert sentence(package(parts({"Annat": rows}))).startswith("Arbetsboken har fler än 200 000 rader med innehåll.")


def test_rows_that_are_only_formatted_do_not_count():
    formatted = ('<row ht="15"><c s="1"/></row>' for _ in range(210_000))
    before = megabytes()
    book = read_workbook(package(parts({"Enheter": [UNITS, row_of(["A", "Avdelning"]), *formatted]})))
    assert len(book.of("Enheter")) == 1
    assert megabytes() - before < 60


def test_a_sheet_that_lies_about_its_size_is_read_as_it_is():
    sheet = (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{UNITS}'
        f"{row_of(['A', 'Avdelning'])}</sheetData></worksheet>"
    )
    found = parts({"Enheter": UNITS}) | {"xl/worksheets/sheet2.xml": sheet}
    assert len(read_workbook(package(found)).of("Enheter")) == 1


def test_too_much_text_is_refused(monkeypatch):
    monkeypatch.setattr(strings, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(strings.TextRoom.__init__, "__defaults__", (1_000_000,))
    shared = ["<sst>", *(f"<si><t>{'x' * 1000}</t></si>" for _ in range(1100)), "</sst>"]
    assert sentence(package(parts({}, strings=shared))).startswith("Arbetsboken innehåller för mycket text:")
    inline = "".join(row_of([f"E{n}", "x" * 1000]) for n in range(1100))
    assert sentence(package(parts({"Enheter": UNITS + inline}))).startswith("Arbetsboken innehåller för mycket text:")


@pytest.mark.parametrize(
    "rows",
    [
        ("<a>" for _ in range(1_000_000)),
        ["<row><c>", *("<is>" for _ in range(1_000_000))],
        ["<row x='", *("x" * 1000 for _ in range(5_000)), "'/>"],
        ["<!--", *("x" * 1000 for _ in range(5_000)), "-->"],
        ["<row>", *("<c r='XFE1'><v>1</v></c>" for _ in range(10)), "</row>"],
        ["<row><c t='str'><v>", *("x" * 1000 for _ in range(20_000)), "</v></c></row>"],
        ["<row><c t='s'><v>7</v></c></row>"],
        ["<row><c><v>ett</v></c></row>"],
        ["<row r='0'><c><v>1</v></c></row>"],
        ["<row r='a'/>"],
        ["<row><c r='1A'><v>1</v></c></row>"],
        ["<row><c><c><v>1</v></c></c></row>"],
        ["<row><c t='inlineStr'><is><t>\x07</t></is></c></row>"],
        ["<row>"],
    ],
    ids=range(14),
)
def test_a_damaged_or_twisted_sheet_is_told_with_its_part(rows):
    before = megabytes()
    told = sentence(package(parts({"Enheter": rows})))
    assert told.startswith("Filen går inte att läsa: delen xl/worksheets/sheet2.xml är skadad")
    assert megabytes() - before < 60


def test_a_sheet_whose_part_is_not_in_the_file_is_not_passed_over():
    found = parts({"Enheter": UNITS})
    del found["xl/worksheets/sheet2.xml"]
    assert "ett blad saknas i filen" in sentence(package(found))


def test_parts_of_the_same_name_are_refused():
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts({}).items():
            archive.writestr(name, "".join(content))
        archive.writestr("XL/workbook.xml", "<workbook/>")
    assert sentence(stream).startswith("Filen är ingen vanlig arbetsbok: den innehåller flera delar med samma namn.")


def test_very_many_parts_are_refused():
    many = {f"a{n}": "" for n in range(guard.MOST_ENTRIES + 1)}
    assert sentence(package(many)).startswith("Filen är ingen vanlig arbetsbok: den består av fler än 5 000 delar.")


def test_another_way_of_packing_is_refused():
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_BZIP2) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert sentence(stream).startswith("Filen är packad på ett sätt som inte förekommer i arbetsböcker.")


def test_macros_and_links_out_are_passed_over():
    book = openpyxl_book({})
    book["Mål"]["C2"].hyperlink = "https://example.org/"
    stream = file_of(book)
    with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf")
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    assert read_workbook(stream).of("Mål")[0].text("Namn") == GOALS[1][2]


def test_paths_that_lead_out_of_the_file_lead_nowhere():
    found = parts({"Enheter": UNITS})
    found["xl/_rels/workbook.xml.rels"] = found["xl/_rels/workbook.xml.rels"].replace(
        "worksheets/sheet2.xml", "../../../etc/passwd"
    )
    assert "ett blad saknas i filen" in sentence(package(found))


def test_a_path_is_opened_and_a_file_left_open(tmp_path):
    path = tmp_path / "bok.xlsx"
    stream = file_of(openpyxl_book({}))
    path.write_bytes(stream.getvalue())
    assert read_workbook(path).rows == read_workbook(stream).rows
    assert not stream.closed
    with pytest.raises(FileNotFoundError):
        read_workbook(tmp_path / "ingen.xlsx")
