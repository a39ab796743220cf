"""Books for tests: rows by sheet, with the headings of the workbook, as a reader would have given them."""

from datetime import date
from decimal import Decimal

from followup.core.access import COMMAND_LINE
from reports.commands.plan_import import BookFile, import_plan
from reports.plan_book.book import BookRow, PlanBook
from reports.plan_book.sheets import BY_NAME

A_FILE = BookFile("planbok.xlsx", "0" * 64)


def a_plan_row(**overrides):
    return {
        "Kommun": "Testköping",
        "Nämnd": "Socialnämnden",
        "Plan": "Plan 2022",
        "Startår": 2022,
        "Slutår": 2023,
    } | overrides


def a_book(plan=None, /, **sheets):
    """`a_book(Mål=[{"Id": "m1", …}])`; a row with `Ta bort` removes. Rows are numbered as under one heading row."""
    rows = {"Plan": (a_row("Plan", plan or a_plan_row(), 1),)}
    for sheet, given in sheets.items():
        rows[sheet] = tuple(a_row(sheet, values, number) for number, values in enumerate(given, start=2))
    return PlanBook(rows)


def a_row(sheet, values, number):
    headings = [column.heading for column in BY_NAME[sheet].columns]
    columns = {heading: "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place] for place, heading in enumerate(headings)}
    said = {heading: value for heading, value in values.items() if heading != "Ta bort"}
    assert set(said) <= set(headings), set(said) - set(headings)
    return BookRow(sheet, said, number, columns, removes=bool(values.get("Ta bort")))


def a_full_book():
    """A small plan with something on every sheet."""
    return a_book(
        a_plan_row(
            Kommunkod="0580",
            Kortnamn="SN",
            Antagen=date(2021, 12, 1),
            Inledning="Ett stycke.\n\n- en punkt",
            **{"Ord ej": "Inte uppnått"},
        ),
        Enheter=[{"Kod": "AFI", "Namn": "Försörjning"}, {"Kod": "IFO", "Namn": "Individ", "Överordnad": "AFI"}],
        Nivåer=[
            {"Nivå": "Område", "Ordning": 1, "Bedöms av": "nobody"},
            {"Nivå": "Mål", "Ordning": 2, "Bedöms av": "both"},
        ],
        Mål=[
            {
                "Id": "m1",
                "Överordnad": "o1",
                "Nivå": "Mål",
                "Nr": "1",
                "Namn": "Trygghet",
                "Beskrivning": "En *viktig* text.",
                "Ansvarig": ("Chef", "Chef"),
                "Bidrar till": ("o1", "o1"),
                "Enheter": ("IFO", "AFI", "IFO"),
            },
            {"Id": "o1", "Nivå": "Område", "Namn": "Området", "År": 2022},
            {"Id": "m2", "Överordnad": "o1", "Nivå": "Mål", "Nr": "2", "Namn": "Kvalitet"},
        ],
        Indikatorer=[
            {
                "Id": "i1",
                "Mål": "m1",
                "Namn": "Andel nöjda",
                "Typ": "indicator",
                "Måttenhet": "%",
                "Decimaler": 1,
                "Könsuppdelad": True,
                "Bedöms": True,
                "Enheter": ("IFO",),
                "Källa": "Enkäten",
            },
            {"Id": "i2", "Namn": "Platser", "Typ": "volume"},
        ],
        Målvärden=[
            {"Indikator": "i1", "År": 2022, "Värde": Decimal("80.5")},
            {"Mål": "m2", "År": 2023, "Text": "Två nya"},
        ],
        Utfall=[
            {"Indikator": "i1", "Period": "2022", "Värde": Decimal("81.2")},
            {"Indikator": "i1", "Period": "2022", "Kön": "women", "Värde": Decimal("83"), "Preliminär": True},
            {"Indikator": "i1", "Period": "2022T2", "Enhet": "IFO", "Saknas": "not_yet", "Anmärkning": "Kommer"},
        ],
        Uppföljningar=[{"Id": "u1", "Titel": "Delår", "Typ": "interim", "Avser": date(2022, 8, 31), "Läge": "closed"}],
        Uppdrag=[
            {
                "Id": "a1",
                "Mål": "m1",
                "Typ": "assignment",
                "Namn": "Utred",
                "Klart senast": date(2022, 12, 31),
                "Tillsammans med": ("KS", "BN"),
            },
            {"Id": "a2", "Typ": "activity", "Namn": "Utbilda", "Klart senast": "Löpande"},
        ],
        Bedömningar=[
            {"Uppföljning": "u1", "Mål": "m1", "Enhet": "AFI", "Bedömning": "achieved", "Kommentar": "Bra."},
            {
                "Uppföljning": "u1",
                "Mål": "m1",
                "Ref": "1-2",
                "Bedömning": "not_achieved",
                "Avser även": ("i1", "a1"),
                "Läge": "draft",
            },
            {"Uppföljning": "u1", "Uppdrag": "a1", "Bedömning": "ongoing", "Trend": "up", "Läge": "ready"},
        ],
        Rapporter=[
            {"Id": "r1", "Uppföljning": "u1", "Mall": "interim", "Titel": "Delårsrapport"},
            {"Id": "r2", "Mall": "interim", "Titel": "Utan avsnitt"},
        ],
        Avsnitt=[
            {"Rapport": "r1", "Nivå": 1, "Titel": "Inledning", "Typ": "text", "Innehåll": "Text."},
            {"Rapport": "r1", "Nivå": 2, "Titel": "", "Typ": "text", "Innehåll": "Mer."},
            {"Rapport": "r1", "Titel": "", "Typ": "text", "Innehåll": "Mest."},
            {"Rapport": "r1", "Titel": "Mål", "Typ": "goal_table", "Alternativ": "mål=o1; perioder=2021,2022"},
        ],
        Tabeller=[
            {
                "Rapport": "r1",
                "Tabell": "t1",
                "Titel": "Ekonomi",
                "Enhet": "tkr",
                "Rad": "heading",
                "1": "Budget",
                "2": "Utfall",
            },
            {"Rapport": "r1", "Tabell": "t1", "Rad": "row", "Etikett": "Lön", "1": "10", "2": "11,50"},
            {"Rapport": "r1", "Tabell": "t1", "Rad": "row", "Etikett": "Lön", "1": "12", "3": "x"},
            {"Rapport": "r1", "Tabell": "t2", "Rad": "row", "Etikett": "Annat", "1": "1"},
        ],
        Bilagor=[{"Rapport": "r1", "Titel": "Bilaga 1", "Adress": "https://exempel.se"}],
    )


def read_in(book, by=COMMAND_LINE, **options):
    return import_plan(book=book, by=by, file=A_FILE, **options)


def only(imported):
    """The counts of the sheets that change."""
    return {name: sheet.counts for name, sheet in imported.changes.sheets.items() if sheet.is_change}


def rows_of(book, sheet, *, without=(), **changes):
    """The rows of a sheet as a test may change them: by the key of the row."""
    return [
        dict(row.values) | changes.get(row.text("Id"), {}) for row in book.of(sheet) if row.text("Id") not in without
    ]
