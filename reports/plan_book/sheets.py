"""The sheets of the plan workbook and their columns: the contract as data.

Sheet names, headings and words are what other programs write and read. They never change.
"""

from reports.plan_book import words
from reports.plan_book.columns import (
    Column,
    Kind,
    Sheet,
    day,
    id_column,
    integer,
    listed,
    long_text,
    number,
    reference,
    text,
    word,
    yes,
)

REMOVE = "Ta bort"
FIELD = "Fält"
VALUE = "Värde"
GUIDE = "Läs mig"
"""The template's first sheet, which is for people and not read."""
CELLS = tuple(str(number) for number in range(1, 21))

PLAN = Sheet(
    "Plan",
    (
        text("Kommun", 200, required=True),
        text("Kommunkod", 4),
        text("Nämnd", 300, required=True),
        text("Kortnamn", 100),
        text("Plan", 500, required=True),
        integer("Startår", required=True),
        integer("Slutår", required=True),
        day("Antagen"),
        text("Diarienummer", 200),
        long_text("Inledning"),
        text("Ord uppnått", 200),
        text("Ord delvis", 200),
        text("Ord ej", 200),
        text("Ord ej bedömt", 200),
        text("Ord samlad bedömning", 200),
        text("Ord orsak", 200),
        text("Ord åtgärd", 200),
    ),
    key=("Kommun", "Nämnd", "Plan"),
)

UNITS = Sheet(
    "Enheter",
    (id_column("Kod", 80), text("Namn", 300, required=True), reference("Överordnad", "Enheter")),
    key=("Kod",),
)

LEVELS = Sheet(
    "Nivåer",
    (
        id_column("Nivå"),
        text("Plural", 200),
        integer("Ordning", required=True),
        word("Bedöms av", words.ASSESSED_BY, required=True),
    ),
    key=("Nivå",),
)

GOALS = Sheet(
    "Mål",
    (
        id_column(),
        reference("Överordnad", "Mål"),
        reference("Nivå", "Nivåer", required=True),
        text("Benämning", 200),
        text("Nr", 100),
        text("Namn", 2000, required=True),
        long_text("Beskrivning"),
        listed("Ansvarig"),
        integer("År"),
        listed("Bidrar till", "Mål"),
        listed("Enheter", "Enheter"),
    ),
    key=("Id",),
)

INDICATORS = Sheet(
    "Indikatorer",
    (
        id_column(),
        reference("Mål", "Mål"),
        text("Grupp", 500),
        text("Nr", 100),
        text("Namn", 2000, required=True),
        long_text("Beskrivning"),
        word("Typ", words.INDICATOR_KINDS, required=True),
        text("Måttenhet", 100),
        integer("Decimaler"),
        word("Riktning", words.DIRECTIONS),
        word("Frekvens", words.FREQUENCIES),
        yes("Könsuppdelad"),
        yes("Bedöms"),
        listed("Enheter", "Enheter"),
        text("Källa"),
        text("Fotnot"),
        listed("Ansvarig"),
        text("Kolada-id", 100),
    ),
    key=("Id",),
)

TARGETS = Sheet(
    "Målvärden",
    (
        reference("Indikator", "Indikatorer"),
        reference("Mål", "Mål"),
        integer("År", required=True),
        reference("Enhet", "Enheter"),
        word("Kön", words.SEXES),
        text("Delmått", 300),
        number("Värde"),
        number("Övre värde"),
        text("Text", 2000),
        word("Mäts mot", words.MEASURED_AGAINST),
    ),
    key=("Indikator", "Mål", "År", "Enhet", "Kön", "Delmått"),
)

OUTCOMES = Sheet(
    "Utfall",
    (
        reference("Indikator", "Indikatorer", required=True),
        text("Period", 20, required=True),
        reference("Enhet", "Enheter"),
        word("Kön", words.SEXES),
        text("Delmått", 300),
        number("Värde"),
        text("Text", 2000),
        number("Täljare"),
        number("Nämnare"),
        word("Saknas", words.MISSING_REASONS),
        yes("Preliminär"),
        text("Anmärkning"),
    ),
    key=("Indikator", "Period", "Enhet", "Kön", "Delmått"),
)

