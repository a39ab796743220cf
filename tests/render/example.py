"""A report as large and as awkward as the real ones: twelve goals, long answers, and what breaks careless renderers."""

from datetime import UTC, date, datetime

from reports.build.document import (
    SCHEMA_VERSION,
    DocumentSection,
    Edition,
    GoalOverview,
    GoalRow,
    GoalTable,
    IndicatorLine,
    OverviewGoal,
    PageBreak,
    Publisher,
    ReportDocument,
    Result,
    StatusCount,
    StatusMark,
    StatusSummary,
    TextPart,
)

ACHIEVED = StatusMark("achieved", "Målet är uppnått")
PARTLY = StatusMark("partly_achieved", "Målet är delvis uppnått")
NOT = StatusMark("not_achieved", "Målet är inte uppnått")
UNASSESSABLE = StatusMark("not_assessable", "Målet kan inte bedömas")
SCALE = (ACHIEVED, PARTLY, NOT, UNASSESSABLE)

LONG_WORD = "Funktionsnedsättningsomsorgsverksamhetsutvecklingssamordnarfunktionsbeskrivning"
HEADINGS = ("Nr", "Mål", "Indikator eller mätning", "Resultat", "Ansvarig för mätning")

_UNITS = {
    "AFI": "Avdelningen för arbetsmarknad, försörjning och integration",
    "IFO": "Individ- och familjeomsorgen",
    "ÄoF": "Äldre- och funktionshinderavdelningen",
    "SN": "Socialnämnden",
}

_SENTENCES = (
    "Avdelningen har under våren gått igenom hur den som söker stöd tar sin första kontakt och vad som händer sedan.",
    "Av dem som svarade på höstens enkät tyckte 89 % att det var lätt eller mycket lätt att nå sin handläggare.",
    "Alla nya medarbetare erbjuds en introduktion på sex veckor med en erfaren kollega som handledare.",
    "Öppettiden på tisdagar förlängdes på prov till klockan 19 och utnyttjades av ungefär elva personer per kväll.",
    "Antalet uppföljda beslut har minskat i två av tre grupper, eftersom ansökningar om nya insatser har gått före.",
    "Kollegial granskning av akter görs i september och oktober och redovisas i samband med bokslutet.",
    "Samverkan med regionen och Arbetsförmedlingen sker numera i en gemensam grupp som träffas var fjortonde dag.",
    "Sjukfrånvaron var 6,4 % för kvinnor och 3,9 % för män under perioden januari till juli.",
    "Kostnaden för placeringar har minskat med 2,1 miljoner kronor jämfört med samma period föregående år.",
    "Svarsunderlaget är litet och bör därför tolkas med försiktighet.",
)

_GOALS = (
    ("Gott bemötande och god tillgänglighet", "Minst 80 % av brukarna är nöjda med bemötande och tillgänglighet."),
    ("Barnets perspektiv beaktas särskilt", "Resultatet i internkontrollen förbättras."),
    ("Akuta och tillfälliga bostadsbehov tillgodoses", "Alla som har rätt till akut boende erbjuds det."),
    ("Rättssäker och effektiv handläggning", "Handläggningstiden är högst 120 dagar."),
    ("Stärkt samverkan", "Antalet samordnade individuella planer ökar."),
    ("Budget i balans", "Bokslutet visar varken överskott eller underskott."),
    ("Färre hushåll med försörjningsstöd", "Fallande kurva i verksamhetssystemets månadsmätning."),
    ("Tidig medverkan i samhällsplaneringen", "Förvaltningen är representerad i planeringsprojekten."),
    ("En lärande organisation", "Gruppernas arbete med ständiga förbättringar ökar."),
    ("Personalens kompetens stärks fortlöpande", "Kompetensförsörjningsplanen följs."),
    ("Likvärdigt bemötande för kvinnor och män, flickor och pojkar", "Enkäterna visar inga skillnader mellan könen."),
    ("God psykosocial och fysisk arbetsmiljö", "Minst fem insatser för arbetsmiljön har genomförts."),
)


def example_document(**overrides: object) -> ReportDocument:
    """Version 2 of an interim report; keyword arguments replace fields of the document."""
    values: dict[str, object] = {
        "schema_version": SCHEMA_VERSION,
        "publisher": example_publisher(),
        "slug": "delarsrapport-augusti-2017",
        "title": "Delårsrapport augusti 2017",
        "subtitle": "Uppföljning av mål i verksamhetsplanen",
        "as_of": date(2017, 8, 31),
        "dated": date(2017, 9, 26),
        "registry_number": "SN 2017-0412",
        "plan_title": "Verksamhetsplan 2017",
        "summaries": (_units_summary(), StatusSummary("Nämndens bedömningar", _counts(1, 1, 0, 0), 10)),
        "sections": _sections(),
        "edition": Edition(
            2, datetime(2017, 10, 12, 7, 32, tzinfo=UTC), "Siffran för sjukfrånvaro i mål 12 är rättad."
        ),
    }
    return ReportDocument(**{**values, **overrides})


def example_publisher(**overrides: object) -> Publisher:
    values: dict[str, object] = {
        "municipality": "Ålunda kommun",
        "municipality_code": "0999",
        "committee": "Socialnämnden",
        "committee_slug": "alunda-socialnamnden",
        "accent": "#1f5a82",
    }
    return Publisher(**{**values, **overrides})


def goal_rows() -> tuple[GoalRow, ...]:
    return tuple(_goal(position, name, indicator) for position, (name, indicator) in enumerate(_GOALS, start=1))


