"""What a cell is read as, by its column's kind."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from reports.plan_book.reading import read_workbook
from tests.plan_book.books import INDICATORS, faults, file_of, openpyxl_book, package, parts, read, refused, row_of

FIGURES = ["Indikator", "Period", "Värde", "Text", "Saknas", "Preliminär", "Anmärkning"]


def outcomes(*rows):
    return {"Utfall": [FIGURES, *rows]}


def outcome(value, number_format=None):
    """The row of an outcome whose value is in a cell of the format."""
    book = openpyxl_book(outcomes(["I1", "2022", value, "text"]))
    if number_format:
        book["Utfall"]["C2"].number_format = number_format
    (row,) = read_workbook(file_of(book)).of("Utfall")
    return row.decimal("Värde")


def goal(heading, value, number_format=None):
    book = openpyxl_book({"Mål": [["Id", "Nivå", "Namn", heading], ["1", "Mål", "Ett mål", value]]})
    if number_format:
        book["Mål"]["D2"].number_format = number_format
    (row,) = read_workbook(file_of(book)).of("Mål")
    return row.values[heading]


def round_of(day, heading="Öppnar"):
    rows = [["Id", "Titel", "Typ", "Avser", heading], ["T2", "Tertial 2", "tertial 2", "2022-08-31", day]]
    return {"Uppföljningar": rows}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1 593 404", "1593404"),
        ("1\u00a0593\u202f404", "1593404"),
        ("-12,7", "-12.7"),
        ("−12,70", "-12.7"),
        ("81,2 %", "81.2"),
        (" 7 ", "7"),
        (0.1 + 0.2, "0.3"),
        (2022, "2022"),
        (-0.0, "0"),
        (1e-12, "0"),
        (123456789012345, "123456789012345"),
        (0.1234567891234, "0.1234567891"),
    ],
)
def test_numbers_come_from_cells_and_from_swedish_text(typed, number):
    assert outcome(typed) == Decimal(number)


@pytest.mark.parametrize("code", ["0%", "0.0%", "0.00 %", "#,##0%;[Red]-0%", "_-0%_-"])
def test_a_cell_formatted_as_percent_is_read_as_it_is_shown(code):
    assert outcome(0.81, code) == 81
    assert outcome(0.8119999999999999, code) == Decimal("81.2")


@pytest.mark.parametrize("code", ["General", '0.0"%"', r"0.0\%", '#,##0 "kr"', "0.00E+00"])
def test_a_number_with_another_format_is_read_as_it_is(code):
    assert outcome(0.81, code) == Decimal("0.81")


@pytest.mark.parametrize("typed", ["tolv", "1,2,3", "1.234", "12 34", 1e20, "1234567890123456", "1,12345678901", True])
def test_what_is_no_number_is_a_fault(typed):
    (line,) = faults(outcomes(["I1", "2022", typed]))
    assert line.startswith("Utfall!C2: ")


def test_a_missing_value_is_never_a_zero():
    (row,) = read(outcomes(["I1", "2022", None, None, "Ej mätt ännu"])).of("Utfall")
    assert row.decimal("Värde") is None
    assert row.text("Saknas") == "not_yet"


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (date(2022, 8, 31), date(2022, 8, 31)),
        (datetime(2022, 8, 31), date(2022, 8, 31)),
        ("2022-08-31", date(2022, 8, 31)),
        (" 2022-08-31 00:00:00 ", date(2022, 8, 31)),
        (date(1900, 1, 1), date(1900, 1, 1)),
        (date(1900, 2, 28), date(1900, 2, 28)),
        (date(1900, 3, 1), date(1900, 3, 1)),
        (None, None),
    ],
)
def test_days_come_from_date_cells_and_from_text(given, day):
    (row,) = read(round_of(given)).of("Uppföljningar")
    assert row.day("Öppnar") == day


@pytest.mark.parametrize(
    "given",
    [
        "1899-12-31",
        "31/8 2022",
        "2022-02-30",
        44804,
        datetime(2022, 8, 31, 14, 30),
        time(14, 30),
        date(1899, 12, 31),
        date(1850, 1, 1),
        "20220831",
    ],
)
def test_what_is_no_day_from_1900_is_a_fault(given):
    (line,) = faults(round_of(given))
    assert line.startswith("Uppföljningar!E2: ")


def test_a_workbook_that_counts_from_1904_has_the_same_days():
    book = openpyxl_book(round_of(date(2022, 9, 1)))
    book.epoch = datetime(1904, 1, 1)
    (row,) = read_workbook(file_of(book)).of("Uppföljningar")
    assert row.day("Öppnar") == date(2022, 9, 1)


def test_the_day_that_never_was_is_a_fault():
    styles = '<s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></s>'
    head = row_of(["Id", "Titel", "Typ", "Avser"])
    row = row_of(["T", "T", "helår"]).replace("</row>", '<c s="1"><v>60</v></c></row>')
    (line,) = refused(package(parts({"Uppföljningar": head + row}, styles=styles)))
    assert line == ("Uppföljningar!D2: cellen innehåller ett datum som inte finns. Skriv ett värde eller töm cellen.")


@pytest.mark.parametrize(
    ("given", "text"),
    [(2018, "2018"), (7.5, "7,5"), (1.0, "1"), (date(2022, 8, 31), "2022-08-31"), (True, "SANT"), ("  a b ", "a b")],
)
def test_a_text_is_what_a_person_sees_in_the_cell(given, text):
    assert goal("Nr", given) == text


def test_a_percentage_in_a_column_of_text_keeps_its_sign():
    assert goal("Nr", 0.5, "0%") == "50 %"


def test_an_id_that_is_a_number_is_what_refers_to_it_as_text():
    goals = [
        ["Id", "Överordnad", "Nivå", "Namn"],
        [1, None, "Mål", "Ett"],
        ["2", "1", "Mål", "Två"],
        [3.0, 2, "Mål", "Tre"],
    ]
    assert [row.text("Överordnad") for row in read({"Mål": goals}).of("Mål")] == ["", "1", "2"]


@pytest.mark.parametrize(
    ("given", "is_yes"),
    [
        ("ja", True),
        ("JA", True),
        ("x", True),
        ("nej", False),
        (None, False),
        (True, True),
        (False, False),
        ("Sant", True),
    ],
)
def test_yes_is_said_in_few_ways(given, is_yes):
    (row,) = read(outcomes(["I1", "2022", 1, None, None, given])).of("Utfall")
    assert row.yes("Preliminär") is is_yes


@pytest.mark.parametrize("given", ["kanske", 1, "j"])
def test_what_is_neither_yes_nor_no_is_a_fault(given):
    (line,) = faults(outcomes(["I1", "2022", 1, None, None, given]))
    assert line.startswith("Utfall!F2: ")
    assert "Skriv ja" in line


def test_words_are_matched_without_regard_to_case_and_space():
    (row,) = read({"Indikatorer": [INDICATORS[0], ["I1", "En", " NyckelTal "]]}).of("Indikatorer")
    assert row.text("Typ") == "key_figure"


def test_an_unknown_word_is_told_with_those_that_are_allowed():
    (line,) = faults({"Indikatorer": [INDICATORS[0], ["I1", "En", "mått"]]})
    assert line == "Indikatorer!C2: ”mått” är inte tillåtet. Tillåtna ord: indikator, nyckeltal, volymmått."


def test_a_list_keeps_order_and_doubles_and_drops_empty_items():
    assert goal("Ansvarig", " Chef ; ;Controller;Chef; ") == ("Chef", "Controller", "Chef")


def test_a_long_text_gets_its_canonical_form():
    assert goal("Beskrivning", "Ett stycke  \r\nrad två\n\n\n\n- en punkt\n- en till") == (
        "Ett stycke\nrad två\n\n- en punkt\n- en till"
    )


@pytest.mark.parametrize("heading", ["Nr", "Beskrivning", "Ansvarig"])
def test_a_control_character_is_a_fault(heading):
    escaped = row_of(["1", "Mål", "Ett", "a_x0007_b"])
    sheets = {"Nivåer": row_of(["Nivå", "Ordning", "Bedöms av"]) + row_of(["Mål", "1", "båda"])}
    sheets["Mål"] = row_of(["Id", "Nivå", "Namn", heading]) + escaped
    (line,) = refused(package(parts(sheets)))
    assert line.startswith("Mål!D2: ")
    assert "styrtecknet U+0007" in line


def test_a_text_that_is_too_long_is_a_fault():
    (line,) = faults({"Mål": [["Id", "Nivå", "Namn"], ["1", "Mål", "x" * 2001]]})
    assert line == "Mål!C2: texten är för lång: 2001 tecken. Högst 2000 får plats."


def test_a_formula_without_a_saved_value_is_a_fault():
    (line,) = faults(outcomes(["I1", "2022", "=1+1"]))
    assert line.startswith("Utfall!C2: formeln har inget sparat värde.")


def test_a_formula_is_read_as_its_saved_value():
    head = row_of(["Indikator", "Period", "Värde", "Text"])
    row = row_of(["I1", "2022"]).replace("</row>", '<c><f>40+2</f><v>42</v></c><c t="str"><f>""</f><v></v></c></row>')
    sheets = {"Indikatorer": row_of(INDICATORS[0]) + row_of(INDICATORS[1]), "Utfall": head + row}
    (read_row,) = read_workbook(package(parts(sheets))).of("Utfall")
    assert read_row.decimal("Värde") == 42
    assert read_row.text("Text") == ""


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!"])
def test_an_error_value_is_a_fault(error):
    (line,) = faults(outcomes(["I1", "2022", error]))
    assert line == f"Utfall!C2: cellen innehåller felvärdet {error}. Skriv ett värde eller töm cellen."


@pytest.mark.parametrize(
    ("given", "code"),
    [(2022, "2022"), ("2022t2", "2022T2"), ("2022K3", "2022K3"), ("2022-01..2022-08", "2022-01..2022-08")],
)
def test_a_period_gets_its_canonical_code(given, code):
    (row,) = read(outcomes(["I1", given, 1])).of("Utfall")
    assert row.text("Period") == code


def test_a_month_that_the_spreadsheet_made_a_date_of_is_that_month():
    (row,) = read(outcomes(["I1", date(2022, 8, 1), 1])).of("Utfall")
    assert row.text("Period") == "2022-08"


@pytest.mark.parametrize("given", ["2022T4", "augusti", date(2022, 8, 15), "1899", "2022-08..2022-01"])
def test_what_is_no_period_is_a_fault(given):
    (line,) = faults(outcomes(["I1", given, 1]))
    assert line.startswith("Utfall!B2: ")


def test_a_deadline_is_a_day_or_words():
    rows = [["Id", "Typ", "Namn", "Klart senast"], ["U1", "uppdrag", "Ett", date(2022, 12, 31)]]
    rows += [["U2", "aktivitet", "Två", "2022-12-31"], ["U3", "uppdrag", "Tre", "Hösten 2022"]]
    assert [row.values["Klart senast"] for row in read({"Uppdrag": rows}).of("Uppdrag")] == [
        date(2022, 12, 31),
        date(2022, 12, 31),
        "Hösten 2022",
    ]
