"""Judgements from round to round: counted, said in words, and as a table."""

from reports.build.document import ChartShape, RowRole, StatusMark
from reports.build.status_over_time import StatusTally, status_over_time_chart
from tests.render.charts import GREEN, SAFE, STATUSES, statuses


def chart(*tallies):
    return status_over_time_chart(tallies, title="Bedömningar")


def rows(table):
    return [[cell.text for cell in row.cells] for row in (*table.head, *table.body)]


def test_statuses_are_counted_time_by_time_in_the_order_of_the_scale():
    assert STATUSES.shape == ChartShape.STACKED
    assert STATUSES.categories == ("Delår 2021", "Helår 2021", "Augusti 2022") * 2
    assert STATUSES.groups == (SAFE,) * 3 + (GREEN,) * 3
    assert [(each.role, each.name) for each in STATUSES.series] == [
        ("achieved", "Uppnått"),
        ("partly_achieved", "Delvis uppnått"),
        ("not_achieved", "Ej uppnått"),
        ("not_assessable", "Kan ej bedömas"),
        ("words", "Bedömt i ord"),
        ("none", "Ingen bedömning"),
    ]
    assert [point.value for point in STATUSES.series[0].points] == [3, 4, 7, None, 0, 30]


def test_the_words_are_those_of_the_last_time():
    found = chart(
        StatusTally("", "2021", (StatusMark("achieved", "Uppnås"),)),
        StatusTally("", "2022", (StatusMark("achieved", "Målet är nått"),)),
    )
    assert [each.name for each in found.series] == ["Målet är nått"]


def test_a_status_that_nobody_has_had_is_left_out_and_nothing_judged_is_no_chart():
    assert [each.role for each in chart(StatusTally("", "2021", statuses(not_achieved=1))).series] == ["not_achieved"]
    assert chart() is None
    assert chart(StatusTally("", "2021", ()), StatusTally("", "2022", statuses(none=3))) is None


def test_the_table_has_a_row_for_each_time_under_its_area_with_the_sum():
    table = STATUSES.table
    assert rows(table)[:3] == [
        [
            "Tidpunkt",
            "Uppnått",
            "Delvis uppnått",
            "Ej uppnått",
            "Kan ej bedömas",
            "Bedömt i ord",
            "Ingen bedömning",
            "Summa",
        ],
        [SAFE],
        ["Delår 2021", "3", "4", "1", "0", "0", "2", "10"],
    ]
    assert rows(table)[6] == ["Delår 2021", *["–"] * 7]
    assert [row.role for row in table.body if row.role == RowRole.GROUP] == [RowRole.GROUP] * 2
    assert sum(column.width for column in table.columns) == 100


def test_the_summary_tells_the_first_and_the_last_time_of_each_area():
    assert STATUSES.summary == (
        f"{SAFE}: Delår 2021 3 uppnått, 4 delvis uppnått, 1 ej uppnått, 2 ingen bedömning; "
        "Augusti 2022 7 uppnått, 2 delvis uppnått, 1 ej uppnått. "
        f"{GREEN}: Helår 2021 2 delvis uppnått, 1 kan ej bedömas; "
        "Augusti 2022 30 uppnått, 1 ej uppnått, 2 bedömt i ord, 1 ingen bedömning."
    )


def test_the_summary_leaves_more_than_four_areas_to_the_table():
    found = chart(*[StatusTally(f"Område {each}", "2021", statuses(achieved=1)) for each in range(6)])
    assert found.summary.endswith("Område 3: 2021 1 uppnått. 2 områden till står i tabellen.")
    assert "Område 4" not in found.summary


def test_an_area_that_nobody_has_judged_is_said_to_be_so():
    found = chart(StatusTally("A", "2021", ()), StatusTally("B", "2021", statuses(achieved=1)))
    assert found.summary.startswith("A: inga bedömningar. ")
