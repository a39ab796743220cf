"""A text beside a table: other differences, other ways, and what agrees."""

from dataclasses import replace

import pytest

from reports.build.part_facts import SectionFact
from reports.checks.told import told
from tests.build.data_tables import a_table
from tests.checks.scopes import a_scope


def messages(*sections, table):
    """Of sections where the first shows the table; without the place, which is told of apart."""
    found = told(a_scope(sections=sections, tables=(table,)))
    return [item.message.replace("\xa0", " ").removeprefix(f"{item.where}: ") for item in found]


STAFF = a_table(
    ("rubrik", "", "2021", "2021", "2022", "2022"),
    ("rubrik", "", "Antal personer", "Årsarbetare", "Antal personer", "Årsarbetare"),
    ("rad", "Kvinnor", "760", "756,7", "773", "768,7"),
    ("rad", "Män", "252", "250,3", "259", "258,2"),
    ("summa", "Totalt", "1012", "1007", "1032", "1026,9"),
)


def beside(text, title="", kind="text"):
    shown = SectionFact(1, 1, "Personal", "data_table", "", {"tabell": ("t",)})
    return messages(shown, SectionFact(2, 1, title, kind, f"<p>{text}</p>"), table=STAFF)


def test_a_text_under_a_table_of_staff():
    assert beside("Medarbetarna är 23 fler än i augusti i fjol.") == [
        "Det står ”Medarbetarna är 23 fler”, men i tabellen ”Tabellen” är det 1 032 − 1 012 = 20."
    ]
    assert len(beside("Det är 23 fler medarbetare i år jämfört med augusti föregående år.")) == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Medarbetarna är 20 fler än i augusti i fjol.", ""),
        ("Medarbetarna är ungefär 23 fler än i fjol.", ""),
        ("Medarbetarna är 23 fler än på AFI.", ""),
        ("Besöken är 23 fler än i fjol.", ""),
        ("Medarbetarna är 23 fler än i augusti i fjol.", "Något annat"),
    ],
)
def test_a_text_that_agrees_or_is_about_something_else(text, title):
    assert beside(text, title) == []


ABSENCE = a_table(
    ("rubrik", "", "Sjukfrv %, jan-jul 2020", "Sjukfrv %, jan-jul 2021", "Sjukfrv %, jan-jul 2022"),
    ("rad", "Kvinnor", "9,65", "8,02", "8,26"),
    ("rad", "Män", "6,12", "5,05", "5,58"),
    ("total", "Totalt", "8,73", "7,24", "7,54"),
)


def under_absence(text, table=ABSENCE):
    section = SectionFact(1, 1, "Sjukfrånvaro", "data_table", f"<p>{text}</p>", {"tabell": ("t",)})
    return messages(section, table=table)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Männens frånvaro har stigit, medan kvinnornas är en aning lägre.", "kvinnornas är en aning lägre"),
        ("Frånvaron för män har ökat medan kvinnors frånvaro sjunkit något.", "kvinnors frånvaro sjunkit något"),
    ],
)
def test_a_text_that_says_another_way_than_the_table(text, clause):
    assert under_absence(text) == [
        f"Det står ”{clause}”, men i tabellen ”Tabellen” går Kvinnor från 8,02 (2021) till 8,26 (2022)."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Männens frånvaro har stigit, och kvinnornas är högre.",
        "Kvinnornas frånvaro är lägre än före pandemin.",
        "Kvinnornas frånvaro har sjunkit sedan 2020.",
        "Kvinnornas frånvaro har sjunkit med 2 procentenheter.",
        "Kvinnornas frånvaro har inte sjunkit.",
        "Frånvaron är lägre.",
        "Kvinnornas löner är lägre.",
        "Antalet kvinnor har minskat.",
    ],
)
def test_a_direction_that_agrees_or_is_of_something_else(text):
    assert under_absence(text) == []


@pytest.mark.parametrize("heading", ["Lön 2022", "Sjukfrv %, jan-jul", "Sjukfrv %, jan-jul 2020"])
def test_columns_that_are_not_the_same_year_after_year_have_no_direction(heading):
    head = replace(ABSENCE.rows[0], cells=(*ABSENCE.rows[0].cells[:2], heading))
    table = replace(ABSENCE, rows=(head, *ABSENCE.rows[1:]))
    assert under_absence("Kvinnornas frånvaro har sjunkit.") != []
    assert under_absence("Kvinnornas frånvaro har sjunkit.", table) == []
