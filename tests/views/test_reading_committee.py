"""A committee's page: how each goal was judged in every report, in words and as a matrix, and its indicators."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.commands.withdrawal import withdraw
from reports.views.reading.timeline.columns import columns_of
from reports.views.reading.timeline.committee_page import committee_over_time
from tests.builders import a_plan, said_in
from tests.versions import a_version, figure, told_goal, told_indicator

APRIL, AUGUST, DECEMBER = date(2017, 4, 30), date(2017, 8, 31), date(2017, 12, 31)


def page(client):
    return client.get(reverse("reading:committee", args=["socialnamnden"]))


def shown(user, world):
    return committee_over_time(user, world.committee)


def rows_of(found):
    return [(row.name, [[mark.mark for mark in cell.marks] for cell in row.cells]) for row in found.matrix.rows]


def test_every_goal_has_a_row_and_every_report_a_column_in_time(client, world, cast):
    a_version(world.plan, AUGUST, told_goal("m1", "achieved"), told_goal("m2", units=[("AFI", "not_achieved")]))
    a_version(world.plan, APRIL, told_goal("m1", "partly_achieved"), told_goal("m2"))
    found = shown(cast.anonymous, world)
    assert [column.label for column in found.matrix.columns] == ["april 2017", "augusti 2017"]
    assert rows_of(found) == [
        ("Mål m1", [["partly_achieved"], ["achieved"]]),
        ("Mål m2", [[], ["not_achieved"]]),
    ]
    html = page(client).content.decode()
    assert "April 2017" in html
    assert "Delvis uppnått" in html


def test_a_status_leads_to_its_place_in_that_version(client, world):
    publication = a_version(world.plan, AUGUST, told_goal("m1", "achieved"))
    assert f'href="/socialnamnden/{publication.slug}/v1/#mal-m1"' in page(client).content.decode()


def test_the_committees_own_stands_alone_and_units_that_agree_together(cast, world):
    units = [("AFI", "achieved"), ("IFO", "not_achieved"), ("ÄO", "achieved")]
    a_version(world.plan, AUGUST, told_goal("m1", "partly_achieved", units), told_goal("m2", units=units))
    first, second = (row.cells[0].marks for row in shown(cast.anonymous, world).matrix.rows)
    assert [(mark.mark, mark.by) for mark in first] == [("partly_achieved", ())]
    assert [(mark.mark, mark.by) for mark in second] == [("achieved", ("AFI", "ÄO")), ("not_achieved", ("IFO",))]


@pytest.mark.parametrize(
    ("april", "august", "words"),
    [
        (["achieved"], ["achieved", "achieved"], "2 av 2 mål är uppnådda i augusti 2017, 1 fler än i april 2017"),
        (["achieved"] * 2, ["achieved", "not_achieved"], "1 av 2 mål är uppnådda i augusti 2017, 1 färre än i april"),
        (["achieved"], ["achieved", "not_achieved"], "1 av 2 mål är uppnådda i augusti 2017, lika många som i april"),
    ],
)
def test_a_sentence_says_how_many_are_achieved_and_how_many_were(client, world, april, august, words):
    a_version(world.plan, APRIL, *(told_goal(f"m{place}", mark) for place, mark in enumerate(april)))
    a_version(world.plan, AUGUST, *(told_goal(f"m{place}", mark) for place, mark in enumerate(august)))
    assert words in said_in(page(client).content.decode())


def test_goals_that_units_judge_unlike_are_counted_apart(client, world):
    a_version(world.plan, AUGUST, told_goal("m1", units=[("AFI", "achieved"), ("IFO", "not_achieved")]))
    said = said_in(page(client).content.decode())
    assert "0 av 1 mål är uppnådda i augusti 2017. 1 mål bedöms olika av enheterna." in said


def test_a_plan_with_other_goals_is_not_compared_with_the_one_before(client, world):
    a_version(world.plan, APRIL, told_goal("m1", "achieved"))
    a_version(a_plan(world.committee, year_from=2018, year_through=2018), AUGUST, told_goal("m1", "achieved"))
    assert "1 av 1 mål är uppnådda i augusti 2017." in said_in(page(client).content.decode())


def test_a_goal_that_goes_on_in_the_next_plan_keeps_its_row(cast, world):
    following = a_plan(world.committee, year_from=2018, year_through=2018, predecessor=world.plan)
    a_version(world.plan, APRIL, told_goal("m1", "achieved"), told_goal("m2", "achieved"))
    a_version(following, AUGUST, told_goal("x", "not_achieved", continues="m1"), told_goal("m2", "achieved"))
    assert rows_of(shown(cast.anonymous, world)) == [
        ("Mål x", [["achieved"], ["not_achieved"]]),
        ("Mål m2", [[], ["achieved"]]),
        ("Mål m2", [["achieved"], []]),
    ]


def test_reports_in_a_row_without_the_goal_share_one_cell(client, cast, world):
    following = a_plan(world.committee, year_from=2018, year_through=2018)
    for day in (APRIL, AUGUST, DECEMBER):
        a_version(world.plan, day, told_goal("old", "achieved"))
    a_version(following, date(2018, 12, 31), told_goal("new", "achieved"))
    new, old = shown(cast.anonymous, world).matrix.rows
    assert [(cell.when, cell.width, cell.is_there) for cell in new.cells] == [
        ("april 2017 – december 2017", 3, False),
        ("december 2018", 1, True),
    ]
    assert [cell.width for cell in old.cells] == [1, 1, 1, 1]
    html = page(client).content.decode()
    assert 'data-when="April 2017 – december 2017" colspan="3" aria-colspan="3"' in html
    assert "Fanns inte i 3 rapporter" in html
    assert "Fanns inte i rapporten" in html


def test_goals_stand_under_their_areas_and_those_of_older_reports_too(cast, world):
    area = told_goal("a", is_area=True, name="Område")
    other = told_goal("b", is_area=True, name="Annat")
    below = {"depth": 1, "above": "a"}
    a_version(
        world.plan, APRIL, area, told_goal("old", "achieved", **below), other, told_goal("n", "achieved", depth=1)
    )
    a_version(
        world.plan, AUGUST, area, told_goal("new", "achieved", **below), other, told_goal("n", "achieved", depth=1)
    )
    found = shown(cast.anonymous, world).matrix.rows
    assert [(row.name, row.is_heading) for row in found] == [
        ("Område", True),
        ("Mål new", False),
        ("Mål old", False),
        ("Annat", True),
        ("Mål n", False),
    ]


def test_goals_that_nobody_has_judged_in_any_report_are_counted_and_left_to_the_list(client, cast, world):
    a_version(world.plan, AUGUST, told_goal("m1", "achieved"), told_goal("m2"), told_goal("m3"))
    assert [row.name for row in shown(cast.anonymous, world).matrix.rows] == ["Mål m1"]
    html = page(client).content.decode()
    assert "2 mål som ingen rapport bedömer visas inte här." in html
    assert 'href="/socialnamnden/mal/?status=ingen"' in html


def test_only_what_the_reader_may_read_and_what_is_still_handed_out_is_shown(world, cast):
    older = a_version(world.plan, APRIL, told_goal("m1", "not_achieved"))
    a_version(world.plan, AUGUST, told_goal("m1", "achieved"), audience="members")
    newer = a_version(world.plan, APRIL, told_goal("m1", "achieved"), report=older.report)

    def labels(user):
        return [(column.label, column.publication_id) for column in columns_of(user, [world.committee])]

    assert labels(cast.anonymous) == labels(cast.outsider) == [("april 2017", newer.pk)]
    assert [label for label, _key in labels(cast.reader)] == ["april 2017", "augusti 2017"]
    withdraw(publication=newer, reason="Fel.", by=cast.controller)
    assert labels(cast.anonymous) == [("april 2017", older.pk)]
    withdraw(publication=older, reason="Fel.", by=cast.controller)
    assert labels(cast.anonymous) == []


def test_a_report_without_judged_goals_has_no_column(cast, world):
    a_version(world.plan, APRIL, told_goal("m1"))
    a_version(world.plan, AUGUST, told_goal("m1", "achieved"))
    assert [column.label for column in shown(cast.anonymous, world).matrix.columns] == ["augusti 2017"]


def test_indicators_with_figures_of_several_periods_are_drawn(client, world):
    several = told_indicator("i1", figure("2016", 70), figure("2017", 80), targets=[(2017, 85)])
    a_version(world.plan, AUGUST, several, told_indicator("i2", figure("2017", 5)))
    html = page(client).content.decode()
    assert "Indikator i1" in html
    assert "Indikator i2" not in html
    assert "Utfall: från 70\u00a0% (2016) till 80\u00a0% (2017), upp 10 procentenheter." in html
    assert html.count('<svg class="chart__drawing"') == 1


def test_the_newest_report_that_tells_of_a_period_counts(client, world):
    a_version(world.plan, APRIL, told_indicator("i1", figure("2015", 60), figure("2016", 70)))
    a_version(world.plan, AUGUST, told_indicator("i1", figure("2016", 72), figure("2017", 80)))
    assert "från 60\u00a0% (2015) till 80\u00a0% (2017)" in page(client).content.decode()
    assert "72\u00a0%" in page(client).content.decode()
    assert "70\u00a0%" not in page(client).content.decode()


def test_a_reader_who_is_not_signed_in_gets_no_cookie(client, world):
    a_version(world.plan, AUGUST, told_goal("m1", "achieved"))
    assert not page(client).cookies


def test_the_page_takes_as_many_queries_for_many_reports_as_for_two(client, world):
    def version(day, goals):
        a_version(
            world.plan,
            day,
            *(told_goal(f"m{number}", units=[("AFI", "achieved")]) for number in range(goals)),
            *(told_indicator(f"i{number}", figure("2016", 70), figure("2017", 80)) for number in range(goals)),
        )

    version(APRIL, 2)
    version(AUGUST, 2)
    page(client)
    with CaptureQueriesContext(connection) as few:
        page(client)
    for month in range(1, 11):
        version(date(2018, month, 28), 12)
    with CaptureQueriesContext(connection) as many:
        found = page(client)
    assert found.content.decode().count('scope="col"') > 12
    assert len(many) == len(few) == 12


def test_the_judgements_of_each_area_are_drawn_from_the_second_report_on(client, cast, world):
    def goals(*marks):
        return [told_goal(f"m{place}", mark, area=f"Område {place % 2}") for place, mark in enumerate(marks)]

    a_version(world.plan, APRIL, *goals("achieved", "not_achieved", "not_achieved"))
    assert shown(cast.anonymous, world).statuses is None
    a_version(world.plan, AUGUST, *goals("achieved", "achieved", "not_achieved"))
    chart = shown(cast.anonymous, world).statuses.chart
    assert list(zip(chart.groups, chart.categories, strict=True)) == [
        ("Område 0", "April 2017"),
        ("Område 0", "Augusti 2017"),
        ("Område 1", "April 2017"),
        ("Område 1", "Augusti 2017"),
    ]
    counted = {series.name: [point.words for point in series.points] for series in chart.series}
    assert counted == {"Uppnått": ["1", "1", "0", "1"], "Ej uppnått": ["1", "1", "1", "0"]}
    said = said_in(page(client).content.decode())
    assert "Bedömningarna över tid" in said
    assert "Område 1: April 2017 1 ej uppnått; Augusti 2017 1 uppnått." in said


def test_goals_that_are_each_an_area_are_counted_together(cast, world):
    for day in (APRIL, AUGUST):
        a_version(world.plan, day, *(told_goal(f"m{number}", "achieved", area=f"Mål m{number}") for number in range(3)))
    chart = shown(cast.anonymous, world).statuses.chart
    assert (chart.groups, [point.words for point in chart.series[0].points]) == (("", ""), ["3", "3"])


def test_the_units_judgements_count_where_the_committee_has_none_of_its_own(cast, world):
    for day in (APRIL, AUGUST):
        a_version(world.plan, day, told_goal("m1", "achieved", [("AFI", "not_achieved")]),
                  told_goal("m2", units=[("AFI", "achieved"), ("IFO", "not_achieved")]))  # fmt: skip
    chart = shown(cast.anonymous, world).statuses.chart
    assert {each.name: each.points[0].words for each in chart.series} == {"Uppnått": "2", "Ej uppnått": "1"}
