"""A report with every kind of block: what the five-column example does not hold."""

from datetime import date
from decimal import Decimal

from reports.build.document import (
    AssignmentGroup,
    AssignmentPart,
    AttachedDocument,
    AttachmentList,
    Chart,
    ChartPoint,
    ChartSeries,
    ChartShape,
    Column,
    Detail,
    DocumentSection,
    GoalFollowUp,
    GoalIndicators,
    GoalOverview,
    GoalPart,
    IndicatorGroup,
    IndicatorPart,
    Note,
    OverviewGoal,
    Result,
    Row,
    RowRole,
    StatusCount,
    StatusMark,
    StatusSummary,
    Table,
    TextPart,
)
from tests.render.example import example_document, text_of
from tests.render.example_tables import (
    ACHIEVED,
    DOWN,
    NOT,
    PARTLY,
    UP,
    data_table,
    figures,
    follow_up_table,
    heading,
    indicator_table,
    number,
    status_matrix,
    two_level_table,
)

NOTES = tuple(
    Note(position, text)
    for position, text in enumerate(
        (
            "Källa: Treserva, ärendestatistik per den 31/12 2020 respektive 2019",
            "Källa: LinQ, rapport 12",
            "Avser personer som fyller 21 under året",
            "Källa: Kolada, N30001",
            "Preliminär siffra, fastställs i mars",
            "Mäts vartannat år",
        ),
        start=1,
    )
)
OVERALL, CAUSE, MEASURE = "Samlad bedömning", "Orsak", "Åtgärd"


def rich_document(**overrides):
    """A draft with notes; keyword arguments replace fields of the document."""
    values = {
        "title": "Tertialrapport augusti 2022",
        "subtitle": "",
        "as_of": date(2022, 8, 31),
        "summaries": (),
        "sections": rich_sections(),
        "notes": NOTES,
        "edition": None,
    }
    return example_document(**values | overrides)


def rich_sections():
    return (
        DocumentSection("ekonomi", 2, "Driftredovisning", text_of(1, 0), data_table()),
        DocumentSection("investeringar", 3, "Investeringar", "", two_level_table()),
        DocumentSection(
            "atgarder", 3, "Åtgärder", "<ol><li>Avtalen ses över.</li><li>Vakanser prövas.</li></ol>", None
        ),
        DocumentSection("utveckling", 3, "Långtidssjukskrivna", "", chart()),
        DocumentSection("atgarder-2", 3, "Åtgärder", "<p>Sjukfrånvaron följs varje månad.</p>", None),
        DocumentSection("oversikt", 2, "Måluppfyllelse i översikt", "", overview()),
        DocumentSection("malen", 2, "Mål för mål", text_of(1, 3), follow_up()),
        DocumentSection("indikatorer", 2, "Nämndindikatorer", "", indicator_table()),
        DocumentSection("matris", 2, "Bedömningar per enhet", text_of(3, 2), status_matrix()),
        DocumentSection("uppfoljning", 2, "Uppföljning av uppdrag", "", follow_up_table(text_of)),
        DocumentSection("aktiviteter", 2, "Aktiviteter", "", None, empty_words="Planen har inga aktiviteter."),
        DocumentSection("bilagor", 2, "Bilagor", "", attachments()),
    )


def overview():
    area = OverviewGoal("omrade-1", "1", "Ett hållbart Kalmar", 0, None, (), label="Fokusområde", is_area=True)
    goals = (
        area,
        OverviewGoal("mal-1-1", "1.1", "Långtidssjukskrivningen minskar", 1, PARTLY, (), label="Årsmål 2022", trend=UP),
        OverviewGoal("mal-1-2", "", "Andel utrikesfödda medarbetare", 1, StatusMark("", "Ej utvärderad"), ()),
        OverviewGoal("omrade-2", "2", "Ekonomi", 0, None, (), is_area=True),
        OverviewGoal("mal-2-1", "2.1", "Budget i balans", 1, NOT, ()),
    )
    counts = tuple(StatusCount(mark, count) for mark, count in ((ACHIEVED, 0), (PARTLY, 1), (NOT, 1)))
    return GoalOverview((StatusSummary("Nämndens bedömningar", counts, 1),), goals)


