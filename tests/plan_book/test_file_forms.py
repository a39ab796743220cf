"""Files as different programs write them: shared texts, prefixes, cells without references, strict and macro forms."""

import pytest

from reports.plan_book.reading import read_workbook
from tests.plan_book.books import GOALS, LEVELS, MAIN, OFFICE, package, parts, row_of

SHEETS = {"Nivåer": "".join(map(row_of, LEVELS)), "Mål": "".join(map(row_of, GOALS))}
STRICT = "http://purl.oclc.org/ooxml"


def goals_of(found):
    return [row.text("Namn") for row in read_workbook(package(found)).of("Mål")]


def shared(*numbers):
    return "<row>" + "".join(f'<c t="s"><v>{number}</v></c>' for number in numbers) + "</row>"


def test_shared_texts_lose_their_formatting_and_their_phonetic_guides():
    strings = (
        "<sst><si><t>Id</t></si><si><t>Nivå</t></si><si><t>Namn</t></si>"
        '<si><r><rPr><b/></rPr><t>Ett </t></r><r><t xml:space="preserve">mål</t></r>'
        "<rPh sb='0' eb='1'><t>uttal</t></rPh></si><si><t>Mål</t></si><si/></sst>"
    )
    goals = shared(0, 1, 2) + shared(3, 4, 3)
    assert goals_of(parts(SHEETS | {"Mål": goals}, strings=strings)) == ["Ett mål"]


def test_escaped_characters_are_read_as_what_they_stand_for():
    goals = row_of(GOALS[0]) + row_of(["1", "Mål", "rad 1_x000D_&#10;rad 2 _x005F_x0041_"])
    assert goals_of(parts(SHEETS | {"Mål": goals})) == ["rad 1\nrad 2 _x0041_"]


def test_elements_may_have_prefixes():
    found = parts(SHEETS)
    for name, content in found.items():
        if name.startswith("xl/worksheets"):
            text = "".join(content).replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
            found[name] = text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    assert goals_of(found) == ["Ett mål"]


def test_the_strict_form_is_read():
    found = {
        name: "".join(content).replace(MAIN, f"{STRICT}/spreadsheetml/main").replace(OFFICE, f"{STRICT}/relationships")
        for name, content in parts(SHEETS).items()
    }
    assert goals_of(found) == ["Ett mål"]


def test_rows_and_cells_may_say_where_they_stand_or_not():
    row = '<row r="5"><c r="C5" t="str"><v>Ett mål</v></c><c r="A5"><v>1</v></c><c t="str"><v>Mål</v></c></row>'
    (goal,) = read_workbook(package(parts(SHEETS | {"Mål": row_of(GOALS[0]) + row}))).of("Mål")
    assert (goal.text("Id"), goal.text("Nivå"), goal.text("Namn"), goal.place("Namn")) == (
        "1",
        "Mål",
        "Ett mål",
        "Mål!C5",
    )


def test_a_file_may_do_without_styles_and_shared_texts():
    assert goals_of(parts(SHEETS)) == ["Ett mål"]


def test_names_of_parts_are_matched_without_regard_to_case():
    found = parts(SHEETS)
    found["XL/Worksheets/Sheet3.xml"] = found.pop("xl/worksheets/sheet3.xml")
    assert goals_of(found) == ["Ett mål"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_both_encodings_of_the_format_are_read(encoding):
    found = parts(SHEETS)
    sheet = "".join(found["xl/worksheets/sheet3.xml"])
    found["xl/worksheets/sheet3.xml"] = f'<?xml version="1.0" encoding="{encoding}"?>{sheet}'.encode(encoding)
    assert goals_of(found) == ["Ett mål"]


def test_sheets_that_are_charts_are_passed_over():
    found = parts(SHEETS)
    listing = "xl/_rels/workbook.xml.rels"
    found[listing] = found[listing].replace(f'Id="s3" Type="{OFFICE}/worksheet"', f'Id="s3" Type="{OFFICE}/chartsheet"')
    assert goals_of(found) == []
