"""Tables of every kind, as awkward as real ones: heads in two levels, spans, parts, sums, notes, words for numbers."""

import re
from decimal import Decimal

from reports.build.document import Cell, Column, Row, RowRole, StatusMark, Table, TextPart, TrendMark

ACHIEVED = StatusMark("achieved", "Uppfyllt")
PARTLY = StatusMark("partly_achieved", "Delvis uppfyllt")
NOT = StatusMark("not_achieved", "Ej uppfyllt")
UP = TrendMark("up", "uppåt")
DOWN = TrendMark("down", "nedåt")


def heading(text, columns=1, rows=1, notes=()):
    return Cell(text, columns=columns, rows=rows, is_heading=True, notes=notes)


def number(text, notes=()):
    """A figure as it is shown, with the number behind it where there is one."""
    found = re.search(r"−?\d[\d\u00a0]*(?:,\d+)?", text)
    value = Decimal(found[0].replace("\u00a0", "").replace(",", ".").replace("−", "-")) if found else None
    return Cell(text, value=value, notes=notes)


def figures(*texts):
    return tuple(number(text) for text in texts)


def data_table(**overrides):
    """Money with sums and parts."""
    body = (
        Row((heading("Verksamhet", columns=5),), RowRole.GROUP),
        Row((heading("Förvaltningskostnader"), *figures("190\u00a0043", "189\u00a0600", "−443", "188\u00a0711"))),
        Row(
            (
                heading("Individ- och familjeomsorg"),
                *figures("488\u00a0008", "466\u00a0150", "−21\u00a0858", "443\u00a0906"),
            )
        ),
        Row(
            (
                heading("varav HVB barn och unga"),
                *figures("150\u00a0724", "135\u00a0983", "−14\u00a0741", "133\u00a0102"),
            ),
            RowRole.PART,
        ),
        Row((heading("Socialpsykiatri"), *figures("233\u00a0991", "233\u00a0500", "−491", "")), RowRole.SUBTOTAL),
        Row(
            (
                heading("Summa"),
                *figures("1\u00a0593\u00a0404", "1\u00a0567\u00a0022", "−26\u00a0382", "1\u00a0500\u00a0145"),
            ),
            RowRole.SUM,
        ),
        Row(
            (
                heading("varav kostnader"),
                *figures("1\u00a0989\u00a0803", "1\u00a0882\u00a0839", "54\u00a0200", "1\u00a0897\u00a0184"),
            ),
            RowRole.PART,
        ),
        Row((heading("Resultat"), *figures("−12,7", "0", "−12,7", "1,1")), RowRole.GRAND_TOTAL),
    )
    head = (
        Row(
            (
                heading("Driftsammandrag"),
                heading("Bokslut 2020"),
                heading("Budget 2020"),
                heading("Avvikelse"),
                heading("Bokslut 2019"),
            )
        ),
    )
    columns = (Column(40), *(Column(15, is_number=True) for _year in range(4)))
    return Table(
        **{"caption": "Driftsammandrag, netto", "unit": "tkr", "columns": columns, "head": head, "body": body}
        | overrides
    )


def two_level_table():
    """Investments: grouped columns, and a second row of headings further down."""
    columns = (Column(28), *(Column(12, is_number=True) for _amount in range(6)))
    below = tuple(
        heading(text) for text in ("Beslutad budget", "Ack. utfall netto\u00adinvesteringar", "Budget\u00adavvikelse")
    )
    groups = (
        heading("Utgifter/inkomster sedan projektets start", columns=3),
        heading("Varav årets investeringar", columns=3),
    )
    return Table(
        "Investeringar",
        "",
        columns,
        (Row((heading("Färdigställda projekt", rows=2), *groups)), Row((*below, *below))),
        (
            Row(
                (
                    heading("Övergripande verksamhet"),
                    *figures("1\u00a0500", "1\u00a0300", "200", "1\u00a0500", "1\u00a0300", "200"),
                )
            ),
            Row((heading("Byte av brandlarm"), *figures("", "463", "", "", "463", "")), RowRole.PART),
            Row((heading(""), *figures("", "0", "", "", "0", "")), RowRole.PART),
            Row(
                (heading("Summa"), *figures("1\u00a0500", "1\u00a0300", "200", "1\u00a0500", "1\u00a0300", "200")),
                RowRole.SUM,
            ),
            Row((heading("Pågående projekt"), *groups), RowRole.HEADING),
            Row((heading("Belopp mnkr"), *below, *below), RowRole.HEADING),
            Row((heading("Övergripande verksamhet"), *figures("0", "0", "0", "0", "0", "0"))),
            Row((heading("Summa pågående"), *figures("0", "0", "0", "0", "0", "0")), RowRole.TOTAL),
        ),
    )


