"""The section `statusdiagram`: how the goals were judged in earlier published reports, and in this one."""

from datetime import date

import pytest

from reports.build import build_report, build_section
from reports.build.document import StandingItem, StandingStatus, StatusMark
from reports.build.facts import EarlierFact
from reports.build.gather import gather, with_past
from reports.build.loading.past import MOST, past_of
from reports.build.part_facts import SectionFact
from reports.commands.withdrawal import withdraw
from tests.build.sections import block_of
from tests.build.test_compared import a_report_of, answered, loaded, sealed
from tests.builders import a_round, a_section
from tests.reports.facts import a_goal_fact, an_answer, an_area_fact

DONE, NOT = StatusMark("achieved", "Uppnått"), StatusMark("not_achieved", "Ej uppnått")
TREE = (
    an_area_fact(1, name="Trygghet"),
    a_goal_fact(2, parent_id=1),
    a_goal_fact(3, parent_id=1, continues="gammalt"),
    an_area_fact(4, name="Ekonomi"),
    a_goal_fact(5, parent_id=4, is_judged_by_committee=True),
)


def an_item(key, *statuses, kind="goal"):
    return StandingItem(kind, key, "", key, key, tuple(StandingStatus(by, status) for by, status in statuses))


def earlier(*items, is_same_plan=True, as_of=date(2017, 4, 30)):
    return EarlierFact("Tertial 1", as_of, 1, is_same_plan, items)


def counted(chart):
    """By area and time, how many of each status."""
    return {
        (area, when): {each.name: int(each.points[place].value) for each in chart.series if each.points[place].value}
        for place, (area, when) in enumerate(zip(chart.groups, chart.categories, strict=True))
    }


def chart(*past, options=None, assessments=(), goals=TREE):
    return block_of("status_chart", "Över tid", options, goals=goals, assessments=assessments, past=past)


def test_a_row_for_each_time_under_each_area_the_reports_own_last():
    found = chart(earlier(an_item("2", ("AFI", NOT), ("IFO", NOT))), assessments=(an_answer(2, 1), an_answer(5, None)))
    assert counted(found) == {
        ("Trygghet", "30 april 2017"): {"Ej uppnått": 2},
        ("Trygghet", "31 augusti 2017"): {"Målet är uppnått": 1, "Ingen bedömning": 1},
        ("Ekonomi", "30 april 2017"): {},
        ("Ekonomi", "31 augusti 2017"): {"Målet är uppnått": 1},
    }
    assert found.title == "Över tid"


def test_the_committees_own_judgement_counts_before_the_units():
    found = chart(
        earlier(an_item("5", ("AFI", NOT), ("", DONE))),
        assessments=(an_answer(5, 1), an_answer(5, None, "not_achieved")),
    )
    assert counted(found)["Ekonomi", "30 april 2017"] == {"Uppnått": 1}
    assert counted(found)["Ekonomi", "31 augusti 2017"] == {"Målet är inte uppnått": 1}


def test_goals_are_followed_back_into_the_plan_that_they_go_on_from():
    past = earlier(an_item("gammalt", ("AFI", NOT)), an_item("2", ("AFI", DONE)), is_same_plan=False)
    assert counted(chart(past))["Trygghet", "30 april 2017"] == {"Ej uppnått": 1}


def test_indicators_with_the_same_key_are_not_taken_for_goals():
    assert chart(earlier(an_item("2", ("AFI", DONE), kind="indicator"))) is None


def test_the_section_picks_goals_and_units():
    past = earlier(an_item("2", ("AFI", NOT), ("IFO", DONE)), an_item("5", ("", DONE)))
    answers = (an_answer(2, 1), an_answer(2, 2, "not_achieved"), an_answer(5, None))
    found = chart(past, options={"mål": "1", "enheter": "AFI"}, assessments=answers)
    assert counted(found) == {
        ("Trygghet", "30 april 2017"): {"Ej uppnått": 1},
        ("Trygghet", "31 augusti 2017"): {"Målet är uppnått": 1, "Ingen bedömning": 1},
    }


def test_nothing_judged_is_no_chart():
    assert chart() is None
    assert chart(goals=()) is None


@pytest.mark.django_db
class TestPublished:
    def a_round_of(self, world, as_of, status="achieved"):
        round = a_round(world.plan, as_of=as_of, kind="month", title=f"Runda {as_of}", state="closed")
        answered(round, world, status)
        return round

    @pytest.fixture(autouse=True)
    def light(self, light_pdf):
        pass

    def test_the_chart_is_of_what_was_sealed_oldest_first(self, world, cast):
        for month, status in ((3, "not_achieved"), (5, "partly_achieved")):
            sealed(
                a_report_of(self.a_round_of(world, date(2017, month, 28), status), slug=f"r{month}", key=f"r{month}")
            )
        report = a_report_of(self.a_round_of(world, date(2017, 8, 31)), slug="nu", key="nu")
        a_section(report, kind="status_chart", title="Över tid")
        found = build_report(loaded(report)).sections[-1].block
        assert found.categories[:3] == ("28 mars 2017", "28 maj 2017", "31 augusti 2017")
        assert [each.role for each in found.series] == ["achieved", "partly_achieved", "not_achieved"]
        section = SectionFact(0, 1, "Över tid", "status_chart", "")
        assert build_section(loaded(report), section).sections[0].block == found

    def test_withdrawn_versions_are_passed_over_and_a_day_is_there_once(self, world, cast):
        first, second = (
            a_report_of(self.a_round_of(world, date(2017, 3, 31)), slug=slug, key=slug) for slug in ("a", "b")
        )
        sealed(first)
        withdraw(publication=sealed(second), reason="Fel.", by=cast.controller)
        sealed(first, change_note="Rättad.")
        report = a_report_of(self.a_round_of(world, date(2017, 8, 31)), slug="nu", key="nu")
        (found,) = past_of(loaded(report))
        assert (found.as_of, found.version) == (date(2017, 3, 31), 2)

    def test_as_many_times_as_can_be_looked_over_in_two_queries(self, world, django_assert_num_queries):
        for day in range(1, MOST + 3):
            sealed(a_report_of(self.a_round_of(world, date(2017, 1, day)), slug=f"r{day}", key=f"r{day}"))
        report = loaded(a_report_of(self.a_round_of(world, date(2017, 8, 31)), slug="nu", key="nu"))
        with django_assert_num_queries(2):
            found = past_of(report)
        assert [each.as_of.day for each in found] == list(range(3, MOST + 3))

    def test_a_report_without_the_section_reads_nothing_of_them(self, world, django_assert_num_queries):
        report = loaded(a_report_of(self.a_round_of(world, date(2017, 8, 31))))
        facts = gather(report)
        with django_assert_num_queries(0):
            assert with_past(report, facts) is facts
