"""Charts as the report holds them, built by hand."""

from decimal import Decimal

from reports.build.document import Cell, Chart, ChartPoint, ChartSeries, ChartShape, Column, Row, StatusMark, Table
from reports.build.status_over_time import StatusTally, status_over_time_chart

TABLE = Table("Siffror", "", (Column(100),), (), (Row((Cell("6,1"),)),))


def points(*values):
    return tuple(
        ChartPoint(None, "") if value is None else ChartPoint(Decimal(str(value)), str(value).replace(".", ","))
        for value in values
    )


def a_chart(*series, categories=("2018", "2019", "2020"), shape=ChartShape.LINE, **overrides):
    """A chart of (name, role, values)."""
    values = {
        "shape": shape,
        "title": "Total sjukfrånvaro",
        "summary": "Totalt: från 6,1 (2018) till 6,4 (2020).",
        "unit": "%",
        "categories": tuple(categories),
        "series": tuple(ChartSeries(name, role, points(*numbers)) for name, role, numbers in series),
        "table": TABLE,
    }
    return Chart(**values | overrides)


BY_SEX = a_chart(
    ("Totalt", "total", (6.1, 6.7, 6.4)),
    ("Kvinnor", "women", (6.5, 7.2, 6.6)),
    ("Män", "men", (2.7, None, 5.2)),
    ("Målvärde", "target", (None, 5.5, 5.2)),
)
SIX_SERIES = a_chart(
    *[
        (f"Serie {number} med ett ganska långt namn", "other", (number, number + 1, number * 2))
        for number in range(1, 7)
    ]
)
TWENTY_MONTHS = a_chart(
    ("Utfall", "total", [(place * 7) % 11 - 3 for place in range(20)]),
    categories=[
        f"{month} {year}"
        for year in (2021, 2022)
        for month in ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober")
    ],
    unit="",
)
ROWS = (
    "Gemensamt barn o familj",
    "Trygga, säkra o stödja barn o ungas levnadsvillkor",
    "Säkra o föra fram barnets rätt",
    "Möjliggöra utveckling hos barn o unga med funktionsnedsättning i hela kommunen och dess närområde",
)
BARS = a_chart(
    ("Budget", "other", (13569, 140271, 3947, 50083)),
    ("Prognos", "other", (13169, 155471, 3747, None)),
    ("Avvikelse", "other", (400, -15200, 200, 500)),
    categories=ROWS,
    shape=ChartShape.BAR,
    unit="tkr",
    title="Driftredovisning",
)


def a_budget_chart(*rows, **overrides):
    """Of (name, budget, outcome, deviation in words)."""
    names, budget, outcome, words = zip(*rows, strict=True)
    told = tuple(
        ChartPoint(None if None in (planned, actual) else Decimal(str(actual)) - Decimal(str(planned)), each)
        for planned, actual, each in zip(budget, outcome, words, strict=True)
    )
    series = (
        ChartSeries("Budget 2020", "budget", points(*budget)),
        ChartSeries("Bokslut 2020", "outcome", points(*outcome)),
        ChartSeries("Avvikelse", "deviation", told),
    )
    values = {"shape": ChartShape.BUDGET, "unit": "tkr", "title": "Drift", "series": series}
    return a_chart(categories=names, **values | overrides)


BUDGET = a_budget_chart(
    (ROWS[0], 13569, 13169, "400 under budget (2,9 %)"),
    (ROWS[1], 140271, 155471, "15 200 över budget (10,8 %)"),
    (ROWS[2], 3947, 3947, "enligt budget"),
    (ROWS[3], 50083, None, "inget utfall"),
    ("Utan budget", None, 2500, "ingen budget"),
    ("Intäkter, netto", -20000, -22000, "2 000 över budget (10,0 %)"),
)

WORDS = {
    "achieved": "Uppnått",
    "partly_achieved": "Delvis uppnått",
    "not_achieved": "Ej uppnått",
    "not_assessable": "Kan ej bedömas",
    "": "Ej utvärderad",
}


def statuses(*, none=0, words=0, **counts):
    """So many of each status, `words` in words alone and `none` not judged."""
    given = [StatusMark(mark, WORDS[mark]) for mark, count in counts.items() for _each in range(count)]
    return (*given, *[StatusMark("", WORDS[""])] * words, *[None] * none)


SAFE, GREEN = "1 En trygg kommun", "2 En grön kommun där alla kan leva ett gott liv genom hela livet och lite till"
STATUSES = status_over_time_chart(
    (
        StatusTally(SAFE, "Delår 2021", statuses(achieved=3, partly_achieved=4, not_achieved=1, none=2)),
        StatusTally(SAFE, "Helår 2021", statuses(achieved=4, partly_achieved=4, not_achieved=1, not_assessable=1)),
        StatusTally(SAFE, "Augusti 2022", statuses(achieved=7, partly_achieved=2, not_achieved=1)),
        StatusTally(GREEN, "Delår 2021", ()),
        StatusTally(GREEN, "Helår 2021", statuses(partly_achieved=2, not_assessable=1)),
        StatusTally(GREEN, "Augusti 2022", statuses(achieved=30, not_achieved=1, words=2, none=1)),
    ),
    title="Bedömningar av målen över tid",
)