def indicator_table(rows=14):
    """Indicators over three years under the goals they belong to, with women and men, words, notes and a comment."""
    body = []
    for position in range(rows):
        goal = (heading(f"Nämndmål {position // 3 + 1} Trygg uppväxt för barn", rows=min(6, 2 * (rows - position))),)
        body.append(
            Row(
                (
                    *(goal if position % 3 == 0 else ()),
                    heading(f"Andel barn och unga som fått insats {position}", notes=(1 + position % 4,)),
                    *figures("89,3\u00a0%", ""),
                    number("92,1\u00a0% (prel.)", notes=(5,)) if position == 1 else number("92,1\u00a0%"),
                    Cell("Under utveckling") if position == 2 else Cell("90\u00a0%"),
                )
            )
        )
        body.append(Row((heading("kvinnor"), *figures("88,0\u00a0%", "", "93,5\u00a0%"), Cell()), RowRole.PART))
    body.append(
        Row((Cell(parts=(TextPart("IFO", "<p>Utfallet har ökat sedan förra året.</p>"),), columns=6),), RowRole.COMMENT)
    )
    columns = (Column(22), Column(26), Column(12, True), Column(12, True), Column(14, True), Column(14))
    head = (Row(tuple(map(heading, ("Nämndmål", "Indikator", "2018", "2019", "2020", "Målvärde 2020")))),)
    return Table("Nämndindikatorer", "", columns, head, tuple(body))


def follow_up_table(text):
    """References, texts and forecasts, where a text may be longer than a page."""
    body = []
    for position in range(6):
        body.append(Row((heading(f"Mål {position + 1}: Delaktighet och inflytande", columns=3),), RowRole.GROUP))
        for ref in ("1-2", "3"):
            body.append(
                Row(
                    (
                        heading(ref),
                        Cell(
                            parts=(TextPart("", text(1 + position, position)),), status=PARTLY if ref == "3" else None
                        ),
                        Cell(parts=(TextPart("", text(1, position + 2)),)),
                    )
                )
            )
    columns = (Column(10), Column(55), Column(35))
    head = (Row(tuple(map(heading, ("Ref", "Uppföljning 08", "Bedömning helår")))),)
    return Table("Uppföljning av mål och uppdrag", "", columns, head, tuple(body))


def status_matrix():
    """Goals down, units across: landscape."""
    units = ("Socialnämnden", "VO Barn och familj", "VO Vuxen", "VO Funktionsstöd", "Hälso- och sjukvård")
    columns = (Column(30), *(Column(14) for _unit in units))
    marks = (ACHIEVED, PARTLY, NOT, None, ACHIEVED)
    body = [Row((heading("Ett hållbart Kalmar", columns=6),), RowRole.GROUP)]
    for position in range(5):
        cells = [
            Cell(status=mark, trend=UP if position == 0 else None) if mark else Cell("–")
            for mark in (*marks[position:], *marks[:position])
        ]
        body.append(Row((heading(f"{position + 1} Socialtjänstens stöd"), *cells), anchor=f"matris-{position}"))
    head = (Row((heading("Mål"), *map(heading, units))),)
    return Table("Bedömningar i rundan", "", columns, head, tuple(body), wide=True)
