"""Charts as the report holds them, built by hand."""

from decimal import Decimal

from reports.build.document import Cell, Chart, ChartPoint, ChartSeries, ChartShape, Column, Row, Table

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
