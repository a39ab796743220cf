"""A book that is written reads back as the same book."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from reports.plan_book.book import BookFault, BookRow, PlanBook
from reports.plan_book.reading import read_workbook
from reports.plan_book.sheets import SHEETS
from reports.plan_book.writing import template_workbook, write_workbook
from tests.plan_book.books import GOALS, read
from tests.plan_book.random_books import books

PLAN = {"Kommun": "K", "Nämnd": "N", "Plan": "P", "Startår": 2022, "Slutår": 2022}


def book_of(**sheets):
    rows = {sheet: tuple(BookRow(sheet, row) for row in found) for sheet, found in sheets.items()}
    return PlanBook({"Plan": (BookRow("Plan", PLAN),)} | rows)


def values_of(book):
    return {name: [(dict(row.values), row.removes) for row in rows] for name, rows in book.rows.items() if rows}


def written(book):
    return load_workbook(BytesIO(write_workbook(book)))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(books())
def test_any_book_reads_back_as_it_was(book):
    assert values_of(read_workbook(BytesIO(write_workbook(book)))) == values_of(book)


def test_every_sheet_and_heading_of_the_contract_is_there():
    found = written(book_of())
    assert found.sheetnames == [sheet.name for sheet in SHEETS]
    for sheet in SHEETS[1:]:
        assert [cell.value for cell in found[sheet.name][1]] == [column.heading for column in sheet.columns]
        assert all(cell.font.bold for cell in found[sheet.name][1])
        assert found[sheet.name].freeze_panes == "A2"


def test_only_the_headings_that_the_rows_have_are_written():
    assert [cell.value for cell in written(book_of(Mål=[{"Id": "1", "Nivå": "M", "Namn": "Ett"}]))["Mål"][1]] == GOALS[
        0
    ]


def test_the_same_book_gives_the_same_bytes():
    book = book_of(Mål=[{"Id": "1", "Nivå": "M", "Namn": "Ett"}])
    assert write_workbook(book) == write_workbook(book)


def test_values_are_of_their_kind_in_the_spreadsheet():
    outcome = {
        "Indikator": "1",
        "Period": "2022",
        "Värde": Decimal("81.25"),
        "Preliminär": True,
        "Saknas": "",
        "Text": "65",
    }
    sheet = written(
        book_of(Utfall=[outcome], Uppföljningar=[{"Id": "7", "Avser": date(2022, 8, 31), "Typ": "interim"}])
    )
    cells = dict(zip([c.value for c in sheet["Utfall"][1]], sheet["Utfall"][2], strict=True))
    assert cells["Värde"].value == 81.25
    assert (cells["Indikator"].value, cells["Indikator"].data_type) == ("1", "s")
    assert (cells["Text"].value, cells["Text"].data_type) == ("65", "s")
    assert cells["Preliminär"].value == "ja"
    assert cells["Saknas"].value is None
    cells = dict(zip([c.value for c in sheet["Uppföljningar"][1]], sheet["Uppföljningar"][2], strict=True))
    assert cells["Avser"].is_date
    assert cells["Avser"].number_format == "yyyy-mm-dd"
    assert cells["Typ"].value == "delår"


@pytest.mark.parametrize("text", ["=1+1", "+46 13 20", "-", "@SUM(A1)", "=cmd|' /C calc'!A0", "#N/A"])
def test_a_text_that_looks_like_a_formula_stays_text(text):
    (cell,) = written(book_of(Mål=[{"Namn": text}]))["Mål"][2]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


@pytest.mark.parametrize(
    "text", ["<b> & </c>", "]]>", "&amp;#13;", "två\rrader", " inryckt ", "sa \"så\" och 'så'", "\x85"]
)
def test_a_text_stands_as_it_is_whatever_it_means_in_markup(text):
    goal = {"Id": "1", "Nivå": "M", "Namn": text}
    assert written(book_of(Mål=[goal]))["Mål"]["C2"].value == text


def test_a_tables_numbers_are_numbers_unless_that_would_lose_what_was_given():
    row = {"Rad": "row", "1": "1200", "2": "-12,7", "3": "-12,70", "4": "81 %", "5": "ca 40", "6": "0", "7": "007"}
    cells = written(book_of(Tabeller=[row]))["Tabeller"][2]
    assert [cell.value for cell in cells] == ["rad", 1200, -12.7, "-12,70", "81 %", "ca 40", 0, "007"]


def test_a_row_to_be_removed_says_so():
    row = BookRow("Mål", {"Id": "1", "Nivå": "Mål", "Namn": "Ett"}, removes=True)
    book = PlanBook(book_of().rows | {"Mål": (row,)})
    assert read_workbook(BytesIO(write_workbook(book))).of("Mål")[0].removes


def test_a_text_longer_than_a_cell_is_refused_with_its_place():
    with pytest.raises(BookFault) as refusal:
        write_workbook(
            book_of(Mål=[{"Id": "1", "Beskrivning": "😀" * 16_384}, {"Id": "2", "Beskrivning": "x" * 32_767}])
        )
    assert refusal.value.lines == (
        "Mål, 1, Beskrivning: texten har 32768 tecken, och en cell i ett kalkylblad rymmer högst 32767. "
        "Korta texten eller dela upp den, och exportera igen.",
    )


def test_the_template_reads_as_the_example_without_faults_or_warnings():
    book = read_workbook(BytesIO(template_workbook()))
    assert book.warnings == ()
    assert {sheet.name for sheet in SHEETS} == set(book.rows)
    assert book.plan.text("Kommun") == "Exempelkommun"


def test_the_template_is_always_the_same():
    assert template_workbook() == template_workbook()


def test_the_templates_guide_has_room_for_its_lines():
    guide = load_workbook(BytesIO(template_workbook()))["Läs mig"]
    for (cell,) in guide.iter_rows():
        lines = -(-len(cell.value) // guide.column_dimensions["A"].width)
        assert guide.row_dimensions[cell.row].height >= 15 * lines


def test_headings_name_their_typeface_so_that_no_program_chooses_another():
    plan = BookRow("Plan", PLAN)
    for content in (template_workbook(), write_workbook(PlanBook({"Plan": (plan,)}))):
        found = load_workbook(BytesIO(content))
        assert {cell.font.name for sheet in found for cell in sheet[1]} == {"Calibri"}


def test_the_template_explains_every_heading_and_offers_every_word():
    found = load_workbook(BytesIO(template_workbook()))
    assert found.sheetnames == ["Läs mig", *(sheet.name for sheet in SHEETS)]
    assert all(cell.comment for cell in found["Plan"]["A"])
    for sheet in SHEETS[1:]:
        assert all(cell.comment and cell.comment.text for cell in found[sheet.name][1])
        offered = {choices.formula1 for choices in found[sheet.name].data_validations.dataValidation}
        for column in sheet.columns:
            if column.words:
                assert f'"{",".join(column.words)}"' in offered
                assert len(",".join(column.words)) <= 255


def test_what_was_read_from_a_sloppy_book_is_written_in_good_order():
    sloppy = read({"Mål": [["Målen"], [" namn", "ID ", "nivå"], ["Ett", 1, "Mål"]]})
    assert values_of(read_workbook(BytesIO(write_workbook(sloppy)))) == values_of(sloppy)
