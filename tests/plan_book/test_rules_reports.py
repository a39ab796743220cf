"""A report's sections and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.plan_book.book import KnownIds
from reports.plan_book.options import OPTION_KEYS, format_options, parse_options
from reports.plan_book.reading import read_workbook
from tests.plan_book.books import faults, file_of, openpyxl_book, package, parts, read, row_of

SECTION = ["Rapport", "Nivå", "Titel", "Typ", "Innehåll", "Alternativ"]
TABLE = ["Rapport", "Tabell", "Titel", "Enhet", "Rad", "Etikett", "1", "2", "3"]
EKO = [TABLE, ["R", "EK", "Budget", "tkr", "rubrik", None, "Budget", "Utfall", "Avvikelse"]]


def section(kind="text", options=None, **more):
    row = {"Rapport": "R", "Nivå": 1, "Titel": "Rubrik", "Typ": kind, "Alternativ": options} | more
    return {"Avsnitt": [SECTION, [row.get(heading) for heading in SECTION]], "Tabeller": EKO}


def options_of(text):
    (row,) = read(section("indikatortabell", text)).of("Avsnitt")
    return row.text("Alternativ")


def test_options_get_a_fixed_order_and_form():
    assert options_of(" Visa = Kommentarer ; perioder= 2018, 2019T2 ;mål=1;") == (
        "mål=1; perioder=2018,2019T2; visa=kommentarer"
    )


def test_an_empty_heading_among_the_options_keeps_its_place():
    assert options_of("rubriker=,Mått,,Utfall") == "rubriker=,Mått,,Utfall"


def test_a_name_that_holds_a_comma_or_a_semicolon_stands_in_quotation_marks():
    levels = {"Nivåer": [["Nivå", "Ordning", "Bedöms av"], ["Mål", 1, "båda"], ["Mål, uppdrag; annat", 2, "båda"]]}
    text = 'nivåer="Mål, uppdrag; annat",Mål; perioder=2018'
    (row,) = read(section("indikatortabell", text) | levels).of("Avsnitt")
    assert row.text("Alternativ") == text
    assert parse_options(text)["nivåer"] == ["Mål, uppdrag; annat", "Mål"]


@given(
    st.dictionaries(st.sampled_from(OPTION_KEYS), st.lists(st.text('a ",;=\n').map(str.strip).filter(bool), min_size=1))
)
def test_any_options_read_back_as_they_were(options):
    assert parse_options(format_options(options)) == options


@pytest.mark.parametrize("text", ['rubriker=5" rör,"Bra" sa de', 'rubriker="a', "rubriker=a=b,c"])
def test_quotation_marks_and_equals_signs_within_an_item_are_plain_characters(text):
    assert parse_options(text)["rubriker"] == text.removeprefix("rubriker=").split(",")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("färg=röd", "nyckeln ”färg” finns inte. Tillåtna nycklar: mål, nivåer, typ, "),
        ("mål=1,7", "”7” finns inte i bladet Mål. Tillåtet: 1."),
        ("nivåer=Nämndmål", "”Nämndmål” finns inte i bladet Nivåer. Tillåtet: Mål."),
        ("indikatorer=I2", "”I2” finns inte i bladet Indikatorer. Tillåtet: I1."),
        ("enheter=AFI", "”AFI” finns inte i bladet Enheter. Där finns inget att hänvisa till."),
        ("tabell=X", "”X” finns inte bland rapportens tabeller i bladet Tabeller. Tillåtet: EK."),
        ("typ=mått", "”mått” är inte tillåtet i typ. Tillåtet: indikator, nyckeltal, volymmått."),
        ("visa=allt", "”allt” är inte tillåtet i visa. Tillåtet: beskrivning, bidrar, ansvarig, bedömning, "),
        ("kolumner=0", "”0” är inte tillåtet i kolumner. Tillåtet: 1, 2, "),
        ("ordning=uppdrag", "”uppdrag” är inte tillåtet i ordning. Tillåtet: mål, indikatorer."),
        ("perioder=augusti", "”augusti” är inte en period."),
        ("perioder 2018", "”perioder 2018” går inte att tolka. Skriv nyckel=värde"),
        ("mål=1; Mål=1", "mål står två gånger. Varje nyckel får stå en gång."),
    ],
)
def test_what_the_options_may_say_is_told(options, told):
    (line,) = faults(section("indikatortabell", options))
    assert line.startswith(f"Avsnitt!F2: {told}")


def test_words_in_the_options_are_matched_without_regard_to_case():
    assert options_of("typ=Nyckeltal,INDIKATOR; ordning=Mål,Indikatorer") == (
        "typ=nyckeltal,indikator; ordning=mål,indikatorer"
    )


@pytest.mark.parametrize(("kind", "options"), [("tabell", None), ("tabell", "tabell="), ("diagram", "perioder=2018")])
def test_a_table_and_a_chart_say_what_they_show(kind, options):
    (line,) = faults(section(kind, options))
    assert line.startswith("Avsnitt!F2: ett ")


@pytest.mark.parametrize(
    ("kind", "options"),
    [("tabell", "tabell=EK"), ("diagram", "indikatorer=I1"), ("diagram", "tabell=EK; kolumner=1,2")],
)
def test_a_table_and_a_chart_that_say_it_are_read(kind, options):
    assert read(section(kind, options)).of("Avsnitt")[0].text("Alternativ") == options


def test_a_stored_table_may_be_shown():
    known = KnownIds(tables=frozenset({("R", "PERS")}))
    assert read(section("tabell", "tabell=PERS"), lambda plan: known).of("Avsnitt")


def test_a_page_break_has_neither_title_nor_content():
    lines = faults(section("sidbrytning", Innehåll="Text"))
    assert [line.partition(":")[0] for line in lines] == ["Avsnitt!C2", "Avsnitt!E2"]


@pytest.mark.parametrize("level", [0, 5])
def test_a_section_lies_on_one_of_four_levels(level):
    (line,) = faults(section(Nivå=level))
    assert line == f"Avsnitt!B2: {level} är inte tillåtet. Skriv ett heltal från 1 till 4."


def cells(*given, kind="rad", formats=()):
    book = openpyxl_book({"Tabeller": [*EKO, ["R", "EK", None, None, kind, "Rad", *given]]})
    for column, code in formats:
        book["Tabeller"][f"{column}3"].number_format = code
    row = read_workbook(file_of(book)).of("Tabeller")[1]
    return [row.text(heading) for heading in ("1", "2", "3")]


def test_cells_are_numbers_as_text_or_words():
    assert cells("1 593 404", -12.7, "ca 40") == ["1593404", "-12,7", "ca 40"]
    assert cells("−12,70", "81,2 %", None) == ["-12,70", "81,2 %", ""]
    assert cells(0.812, "1.234", "2022-08-31", formats=[("G", "0.0%")]) == ["81,2 %", "1.234", "2022-08-31"]


def test_a_computation_is_read_as_its_text():
    assert cells("=1-2", "1/2*100", 1, kind="beräkning") == ["1-2", "1/2*100", "1"]
    assert cells("(1 - 2) / 2 * 100", "-1+2", "1−2", kind="Beräkning") == ["(1 - 2) / 2 * 100", "-1+2", "1−2"]


def test_a_computation_that_is_a_formula_with_a_saved_value_is_still_its_text():
    row = row_of(["R", "EK", "beräkning"]).replace("</row>", "<c><f>1-2</f><v>-1</v></c></row>")
    sheets = {"Rapporter": row_of(["Id", "Mall", "Titel"]) + row_of(["R", "tom", "En rapport"])}
    sheets["Tabeller"] = row_of(["Rapport", "Tabell", "Rad", "3"]) + row
    (read_row,) = read_workbook(package(parts(sheets))).of("Tabeller")
    assert read_row.text("3") == "1-2"


@pytest.mark.parametrize("text", ["=B2-C2", "1-", "(1-2", "1 2", "summa", "2022-08-31", "1--"])
def test_what_is_no_computation_is_a_fault(text):
    (line,) = faults({"Tabeller": [*EKO, ["R", "EK", None, None, "beräkning", None, text]]})
    assert line.startswith("Tabeller!G3: ”")
    assert "är ingen uträkning" in line


def test_other_rows_take_a_formulas_saved_value():
    (line,) = faults({"Tabeller": [*EKO, ["R", "EK", None, None, "rad", "Rad", "=1+1"]]})
    assert line.startswith("Tabeller!G3: formeln har inget sparat värde.")


def test_a_tables_title_is_the_first_given_and_another_is_warned_of():
    book = read({"Tabeller": [*EKO, ["R", "EK", "Prognos", "tkr", "rad", "Rad", 1, 2, 3]]})
    assert book.warnings == ("Tabeller!C3: ”Prognos” läses inte, eftersom tabellen ovanför har Titel ”Budget”.",)
