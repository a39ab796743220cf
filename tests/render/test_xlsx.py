from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from reports.build.document import DocumentSection, GoalTable, Result, TextPart, TrendMark
from reports.render.texts import plain_text
from reports.render.xlsx import render_xlsx
from reports.render.xlsx_cells import LONGEST, safe_text
from tests.render.example import ACHIEVED, HEADINGS, example_document, goal_rows


def book(**overrides):
    return load_workbook(BytesIO(render_xlsx(example_document(**overrides))))


def with_row(**changes):
    """A document whose only goal has the given fields."""
    row = replace(goal_rows()[0], **changes)
    return {"sections": (DocumentSection("m", 2, "Måltabell", "", GoalTable(HEADINGS, (row,))),)}


def rows_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_sheets_are_the_facts_and_one_for_each_block_called_what_its_section_is():
    assert book().sheetnames == ["Rapport", "Målen i översikt", "Måltabell", "Avsnitt"]


def test_headings_and_cells_are_of_one_typeface():
    assert {cell.font.name for sheet in book() for row in sheet.iter_rows() for cell in row} == {"Calibri"}


def test_two_tables_have_names_of_their_own():
    table = DocumentSection("a", 2, "Måltabell", "", GoalTable(HEADINGS, goal_rows()))
    assert book(sections=(table, table)).sheetnames[1:-1] == ["Måltabell", "Måltabell 2"]


def test_the_facts_tell_what_report_it_is():
    facts = dict(rows_of(book()["Rapport"]))
    assert facts["Rapport"] == "Delårsrapport augusti 2017"
    assert facts["Avser läget per den"] == datetime(2017, 8, 31)
    assert facts["Version"] == 2
    assert facts["Publicerad"] == datetime(2017, 10, 12, 9, 32)
    assert facts["Enheternas bedömningar: Målet är inte uppnått"] == 1


def test_a_draft_says_so():
    facts = dict(rows_of(book(edition=None)["Rapport"]))
    assert facts["Version"] == "Utkast"
    assert "Publicerad" not in facts


def test_a_goal_table_leaves_out_the_columns_that_the_report_does_and_tells_reference_and_trend():
    result = Result("AFI", "Försörjning", False, ACHIEVED, (), ref="1-2", trend=TrendMark("up", "uppåt"))
    row = replace(goal_rows()[0], results=(result,))
    table = GoalTable(("", "Mål", "", "Resultat", ""), (row,))
    sheet = book(sections=(DocumentSection("m", 2, "Måltabell", "", table),))["Måltabell"]
    assert rows_of(sheet) == [
        ["Mål", "Enhet", "Enhetens namn", "Ref", "Status", "Trend", "Resultat"],
        [row.name, "AFI", "Försörjning", "1-2", ACHIEVED.word, "uppåt", None],
    ]


def test_there_is_a_row_for_each_goal_and_unit_and_for_a_goal_without_answers():
    heading, *rows = rows_of(book()["Måltabell"])
    assert heading[:7] == ["Nr", "Mål", "Beskrivning", HEADINGS[2], "Enhet", "Enhetens namn", "Status"]
    expected = [
        (row.number, result.unit if result else None) for row in goal_rows() for result in (row.results or (None,))
    ]
    assert [(row[0], row[4]) for row in rows] == expected


def test_each_kind_of_text_has_a_column():
    heading, *rows = rows_of(book()["Måltabell"])
    assert heading[7:] == ["Resultat", "Orsak", "Åtgärd", "Ansvarig för mätning"]
    sixth = next(row for row in rows if row[0] == "6")
    assert sixth[8] == "Fler ärenden än väntat har gått till rättslig prövning."
    assert "Avtalen ses över." in sixth[9]


def test_the_sections_own_texts_stand_in_a_sheet_of_their_own_in_the_reports_order():
    heading, *rows = rows_of(book()["Avsnitt"])
    assert heading == ["Rubriknivå", "Rubrik", "Text"]
    expected = [(each.title, plain_text(each.html)) for each in example_document().sections if each.title]
    assert [(row[1], row[2] or "") for row in rows] == expected


def test_headings_stay_in_sight_and_rows_can_be_filtered():
    sheet = book()["Måltabell"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:K{sheet.max_row}"
    assert sheet.column_dimensions["B"].width == 40


@pytest.mark.parametrize("text", ["=1+1", "+46 13", "-5", "@SUM(A1)", "#N/A", '=HYPERLINK("http://x.test")'])
def test_text_that_looks_like_a_formula_stays_text(text):
    cell = book(**with_row(name=text))["Måltabell"]["B2"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


def test_control_characters_are_left_out():
    cell = book(**with_row(name="Mål\x00 ett\x0b\ud800\uffff"))["Måltabell"]["B2"]
    assert cell.value == "Mål ett"


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    long = Result("AFI", "", False, ACHIEVED, (TextPart("", f"<p>{'ord ' * 10_000}</p>"),))
    value = book(**with_row(results=(long,)))["Måltabell"]["G2"].value
    assert len(value) == LONGEST
    assert "[…] Texten är avkortad här." in value


@pytest.mark.parametrize("character", ["å", "😀"])
def test_length_is_counted_as_spreadsheets_count(character):
    cut = safe_text(character * 40_000)
    assert LONGEST - 1 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST


def test_the_same_document_gives_the_same_bytes_and_no_moment_of_today():
    content = render_xlsx(example_document())
    assert content == render_xlsx(example_document())
    with ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2017, 10, 12)}
    properties = load_workbook(BytesIO(content)).properties
    assert properties.created == properties.modified == datetime(2017, 10, 12, 9, 32)
    assert properties.title == "Delårsrapport augusti 2017"
