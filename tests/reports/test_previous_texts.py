"""What stood in the same sections of the report before."""

from datetime import date

import pytest

from reports.build.previous import previous_texts
from tests.builders import a_plan, a_report, a_round, a_section


@pytest.fixture
def report(world):
    return a_report(world.round)


def earlier(world, day=date(2017, 4, 30), **overrides):
    return a_report(a_round(overrides.pop("plan", world.plan), as_of=day, deadline=None), **overrides)


def test_a_section_is_the_same_that_shows_the_same_under_the_same_title(world, report):
    before = earlier(world, title="April")
    a_section(before, title="EKONOMI", content="<p>Då.</p>")
    a_section(before, title="Mål", kind="goal_table", content="<p>Tabell.</p>")
    section, other = a_section(report, title="Ekonomi"), a_section(report, title="Mål")
    found = previous_texts(report)
    assert (found[section.pk].html, found[section.pk].report_title) == ("<p>Då.</p>", "April")
    assert other.pk not in found


def test_of_several_alike_the_first_is_the_first_and_empty_ones_are_not_told(world, report):
    before = earlier(world)
    for content in ("<p>Ett.</p>", "", "<p>Tre.</p>"):
        a_section(before, title="Analys", content=content)
    sections = [a_section(report, title="Analys") for _ in range(3)]
    found = previous_texts(report)
    assert [found[section.pk].html if section.pk in found else None for section in sections] == [
        "<p>Ett.</p>", None, "<p>Tre.</p>",
    ]  # fmt: skip


def test_the_latest_earlier_report_of_the_template_counts_also_of_an_earlier_plan(world, report):
    old_plan = a_plan(world.committee, year_from=2016, year_through=2016)
    for before, words in (
        (earlier(world, date(2016, 8, 31), plan=old_plan), "året före"),
        (earlier(world, date(2017, 4, 30)), "april"),
        (earlier(world, date(2017, 5, 31), template="tertial"), "annan mall"),
        (earlier(world, date(2017, 12, 31)), "senare"),
    ):
        a_section(before, title="Inledning", content=f"<p>{words}</p>")
    section = a_section(report, title="Inledning")
    assert previous_texts(report)[section.pk].html == "<p>april</p>"


def test_without_an_earlier_report_there_is_nothing(report):
    a_section(report)
    assert previous_texts(report) == {}