def follow_up():
    """Four levels down with units' answers in parts, indicators in groups, assignments, and indicators after goals."""
    return GoalFollowUp(
        (
            GoalPart("omrade-1", 0, "Fokusområde", "1", "Ett hållbart Kalmar", text_of(1, 1), (), (), ()),
            GoalPart(
                "mal-1-1",
                1,
                "Årsmål 2022",
                "1.1",
                "Långtidssjukskrivningen minskar",
                "<p>Antalet långtidssjukskrivna ska minska.</p>",
                (Detail("Ansvarig", ("HR-chef",)), Detail("Målvärde 2022", ("54",))),
                (_own(PARTLY, 1),),
                (),
            ),
            GoalIndicators("mal-1-1", 1, "", (IndicatorGroup("", (indicator("andel", 1, notes=(1,)),)),)),
            GoalPart(
                "mal-1-2",
                1,
                "Långsiktigt mål",
                "1.2",
                "Socialtjänstens stöd",
                text_of(2, 4),
                (Detail("Bidrar till", ("Ett tryggt Kalmar", "Hög kvalitet i välfärden")),),
                (_own(ACHIEVED, 2),),
                (AssignmentGroup("", (assignment(),)),),
            ),
            GoalPart("mal-1-2-1", 2, "Kvalitetsmål", "", "Kunskapsbaserad vård och omsorg", text_of(1, 6), (), (), ()),
            GoalPart(
                "mal-1-2-1-1",
                3,
                "Utvecklingsområde",
                "",
                "Självständighet utifrån förmåga",
                "",
                (),
                tuple(_unit(unit, position) for position, unit in enumerate(("VO Vuxen", "VO Barn och familj"))),
                (),
            ),
            GoalIndicators(
                "mal-1-2-1-1",
                3,
                "",
                (
                    IndicatorGroup(
                        "Processer", tuple(indicator(f"soc-{each}", 2, notes=(each,)) for each in (2, 3, 4))
                    ),
                    IndicatorGroup("", (indicator("soc-9", 1, notes=(6, 1)),)),
                ),
            ),
            GoalPart("djup", 9, "", "", "Ett mycket djupt mål", "<h3>I texten</h3><p>Text.</p>", (), (), ()),
            GoalIndicators("mal-1-2", 1, "Socialtjänstens stöd", (IndicatorGroup("", (indicator("sist", 1),)),)),
        )
    )


def indicator(anchor, paragraphs, notes=()):
    return IndicatorPart(
        f"indikator-{anchor}",
        "",
        "SOC - Bedömning av behov med evidensbaserad metod",
        "<p>Indikatorn redovisas könsuppdelat.</p>",
        (Detail("Källa", ("ASI-net",)),),
        small_figures(),
        (
            _unit("VO Vuxen", paragraphs, parts=(OVERALL, CAUSE, MEASURE)),
            Result("VO Barn och familj", "", is_committee=False, status=None, parts=()),
        ),
        notes,
    )


def small_figures():
    return Table(
        "Utfall för SOC - Bedömning av behov",
        "",
        (Column(30), Column(20, is_number=True), Column(20, is_number=True), Column(30)),
        (Row((heading("Utfall"), heading("2021"), heading("Jan–aug 2022"), heading("Målvärde 2022"))),),
        (
            Row((heading("Totalt"), *figures("31", "97"), number("100 %"))),
            Row((heading("Kvinnor"), *figures("9", "24"), number("")), RowRole.PART),
        ),
    )


def assignment():
    return AssignmentPart(
        "uppdrag-1",
        "Uppdrag",
        "7",
        "Avhopparverksamhet",
        "<p>Ta fram en handlingsplan.</p>",
        (Detail("Givet av", ("Kommunfullmäktige",)), Detail("Klart senast", ("31 december 2022",))),
        (
            Result(
                "Socialnämnden",
                "Socialnämnden",
                True,
                StatusMark("ongoing", "Påbörjad"),
                (TextPart("", text_of(1, 2)),),
            ),
        ),
    )


def chart():
    years = ("2018", "2019", "2020", "2021", "2022")
    totals, women = (54, 52, None, 50, 49), (40, 39, 38, 37, 35)
    series = tuple(
        ChartSeries(name, role, tuple(_point(value) for value in values))
        for name, role, values in (("Totalt", "total", totals), ("Kvinnor", "women", women))
    )
    rows = tuple(Row((heading(each.name), *figures(*(point.words for point in each.points)))) for each in series)
    table = Table(
        "Långtidssjukskrivna medarbetare",
        "antal",
        (Column(25), *(Column(15, is_number=True) for _year in years)),
        (Row((heading("Serie"), *map(heading, years))),),
        rows,
    )
    summary = "Antalet har minskat från 54 till 49 sedan 2018."
    return Chart(ChartShape.LINE, "Långtidssjukskrivna medarbetare", summary, "antal", years, series, table)


def attachments():
    return AttachmentList(
        (
            AttachedDocument(
                "Internkontrollrapport", "Rapport till nämnden.\nBeslutad i maj.", "Dnr SN 2022/17", False
            ),
            AttachedDocument("Lokalförsörjningsplan", "", "https://www.example.se/plan.pdf", True),
        )
    )


def _point(value):
    return ChartPoint(None, "ej mätt ännu") if value is None else ChartPoint(Decimal(value), str(value))


def _own(status, paragraphs):
    return Result("Socialnämnden", "Socialnämnden", True, status, (TextPart("", text_of(paragraphs, 3)),), trend=DOWN)


def _unit(unit, paragraphs, parts=("",)):
    texts = tuple(TextPart(label, text_of(paragraphs, index)) for index, label in enumerate(parts))
    return Result(unit, f"Verksamhetsområde {unit[3:]}", False, PARTLY, texts, trend=UP)
