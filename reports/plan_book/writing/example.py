"""The template's example: a small plan that says of itself that it is one, and hangs together."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from goals.choices import AssessedBy, AssignmentKind, AssignmentStatus, GoalStatus
from indicators.choices import DesiredDirection, Frequency, IndicatorKind
from reports.choices import ReportTemplate, RoundKind, RoundState, RowKind, SectionKind, Trend
from reports.plan_book.book import Value

_Row = Mapping[str, Value]

EXAMPLE: Mapping[str, tuple[_Row, ...]] = {
    "Plan": (
        {
            "Kommun": "Exempelkommun",
            "Nämnd": "Exempelnämnden",
            "Kortnamn": "EN",
            "Plan": "Exempel: verksamhetsplan 2022",
            "Startår": 2022,
            "Slutår": 2022,
            "Antagen": date(2021, 12, 14),
            "Diarienummer": "EN 2021-1",
            "Inledning": "Planen är ett exempel.\n\nSkriv er egen inledning här, eller lämna cellen tom.",
        },
    ),
    "Enheter": (
        {"Kod": "A", "Namn": "Exempel: avdelning A"},
        {"Kod": "A1", "Namn": "Exempel: enhet A1", "Överordnad": "A"},
    ),
    "Nivåer": (
        {"Nivå": "Område", "Plural": "Områden", "Ordning": 1, "Bedöms av": AssessedBy.NOBODY},
        {"Nivå": "Nämndmål", "Plural": "Nämndmål", "Ordning": 2, "Bedöms av": AssessedBy.BOTH},
    ),
    "Mål": (
        {"Id": "O1", "Nivå": "Område", "Namn": "Exempel: Ett område"},
        {
            "Id": "M1",
            "Överordnad": "O1",
            "Nivå": "Nämndmål",
            "Nr": "1.1",
            "Namn": "Exempel: Invånarna får svar i tid",
            "Beskrivning": "Beskriv målet här.",
            "Ansvarig": ("Avdelningschef", "Controller"),
            "Enheter": ("A",),
        },
    ),
    "Indikatorer": (
        {
            "Id": "I1",
            "Mål": "M1",
            "Nr": "1.1.1",
            "Namn": "Exempel: Andel svar inom två arbetsdagar",
            "Typ": IndicatorKind.INDICATOR,
            "Måttenhet": "%",
            "Decimaler": 1,
            "Riktning": DesiredDirection.INCREASE,
            "Frekvens": Frequency.TERTIAL,
            "Könsuppdelad": True,
            "Källa": "Exempelsystemet",
        },
    ),
    "Målvärden": ({"Indikator": "I1", "År": 2022, "Värde": Decimal(90)},),
    "Utfall": (
        {"Indikator": "I1", "Period": "2021", "Värde": Decimal("81.2")},
        {"Indikator": "I1", "Period": "2022T2", "Värde": Decimal(88), "Preliminär": True},
    ),
    "Uppföljningar": (
        {
            "Id": "T2",
            "Titel": "Exempel: Tertial 2 2022",
            "Typ": RoundKind.TERTIAL_2,
            "Avser": date(2022, 8, 31),
            "Öppnar": date(2022, 9, 1),
            "Senast": date(2022, 9, 16),
            "Läge": RoundState.PLANNED,
        },
    ),
    "Uppdrag": (
        {
            "Id": "U1",
            "Mål": "M1",
            "Typ": AssignmentKind.ASSIGNMENT,
            "Namn": "Exempel: Ta fram en rutin för svar",
            "Givet av": "Kommunfullmäktige",
            "Ansvarig": ("Avdelningschef",),
            "Klart senast": date(2022, 12, 31),
        },
    ),
    "Bedömningar": (
        {
            "Uppföljning": "T2",
            "Mål": "M1",
            "Enhet": "A",
            "Bedömning": GoalStatus.PARTLY,
            "Trend": Trend.UP,
            "Kommentar": "Skriv avdelningens kommentar här.",
            "Orsak": "Varför målet inte är uppnått.",
            "Åtgärd": "Vad som görs åt det.",
        },
        {"Uppföljning": "T2", "Uppdrag": "U1", "Bedömning": AssignmentStatus.ONGOING},
    ),
    "Rapporter": (
        {
            "Id": "R1",
            "Uppföljning": "T2",
            "Mall": ReportTemplate.TERTIAL,
            "Titel": "Exempel: Tertialrapport 2 2022",
            "Avser": date(2022, 8, 31),
        },
    ),
    "Avsnitt": (
        {"Rapport": "R1", "Nivå": 1, "Titel": "Mål", "Typ": SectionKind.GOAL_FOLLOW_UP},
        {
            "Rapport": "R1",
            "Nivå": 1,
            "Titel": "Ekonomi",
            "Typ": SectionKind.DATA_TABLE,
            "Innehåll": "Texten står före tabellen.",
            "Alternativ": "tabell=EK",
        },
    ),
    "Tabeller": (
        {
            "Rapport": "R1",
            "Tabell": "EK",
            "Titel": "Exempel: Budget och prognos",
            "Enhet": "tkr",
            "Rad": RowKind.HEADING,
            "1": "Budget",
            "2": "Prognos",
            "3": "Avvikelse",
        },
        {"Rapport": "R1", "Tabell": "EK", "Rad": RowKind.COMPUTATION, "3": "1-2"},
        {"Rapport": "R1", "Tabell": "EK", "Rad": RowKind.ROW, "Etikett": "Personal", "1": "1200", "2": "1250"},
        {"Rapport": "R1", "Tabell": "EK", "Rad": RowKind.ROW, "Etikett": "Övrigt", "1": "300", "2": "290"},
        {"Rapport": "R1", "Tabell": "EK", "Rad": RowKind.SUM, "Etikett": "Summa", "1": "1500", "2": "1540"},
    ),
    "Bilagor": ({"Rapport": "R1", "Titel": "Exempel: Indikatorer i detalj", "Beskrivning": "Var bilagan finns."},),
}
