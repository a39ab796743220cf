"""A plan book kept as TOML is read by the same rules as a workbook."""

from datetime import date
from decimal import Decimal

import pytest

from reports.plan_book.book import BookFault
from reports.plan_book.reading import fixture_books, read_fixture

PLAN = """
[Plan]
Kommun = "Exempelkommun"
"Nämnd" = "Socialnämnden"
Plan = "Verksamhetsplan 2022"
"Startår" = 2022
"Slutår" = 2022
"""
LEVELS = """
[["Nivåer"]]
"Nivå" = "Mål"
Ordning = 1
"Bedöms av" = "båda"
"""


def fixture(folder, text, name="bok.toml"):
    path = folder / name
    path.write_text(PLAN + LEVELS + text, encoding="utf-8")
    return path


def lines_of(path):
    with pytest.raises(BookFault) as refusal:
        read_fixture(path)
    return list(refusal.value.lines)


def test_values_have_the_kinds_of_toml(tmp_path):
    book = read_fixture(
        fixture(
            tmp_path,
            """
[["Mål"]]
Id = 1
"Nivå" = "Mål"
Namn = "Ett mål"
Ansvarig = ["Chef", "Chef", ""]
Beskrivning = '''
Ett stycke.

Ett till.'''

[[Indikatorer]]
Id = "I1"
Namn = "En"
Typ = "indikator"
"Könsuppdelad" = true

[[Utfall]]
Indikator = "I1"
Period = 2022
"Värde" = 12.70

[["Uppföljningar"]]
Id = "T2"
Titel = "Tertial 2"
Typ = "tertial 2"
Avser = 2022-08-31
""",
        )
    )
    (goal,) = book.of("Mål")
    assert goal.text("Id") == "1"
    assert goal.texts("Ansvarig") == ("Chef", "Chef")
    assert goal.text("Beskrivning") == "Ett stycke.\n\nEtt till."
    assert book.of("Indikatorer")[0].yes("Könsuppdelad")
    assert book.of("Utfall")[0].decimal("Värde") == Decimal("12.7")
    assert book.of("Uppföljningar")[0].day("Avser") == date(2022, 8, 31)


def test_the_cells_of_a_table_may_stand_in_one_array(tmp_path):
    book = read_fixture(
        fixture(
            tmp_path,
            """
[[Rapporter]]
Id = "R"
Mall = "tom"
Titel = "En rapport"

[[Tabeller]]
Rapport = "R"
Tabell = "EK"
Rad = "rad"
Etikett = "Personal"
celler = ["1 200", 1250, -12.70, "ca 40"]
""",
        )
    )
    (row,) = book.of("Tabeller")
    assert [row.text(column) for column in ("1", "2", "3", "4")] == ["1200", "1250", "-12,70", "ca 40"]


def test_faults_are_placed_by_the_row_in_its_sheet(tmp_path):
    path = fixture(
        tmp_path, '[["Mål"]]\nId = "1"\n"Nivå" = "Mål"\nNamn = "Ett"\n[["Mål"]]\nId = "2"\n"Nivå" = "Nivå X"\n'
    )
    assert lines_of(path) == [
        "Mål, rad 2, Namn: Namn måste fyllas i.",
        "Mål, rad 2, Nivå: ”Nivå X” finns inte i bladet Nivåer. Tillåtet: Mål.",
    ]


def test_unknown_tables_and_keys_are_warned_of(tmp_path):
    goal = '[["Mål"]]\nId = "1"\n"Nivå" = "Mål"\nNamn = "Ett"\n"Färg" = "röd"\n'
    book = read_fixture(fixture(tmp_path, f"[Annat]\na = 1\n{goal}"))
    assert book.warnings == (
        "bladet ”Annat” är okänt och läses inte.",
        "Mål: kolumnen ”Färg” är okänd och läses inte.",
    )


def test_a_semicolon_cannot_stand_in_an_item_of_a_list(tmp_path):
    path = fixture(tmp_path, '[["Mål"]]\nId = "1"\n"Nivå" = "Mål"\nNamn = "Ett"\nAnsvarig = ["a; b"]\n')
    (line,) = lines_of(path)
    assert line.startswith("Mål, rad 1, Ansvarig: ett semikolon skiljer delarna i en lista åt")


@pytest.mark.parametrize("text", ['"Mål" = "ett"', "[[Plan]]", "x = = 1", '[["Mål"]]\nId = {a = 1}'])
def test_what_has_another_form_is_told(tmp_path, text):
    path = tmp_path / "bok.toml"
    path.write_text(text, encoding="utf-8")
    assert lines_of(path)


def test_a_folder_is_one_book_of_its_files_in_order_of_their_names(tmp_path):
    goal = '[["Mål"]]\nId = "{key}"\n"Nivå" = "Mål"\nNamn = "Ett"\n'
    (tmp_path / "2-fler.toml").write_text(goal.format(key="2"), encoding="utf-8")
    fixture(tmp_path, goal.format(key="1"), name="1-plan.toml")
    assert [row.text("Id") for row in read_fixture(tmp_path).of("Mål")] == ["1", "2"]


def test_a_field_of_the_plan_stands_in_one_file(tmp_path):
    fixture(tmp_path, "", name="1.toml")
    (tmp_path / "2.toml").write_text('[Plan]\nKommun = "En annan"\n', encoding="utf-8")
    assert lines_of(tmp_path) == ["Plan, Kommun: fältet står två gånger. Varje fält får stå en gång."]


def test_books_are_files_and_folders_in_order(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.toml").touch()
    (tmp_path / "tom").mkdir()
    for name in ("c.toml", "a.toml", "README.md"):
        (tmp_path / name).touch()
    assert [path.name for path in fixture_books(tmp_path)] == ["a.toml", "b", "c.toml"]