def text_of(paragraphs: int, start: int) -> str:
    """Rich text of the given number of paragraphs, five sentences each, never twice the same in a row."""
    size = len(_SENTENCES)
    return "".join(
        "<p>" + " ".join(_SENTENCES[(start + 3 * number + step) % size] for step in range(5)) + "</p>"
        for number in range(paragraphs)
    )


def _sections() -> tuple[DocumentSection, ...]:
    overview = GoalOverview(
        summaries=(),
        goals=tuple(
            OverviewGoal(
                row.anchor,
                row.number,
                row.name,
                0,
                next((each.status for each in row.results if each.is_committee), None),
                tuple(each for each in row.results if not each.is_committee),
            )
            for row in goal_rows()
        ),
    )
    return (
        DocumentSection("inledning", 2, "Inledning", text_of(2, 1), None),
        DocumentSection("metod", 3, "Så har uppföljningen gjorts", _METHOD, None),
        DocumentSection("oversikt", 2, "Målen i översikt", "", overview),
        DocumentSection("brytning", 2, "", "", PageBreak()),
        DocumentSection("mal", 2, "Mål och resultat", "", None),
        DocumentSection(
            "maltabell", 3, "Måltabell", "<p>Enheterna har svarat var för sig.</p>", GoalTable(HEADINGS, goal_rows())
        ),
        DocumentSection("fortsatt", 2, "Det fortsatta arbetet", text_of(1, 4), None),
    )


_METHOD = (
    "<p>Enheterna har lämnat sina bedömningar i augusti. Tecken som &lt;b&gt; och &amp; i texten är just tecken.</p>"
    "<ul><li>Varje enhet bedömer de mål som rör den.</li><li>Nämnden gör en <em>samlad</em> bedömning.</li></ul>"
    "<h3>Mer att läsa</h3>"
    '<p>Mer om modellen finns på <a href="https://www.example.se/styrmodell">kommunens webbplats</a>.</p>'
)


def _goal(position: int, name: str, indicator: str) -> GoalRow:
    indicators = [IndicatorLine("", indicator, ("AFI: 89 %", "ÄoF: 72 %") if position == 1 else ())]
    if position == 4:
        indicators += [
            IndicatorLine("4.2", "Minst 80 % av brukarna upplever delaktighet i handläggningen av sitt ärende.", ()),
            IndicatorLine(
                "4.3",
                "Kostnaden för placeringar minskar i förhållande till kostnaden för öppenvård.",
                ("IFO: −2,1 mnkr",),
            ),
        ]
    return GoalRow(
        anchor=f"mal-{position}",
        number=str(position),
        name=name,
        html="<p>Omvärldsbevakningen kan omfatta internationellt utbyte.</p>" if position == 9 else "",
        indicators=() if position == 8 else tuple(indicators),
        results=_results(position),
        responsible=_RESPONSIBLE.get(position, ("Verksamhetsutvecklare",)),
    )


_RESPONSIBLE = {
    4: ("Avdelningschefer", "Verksamhetsutvecklare", "Ekonom"),
    6: ("Ekonom",),
    8: (),
    12: ("Personalchef",),
}


def _results(position: int) -> tuple[Result, ...]:  # noqa: PLR0911 - each kind of row has its own
    if position == 1:
        return (
            _result("AFI", ACHIEVED, 1, 0),
            _result("IFO", PARTLY, 2, 3),
            _result("ÄoF", PARTLY, 5, 6),
            _result("SN", PARTLY, 1, 9),
        )
    if position == 5:
        awkward = f"<p>Uppdraget som {LONG_WORD} är tillsatt. Tecknen &lt;b&gt; ska synas.</p>"
        return (
            _result("AFI", ACHIEVED, 2, 2),
            _result("IFO", PARTLY, 1, 5),
            Result("ÄoF", _UNITS["ÄoF"], False, ACHIEVED, (TextPart("", awkward + text_of(3, 7)),)),
        )
    if position == 6:
        parts = (
            TextPart("", text_of(1, 8)),
            TextPart("Orsak", "<p>Fler ärenden än väntat har gått till rättslig prövning.</p>"),
            TextPart(
                "Åtgärd",
                "<h3>På kort sikt</h3>"
                "<ol><li>Avtalen ses över.</li><li>Varje placering följs upp efter tre månader.</li></ol>",
            ),
        )
        return (Result("IFO", _UNITS["IFO"], False, NOT, parts), _result("SN", ACHIEVED, 1, 1))
    if position == 8:
        return (Result("AFI", _UNITS["AFI"], False, None, ()), _result("IFO", ACHIEVED, 1, 6))
    if position == 11:
        return (_result("AFI", UNASSESSABLE, 1, 4), _result("ÄoF", None, 1, 2))
    if position == 7:
        return ()
    return (
        _result("AFI", ACHIEVED, 1 + position % 2, position),
        _result("IFO", PARTLY if position % 2 else ACHIEVED, 2, position + 4),
        _result("ÄoF", ACHIEVED, 1 + position % 3, position + 7),
    )


def _result(unit: str, status: StatusMark | None, paragraphs: int, start: int) -> Result:
    return Result(unit, _UNITS[unit], unit == "SN", status, (TextPart("", text_of(paragraphs, start)),))


def _counts(*counts: int) -> tuple[StatusCount, ...]:
    return tuple(StatusCount(status, count) for status, count in zip(SCALE, counts, strict=True))


def _units_summary() -> StatusSummary:
    given = [result.status for row in goal_rows() for result in row.results if not result.is_committee]
    return StatusSummary(
        "Enheternas bedömningar", _counts(*(given.count(status) for status in SCALE)), given.count(None)
    )
