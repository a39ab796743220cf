"""Every kind of block as a sheet: numbers are numbers and look as in the report, words are words, nothing is lost."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from reports.build.document import (
    Cell,
    Column,
    Detail,
    DocumentSection,
    GoalFollowUp,
    GoalIndicators,
    GoalPart,
    IndicatorGroup,
    IndicatorPart,
    Result,
    Row,
    Table,
    TextPart,
)
from reports.render.xlsx import render_xlsx
from reports.render.xlsx_cells import LONGEST, text_parts
from reports.render.xlsx_figures import cell_value
from reports.render.xlsx_titles import SheetTitles
from tests.render.example_blocks import NOTES, rich_document
from tests.render.example_tables import data_table, figures, heading, number


def book(**overrides):
    return load_workbook(BytesIO(render_xlsx(rich_document(**overrides))))


@pytest.fixture(scope="module")
def rich():
    return book()


def rows_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def columns_of(sheet, heading_row=1):
    heading_words, *rows = rows_of(sheet)[heading_row - 1 :]
    return [dict(zip(heading_words, row, strict=True)) for row in rows]


def test_there_is_a_sheet_for_each_block_called_what_its_section_is(rich):
    assert rich.sheetnames == [
        "Rapport",
        "Driftredovisning",
        "Investeringar",
        "Långtidssjukskrivna",
        "Måluppfyllelse i översikt",
        "Mål för mål",
        "Utfall Mål för mål",
        "Nämndindikatorer",
        "Bedömningar per enhet",
        "Uppföljning av uppdrag",
        "Bilagor",
        "Avsnitt",
        "Noter",
    ]


def test_a_table_has_its_caption_and_unit_above_its_headings(rich):
    sheet = rich["Driftredovisning"]
    assert sheet["A1"].value == "Driftsammandrag, netto, tkr"
    assert [cell.value for cell in sheet[2]] == [
        "Driftsammandrag",
        "Bokslut 2020",
        "Budget 2020",
        "Avvikelse",
        "Bokslut 2019",
    ]
    assert sheet.freeze_panes == "A3"
    assert sheet.auto_filter.ref == f"A2:E{sheet.max_row}"


def test_figures_are_numbers_that_look_as_in_the_report(rich):
    by_label = {row[0].value: row for row in rich["Driftredovisning"].iter_rows(min_row=3)}
    total = by_label["Summa"][1]
    assert (total.value, total.number_format) == (1593404, "#,##0")
    result = by_label["Resultat"][1]
    assert (result.value, result.number_format) == (-12.7, "0.0")


@pytest.mark.parametrize(
    ("text", "value", "number_format"),
    [
        ("89,3\u00a0%", "89.3", '0.0"\u00a0%"'),
        ("92,1\u00a0% (prel.)", "92.14", '0.0"\u00a0% (prel.)"'),
        ("65 ind.", "65", '0" ind."'),
        (">98\u00a0% boende", "98", '">"0"\u00a0% boende"'),
        ("−1\u00a0200,50", "-1200.5", "#,##0.00"),
        ('7 "st"', "7", r'0" "\""st"\"'),
    ],
)
def test_the_format_of_a_number_holds_its_words(text, value, number_format):
    figure = cell_value(Cell(text, value=Decimal(value)))
    assert (figure.value, figure.number_format) == (Decimal(value), number_format)


@pytest.mark.parametrize(("text", "value"), [("två av tre", "0.67"), ("omkring 70", "68"), ("", "3")])
def test_words_that_do_not_show_the_number_stay_words(text, value):
    assert cell_value(Cell(text, value=Decimal(value))) == (text or None)


def test_a_number_in_words_is_no_number():
    assert cell_value(Cell("89 %")) == "89 %"


def test_references_to_notes_stand_after_the_words_and_the_notes_on_their_sheet(rich):
    row = columns_of(rich["Nämndindikatorer"], 2)[0]
    assert row["Indikator"] == "Andel barn och unga som fått insats 0 [1]"
    preliminary = rich["Nämndindikatorer"]["E5"]
    assert (preliminary.value, preliminary.number_format) == (92.1, '0.0"\u00a0% (prel.) [5]"')
    assert rows_of(rich["Noter"])[1:] == [[note.number, note.text] for note in NOTES]


def test_without_notes_there_is_no_sheet_for_them():
    assert "Noter" not in book(sections=(), notes=()).sheetnames


def test_heads_are_merged_as_they_span(rich):
    sheet = rich["Investeringar"]
    assert {str(span) for span in sheet.merged_cells.ranges} >= {"A2:A3", "B2:D2", "E2:G2"}
    assert sheet["E2"].value == "Varav årets investeringar"


def test_sums_are_bold_and_parts_are_set_in(rich):
    by_label = {row[0].value: row[0] for row in rich["Driftredovisning"].iter_rows(min_row=3)}
    assert by_label["Summa"].font.bold
    assert by_label["Resultat"].font.bold
    assert not by_label["Förvaltningskostnader"].font.bold
    assert by_label["varav HVB barn och unga"].alignment.indent > 0


def test_a_heading_that_spans_rows_stands_in_each_so_that_they_can_be_filtered(rich):
    goals = [row["Nämndmål"] for row in columns_of(rich["Nämndindikatorer"], 2)]
    assert goals[:6] == ["Nämndmål 1 Trygg uppväxt för barn"] * 6


def test_a_status_is_its_word(rich):
    row = columns_of(rich["Bedömningar per enhet"], 2)[1]
    assert row["Socialnämnden"] == "Uppfyllt uppåt"
    assert row["VO Barn och familj"] == "Delvis uppfyllt uppåt"


def test_the_follow_up_has_a_row_for_each_subject_and_unit(rich):
    rows = columns_of(rich["Mål för mål"])
    assert [row["Slag"] for row in rows if row["Nummer"] == "1.2"] == ["Mål", "Uppdrag", "Indikator", "Indikator"]
    own = next(row for row in rows if row["Nummer"] == "1.1" and row["Slag"] == "Mål")
    assert (own["Nivå"], own["Enhet"], own["Status"], own["Trend"]) == (
        "Årsmål 2022",
        "Socialnämnden",
        "Delvis uppfyllt",
        "nedåt",
    )
    assert own["Målvärde 2022"] == "54"
    unit = next(row for row in rows if row["Slag"] == "Indikator" and row["Enhet"] == "VO Vuxen")
    assert all(unit[label] for label in ("Samlad bedömning", "Orsak", "Åtgärd"))
    assert unit["Namn"] == "SOC - Bedömning av behov med evidensbaserad metod [1]"


def test_the_figures_of_the_follow_up_are_one_a_row(rich):
    first = columns_of(rich["Utfall Mål för mål"])[0]
    assert (first["Nummer"], first["Serie"], first["Kolumn"], first["Utfall"]) == ("1.1", "Totalt", "2021", 31)


def test_the_figures_have_their_unit_of_measure_and_targets_stand_by_year():
    def part(name, year):
        return GoalPart(name, 0, "Mål", "", name, "", (Detail(f"Målvärde {year}", ("9",)),), (), ())

    head, body = Row((heading("Utfall, mnkr"), heading("2019"))), Row((heading("Totalt"), Cell("13")))
    table = Table("Kostnad", "", (Column(50), Column(50)), (head,), (body,))
    indicator = IndicatorPart("i", "", "Kostnad", "", (), table, (), unit="mnkr")
    groups = (IndicatorGroup("", (indicator,)),)
    block = GoalFollowUp((part("A", 2019), GoalIndicators("ai", 0, "", groups), part("B", 2018)))
    sections = (DocumentSection("a", 1, "Målen", "", block),)
    answers, figures = (book(sections=sections, notes=())[name] for name in ("Målen", "Utfall Målen"))
    assert [heading for heading in rows_of(answers)[0] if "Målvärde" in heading] == ["Målvärde 2018", "Målvärde 2019"]
    assert [row["Måttenhet"] for row in columns_of(figures)] == ["mnkr"]


def test_a_chart_is_the_figures_behind_it(rich):
    rows = columns_of(rich["Långtidssjukskrivna"], 2)
    assert rows[0] == {"Serie": "Totalt", "2018": 54, "2019": 52, "2020": "ej mätt ännu", "2021": 50, "2022": 49}


def test_attachments_are_listed(rich):
    assert columns_of(rich["Bilagor"])[1]["Adress"] == "https://www.example.se/plan.pdf"


def test_a_text_longer_than_a_cell_goes_on_in_a_sheet_of_its_own():
    long = "".join(f"ord{position} " for position in range(12_000)).strip()
    own = Result("Nämnden", "", True, None, (TextPart("", f"<p>{long}</p>"),))
    goals = GoalFollowUp((GoalPart("g", 0, "", "", "Mål", "", (), (own,), ()),))
    outcome = book(sections=(DocumentSection("g", 2, "Mål", "", goals),), notes=())
    cell = next(cell for cell in outcome["Mål"][2] if cell.value and len(str(cell.value)) > 1000)
    (rest,) = {tuple(row.values()) for row in columns_of(outcome["Långa texter"]) if row["Del"] == 2}
    assert rest[:2] == ("Mål", cell.coordinate)
    kept = cell.value.split(" […] Texten är avkortad här.")[0]
    parts = [row["Text"] for row in columns_of(outcome["Långa texter"])]
    assert "".join([kept, *parts]) == long


@pytest.mark.parametrize("character", ["å", "😀"])
def test_no_part_of_a_long_text_is_longer_than_a_cell_and_none_is_lost(character):
    first, *rest = text_parts(character * 100_000)
    assert all(len(part.encode("utf-16-le")) // 2 <= LONGEST for part in (first, *rest))
    assert (first.split(" […]")[0] + "".join(rest)) == character * 100_000


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        ("Mål/medel: [2020]?*", "Mål medel 2020"),
        ("Uppföljning av effekterna för nämndens verksamhet", "Uppföljning av effekterna för"),
        ("'Citerat'", "Citerat"),
        ("x" * 40, "x" * 31),
        ("History", "History 2"),
        ("[]", "Blad"),
    ],
)
def test_a_sheet_has_a_name_that_spreadsheets_take(wanted, title):
    assert SheetTitles().free(wanted) == title


def test_no_two_sheets_have_the_same_name_whatever_the_case():
    titles = SheetTitles()
    assert [titles.free(name) for name in ("Mål", "mål", "MÅL")] == ["Mål", "mål 2", "MÅL 3"]
    long = "y" * 31
    assert [titles.free(long) for _number in range(2)] == [long, "y" * 29 + " 2"]


def test_many_sections_of_one_name_are_told_apart():
    sections = tuple(DocumentSection(f"a{position}", 2, "Tabell", "", data_table()) for position in range(12))
    assert book(sections=sections, notes=()).sheetnames[1:3] == ["Tabell", "Tabell 2"]


def test_text_that_looks_like_a_formula_stays_text():
    table = Table("=1+1", "", (Column(50), Column(50)), (), (Row((heading("=SUM(A1)"), Cell("+46"))),))
    sheet = book(sections=(DocumentSection("t", 2, "T", "", table),), notes=())["T"]
    assert [(cell.data_type, cell.value) for cell in sheet[3]] == [("s", "=SUM(A1)"), ("s", "+46")]


def test_an_empty_cell_is_empty():
    table = Table(
        "T", "", (Column(50), Column(50)), (), (Row((heading("x"), number(""))), Row((heading("y"), *figures("1"))))
    )
    sheet = book(sections=(DocumentSection("t", 2, "T", "", table),), notes=())["T"]
    assert sheet["B3"].value is None
