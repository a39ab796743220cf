"""The pages of one goal and one indicator over time, and of a municipality's committees side by side."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.views.reading.timeline.likeness import NamedIndicator, alike
from tests.builders import a_committee, a_plan, said_in
from tests.versions import a_version, figure, told_goal, told_indicator

APRIL, AUGUST = date(2017, 4, 30), date(2017, 8, 31)


def goal_page(client, plan, key):
    return client.get(reverse("reading:goal_over_time", args=["socialnamnden", plan.pk, key]))


def indicator_page(client, plan, key):
    return client.get(reverse("reading:indicator_over_time", args=["socialnamnden", plan.pk, key]))


def test_a_goals_page_has_the_committees_and_every_units_status_in_each_report(client, world):
    a_version(world.plan, APRIL, told_goal("m1", units=[("AFI", "partly_achieved")]))
    a_version(world.plan, AUGUST, told_goal("m1", "achieved", [("AFI", "achieved"), ("IFO", "not_achieved")]))
    said = said_in(goal_page(client, world.plan, "m1").content.decode())
    assert "Rapport Nämnden AFI IFO" in said
    assert "Augusti 2017 Uppföljning 2 Uppnått Uppnått Ej uppnått" in said
    assert "April 2017 Uppföljning 1 Ingen bedömning Delvis uppnått Ingen bedömning" in said


def test_a_goals_page_has_its_indicators(client, world):
    a_version(
        world.plan,
        AUGUST,
        told_goal("m1", "achieved"),
        told_indicator("i1", figure("2016", 70), figure("2017", 80), above="m1"),
        told_indicator("i2", figure("2016", 70), above="m2"),
        told_indicator("i3", above="m1"),
    )
    said = said_in(goal_page(client, world.plan, "m1").content.decode())
    assert "Indikator i1" in said
    assert "Utan siffror Indikator i3" in said
    assert "Indikator i2" not in said


def test_a_goal_of_two_plans_has_one_page(client, world):
    following = a_plan(world.committee, predecessor=world.plan)
    a_version(world.plan, APRIL, told_goal("m1", "achieved"))
    a_version(following, AUGUST, told_goal("x", "not_achieved", continues="m1"))
    said = said_in(goal_page(client, world.plan, "m1").content.decode())
    assert "Mål x" in said
    assert "Augusti 2017" in said
    assert "April 2017" in said
    assert goal_page(client, following, "x").status_code == 404


@pytest.mark.parametrize("key", ["m1", "Mål 1/a", "50 % & mer?", "v1"])
def test_any_key_has_an_address(client, world, key):
    a_version(world.plan, AUGUST, told_goal(key, "achieved"), told_indicator(key, figure("2017", 1)))
    assert goal_page(client, world.plan, key).status_code == 200
    assert indicator_page(client, world.plan, key).status_code == 200


def test_what_a_reader_may_not_read_is_not_found(client, world, cast):
    a_version(world.plan, AUGUST, told_goal("m1", "achieved"), told_indicator("i1"), audience="members")
    for open_page, key in ((goal_page, "m1"), (indicator_page, "i1")):
        client.logout()
        assert open_page(client, world.plan, key).status_code == 404
        client.force_login(cast.outsider)
        assert open_page(client, world.plan, key).status_code == 404
        client.force_login(cast.reader)
        assert open_page(client, world.plan, key).status_code == 200


def test_an_indicators_page_has_figures_against_targets_women_and_men_and_units(client, world):
    a_version(
        world.plan,
        AUGUST,
        told_indicator(
            "i1",
            figure("2016", 70),
            figure("2016", 72, sex="women"),
            figure("2016", 68, sex="men"),
            figure("2017", 80),
            figure("2017", 90, unit="AFI"),
            figure("2017", 60, unit="IFO"),
            targets=[(2016, 75), (2017, 85)],
            desired_direction="increase",
        ),
    )
    said = said_in(indicator_page(client, world.plan, "i1").content.decode())
    assert "Önskad riktning Öka" in said
    assert "Totalt: från 70 % (2016) till 80 % (2017), upp 10 procentenheter." in said
    assert "2017: 5 procentenheter under målvärdet 85 %." in said
    assert "Period Totalt Målvärde Kvinnor Män 2016 70 % 75 % 72 % 68 %" in said
    assert "Totalt: högst 90 % (AFI), lägst 60 % (IFO)." in said
    assert "Period AFI IFO 2017 90 % 60 %" in said


def test_figures_that_are_words_stand_in_a_table_without_a_drawing(client, world):
    a_version(world.plan, AUGUST, told_indicator("i1", figure("2017", None, words="ej mätt ännu")))
    html = indicator_page(client, world.plan, "i1").content.decode()
    assert "ej mätt ännu" in html
    assert "chart__drawing" not in html


def test_an_indicator_without_figures_says_so(client, world):
    a_version(world.plan, AUGUST, told_indicator("i1"))
    assert "Inga siffror är publicerade än" in indicator_page(client, world.plan, "i1").content.decode()


@pytest.mark.parametrize("page", [goal_page, indicator_page])
def test_the_page_takes_as_many_queries_for_many_reports_as_for_two(client, world, page):
    def version(day, units):
        told = [("AFI", "achieved")] * units
        figures = [figure(str(year), year % 100, unit=unit) for year in range(2010, 2018) for unit in ("", "AFI")]
        a_version(world.plan, day, told_goal("k", units=told), told_indicator("k", *figures, above="k"))

    version(APRIL, 1)
    version(AUGUST, 1)
    page(client, world.plan, "k")
    with CaptureQueriesContext(connection) as few:
        page(client, world.plan, "k")
    for month in range(1, 11):
        version(date(2018, month, 28), 9)
    with CaptureQueriesContext(connection) as many:
        page(client, world.plan, "k")
    assert len(many) == len(few) <= 10


def municipality_page(client, world):
    return client.get(reverse("reading:municipality", args=[world.committee.municipality_id]))


def test_a_municipalitys_committees_stand_side_by_side(client, world):
    other = a_committee(municipality=world.committee.municipality, name="Omsorgsnämnden")
    silent = a_committee(municipality=world.committee.municipality, name="Byggnadsnämnden")
    a_version(world.plan, APRIL, told_goal("m1", "achieved"), told_goal("m2", "achieved"))
    a_version(world.plan, AUGUST, told_goal("m1", "achieved"), told_goal("m2", "not_achieved"))
    a_version(a_plan(other), AUGUST, told_goal("m1", "achieved"))
    said = said_in(municipality_page(client, world).content.decode())
    assert f"{silent.name} Ingen uppföljning än – –" in said
    assert "Omsorgsnämnden Augusti 2017 1 av 1 –" in said
    assert "Socialnämnden Augusti 2017 1 av 2 april 2017: 2 av 2" in said
    assert "Socialnämnden: från 100 % (april 2017) till 50 % (augusti 2017), ned 50 procentenheter." in said


def test_the_same_indicator_of_two_committees_is_compared(client, world):
    municipality = world.committee.municipality
    plan = a_plan(a_committee(municipality=municipality, name="Omsorgsnämnden"))
    a_version(world.plan, AUGUST, told_indicator("i1", figure("2016", 70), figure("2017", 80), kolada_id="N1"))
    a_version(plan, AUGUST, told_indicator("x", figure("2016", 50), figure("2017", 60, unit="LSS"), kolada_id="N1"))
    assert "2 nämnder, Kolada-id N1" in said_in(municipality_page(client, world).content.decode())
    found = client.get(reverse("reading:shared_indicator", args=[municipality.pk, plan.pk, "x"]))
    said = said_in(found.content.decode())
    assert "Samma indikator i 2 nämnder: den har Kolada-id N1" in said
    assert "Socialnämnden Hela nämnden 2017 80 %" in said
    assert "Omsorgsnämnden Hela nämnden 2016 50 %" in said
    assert "Omsorgsnämnden LSS 2017 60 %" in said


def test_what_is_only_for_members_is_not_compared(client, world):
    municipality = world.committee.municipality
    a_version(world.plan, AUGUST, told_goal("m", "achieved"), told_indicator("i1", kolada_id="N1"), audience="members")
    assert (
        client.get(reverse("reading:shared_indicator", args=[municipality.pk, world.plan.pk, "i1"])).status_code == 404
    )
    assert "1 av 1" not in said_in(municipality_page(client, world).content.decode())


def named(lineage, name, kolada_id="", committee=1, unit="%"):
    return NamedIndicator(committee, lineage, name, unit, kolada_id)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (named("1/a", "Andel", "N1"), named("2/b", "Helt annat", "n1"), True),
        (named("1/a", "Andel nöjda"), named("2/b", " andel  Nöjda"), True),
        (named("1/a", "Andel nöjda"), named("2/b", "Andel nöjda", "N1"), True),
        (named("1/a", "Andel nöjda", "N2"), named("2/b", "Andel nöjda", "N1"), False),
        (named("1/a", "Kostnad", unit="kr"), named("2/b", "Kostnad", unit="tkr"), False),
        (named("1/a", "Förr"), named("1/a", "Nu"), True),
    ],
)
def test_indicators_are_the_same_by_kolada_id_else_by_name_and_unit(one, other, same):
    assert len(alike([one, other])) == len(alike([other, one])) == (1 if same else 2)


@pytest.mark.parametrize("name", ["municipality", "shared_indicator"])
def test_the_municipality_takes_as_many_queries_for_many_committees_as_for_one(client, world, name):
    municipality = world.committee.municipality
    arguments = [municipality.pk] + ([world.plan.pk, "i1"] if name == "shared_indicator" else [])

    def told():
        return told_goal("m1", "achieved"), told_indicator("i1", figure("2016", 70), figure("2017", 80), kolada_id="N1")

    a_version(world.plan, APRIL, *told())
    a_version(world.plan, AUGUST, *told())
    client.get(reverse(f"reading:{name}", args=arguments))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse(f"reading:{name}", args=arguments))
    for number in range(4):
        a_version(a_plan(a_committee(municipality=municipality, name=f"Nämnden {number}")), AUGUST, *told())
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(f"reading:{name}", args=arguments))
    assert len(many) == len(few) <= 9