ROUNDS = Sheet(
    "Uppföljningar",
    (
        id_column(),
        text("Titel", 500, required=True),
        word("Typ", words.ROUND_KINDS, required=True),
        day("Avser", required=True),
        day("Öppnar"),
        day("Senast"),
        word("Läge", words.ROUND_STATES),
    ),
    key=("Id",),
)

ASSIGNMENTS = Sheet(
    "Uppdrag",
    (
        id_column(),
        reference("Mål", "Mål"),
        text("Grupp", 500),
        word("Typ", words.ASSIGNMENT_KINDS, required=True),
        text("Nr", 100),
        text("Namn", 2000, required=True),
        long_text("Beskrivning"),
        text("Givet av", 1000),
        listed("Tillsammans med"),
        listed("Ansvarig"),
        Column("Klart senast", Kind.DAY_OR_TEXT, longest=500),
    ),
    key=("Id",),
)

ASSESSMENTS = Sheet(
    "Bedömningar",
    (
        reference("Uppföljning", "Uppföljningar", required=True),
        reference("Mål", "Mål"),
        reference("Indikator", "Indikatorer"),
        reference("Uppdrag", "Uppdrag"),
        reference("Enhet", "Enheter"),
        text("Enhetstext", 300),
        word("Bedömning", words.STATUSES),
        text("Statustext", 300),
        text("Ref", 200),
        listed("Avser även"),
        word("Trend", words.TRENDS),
        long_text("Kommentar"),
        long_text("Samlad bedömning"),
        long_text("Orsak"),
        long_text("Åtgärd"),
        long_text("Prognos"),
        word("Läge", words.ANSWER_STATES),
    ),
    key=("Uppföljning", "Mål", "Indikator", "Uppdrag", "Enhet", "Ref", "Enhetstext"),
)

REPORTS = Sheet(
    "Rapporter",
    (
        id_column(),
        reference("Uppföljning", "Uppföljningar"),
        word("Mall", words.TEMPLATES, required=True),
        text("Titel", 1000, required=True),
        text("Underrubrik", 1000),
        day("Avser"),
        day("Daterad"),
        text("Diarienummer", 200),
    ),
    key=("Id",),
)

SECTIONS = Sheet(
    "Avsnitt",
    (
        reference("Rapport", "Rapporter", required=True),
        integer("Nivå"),
        text("Titel", 1000),
        word("Typ", words.SECTION_KINDS, required=True),
        long_text("Innehåll", tables=True),
        text("Alternativ"),
    ),
    key=("Rapport", "Typ", "Titel"),
    repeats=True,
)

TABLES = Sheet(
    "Tabeller",
    (
        reference("Rapport", "Rapporter", required=True),
        id_column("Tabell"),
        text("Titel", 1000),
        text("Enhet", 100),
        word("Rad", words.ROW_KINDS, required=True),
        text("Etikett", 2000),
        *(Column(number, Kind.CELL) for number in CELLS),
    ),
    key=("Rapport", "Tabell", "Rad", "Etikett"),
    repeats=True,
)

ATTACHMENTS = Sheet(
    "Bilagor",
    (
        reference("Rapport", "Rapporter", required=True),
        text("Titel", 1000, required=True),
        text("Beskrivning"),
        text("Adress", 2000),
    ),
    key=("Rapport", "Titel"),
    repeats=True,
)

SHEETS = (
    PLAN,
    UNITS,
    LEVELS,
    GOALS,
    INDICATORS,
    TARGETS,
    OUTCOMES,
    ROUNDS,
    ASSIGNMENTS,
    ASSESSMENTS,
    REPORTS,
    SECTIONS,
    TABLES,
    ATTACHMENTS,
)
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
