"""What a report is compared with: the last published one as readers saw it, else the round before, else nothing."""

from datetime import date

import pytest

from followup.core.access import COMMAND_LINE
from goals.models import Goal
from reports.build import build_report
from reports.build.gather import gather, with_earlier
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.models import Assessment, MeasureFollowUp, Publication, PublicationFile, Report
from tests.builders import (
    a_goal,
    a_level,
    a_measurement,
    a_plan,
    a_report,
    a_round,
    a_section,
    a_stored_file,
    a_target,
    an_assessment,
    an_indicator,
)

APRIL, AUGUST = date(2017, 4, 30), date(2017, 8, 31)


def loaded(report):
    return Report.objects.select_related("plan", "committee__municipality", "round").get(pk=report.pk)


def facts_of(report):
    report = loaded(report)
    return with_earlier(report, gather(report))


def answered(round, world, status, **overrides):
    for goal in round.plan.goals.all():
        for unit in (world.afi, world.ifo):
            an_assessment(round, goal, unit, status=status, comment="<p>Så.</p>", state="approved", **overrides)


def a_report_of(round, **overrides):
    report = a_report(round, **overrides)
    a_section(report, kind="goal_follow_up", title="Målen")
    return report


def sealed(report, audience=Audience.PUBLIC, change_note=""):
    return publish(
        report=loaded(report), audience=audience, change_note=change_note, accept_warnings=True, by=COMMAND_LINE
    )


@pytest.fixture
def april(world):
    round = a_round(world.plan, as_of=APRIL, kind="tertial_1", title="Tertial 1 2017", state="closed")
    answered(round, world, "not_achieved", measure="<p>Anställa två.</p>", cause="<p>Ont om folk.</p>")
    return a_report_of(round, title="Tertialrapport april")


@pytest.fixture
def august(world):
    answered(world.round, world, "achieved")
    return a_report_of(world.round)


def told(report):
    facts = facts_of(report)
    return facts.earlier and (facts.earlier.title, facts.earlier.version, facts.earlier.is_same_plan)


def test_the_first_report_has_nothing_before_it(april):
    assert told(april) is None


def test_the_last_published_report_is_compared_with_as_it_was_sealed(world, april, august):
    sealed(april)
    Assessment.objects.filter(round=april.round).update(status="partly_achieved")
    world.goals[0].name = "Ett annat namn"
    assert told(august) == ("Tertialrapport april", 1, True)
    (before, *_more) = facts_of(august).earlier.items
    assert ([each.status.mark for each in before.statuses], before.name) == (["not_achieved"] * 2, "Mål nummer 1")


def test_what_is_sealed_is_read_back_as_it_was(april, august):
    a_target(indicator := an_indicator(april.plan.goals.first(), is_assessed=True), year=2017, value=90)
    a_measurement(indicator, "2016", sex="women")
    an_assessment(april.round, None, indicator=indicator, unit=april.round.assessments.first().unit, status="achieved",
                  state="approved")  # fmt: skip
    standing = build_report(loaded(april)).standing
    sealed(april)
    assert facts_of(august).earlier.items == standing
    assert [each.kind for each in standing].count("indicator") == 1


def test_of_several_versions_the_newest_that_everyone_may_read(april, august):
    sealed(april)
    sealed(april, change_note="Rättad siffra.")
    sealed(april, audience=Audience.MEMBERS, change_note="Bara för ledamöterna.")
    assert told(august)[1] == 2


def test_a_version_for_the_members_is_compared_with_where_none_is_open(april, august):
    sealed(april, audience=Audience.MEMBERS)
    assert told(august)[1] == 1


def test_of_reports_of_the_same_day_the_one_of_the_same_template(april, august):
    other = a_report_of(april.round, title="Planuppföljning april", template="plan_follow_up")
    sealed(april), sealed(other)
    assert told(august)[0] == "Tertialrapport april"


def test_the_round_before_where_no_report_of_it_is_published(april, august):
    assert told(august) == ("Tertial 1 2017", None, True)
    (before, *_more) = facts_of(august).earlier.items
    assert [each.status.mark for each in before.statuses] == ["not_achieved"] * 2


def test_a_file_from_before_reports_held_what_they_compare_with_is_passed_over(april, august):
    publication = Publication.objects.create(
        report=april,
        committee=april.committee,
        slug=april.slug,
        version=1,
        audience=Audience.PUBLIC,
        as_of=APRIL,
        title=april.title,
        published_at="2017-05-10T08:00:00Z",
    )
    file = a_stored_file(b'{"schema_version": "3"}')
    PublicationFile.objects.create(publication=publication, format="json", **file)
    assert told(august) == ("Tertial 1 2017", None, True)


def test_a_later_report_and_that_of_another_plan_beside_it_are_not_compared_with(world, april, august):
    sealed(august)
    assert told(april) is None
    beside = a_plan(world.committee, title="En annan plan")
    a_level(beside), a_goal(beside)
    report = a_report_of(a_round(beside, as_of=date(2017, 12, 31)))
    assert told(report) is None


def test_a_plan_that_goes_on_from_another_is_compared_with_its_last_report(world, august):
    sealed(august)
    plan = a_plan(world.committee, title="Verksamhetsplan 2018", year_from=2018, year_through=2018)
    a_level(plan)
    goal = a_goal(plan, key="nytt-id", predecessor=world.goals[0])
    round = a_round(plan, as_of=date(2018, 4, 30))
    an_assessment(round, goal, world.afi, status="not_achieved", comment="<p>Så.</p>", state="approved")
    report = a_report_of(round)
    assert told(report) == (august.title, 1, False)
    (status, goals) = build_report(loaded(report)).since_last.tables
    assert [row.cells[0].text for row in status.table.body] == ["1 Mål nummer 1"]
    assert [row.cells[0].text for row in goals.table.body] == ["2 Mål nummer 2", "3 Mål nummer 3"]


def test_a_goal_closed_since_then_has_gone(april, august, world):
    Goal.objects.filter(pk=world.goals[1].pk).update(closed_on=date(2017, 6, 1))
    tables = {each.title: each.table for each in build_report(loaded(august)).since_last.tables}
    assert [row.cells[0].text for row in tables["Nya mål och mål som har utgått"].body] == ["2 Mål nummer 2"]


def test_what_became_of_the_measures_is_read_along(april, august, world):
    answer = august.round.assessments.get(goal=world.goals[0], unit=world.afi)
    MeasureFollowUp.objects.create(assessment=answer, position=1, promise="Anställa två.", outcome="done")
    tables = {each.anchor: each for each in build_report(loaded(august)).since_last.tables}
    assert tables["sedan-forra-rapporten-atgarder"].text.startswith("1 av 6 åtgärder")


@pytest.mark.parametrize(("in_brief", "since_last"), [(True, False), (False, True), (False, False)])
def test_a_report_has_the_parts_that_it_is_to_have(april, august, in_brief, since_last):
    Report.objects.filter(pk=august.pk).update(has_in_brief=in_brief, has_since_last=since_last)
    document = build_report(loaded(august))
    assert (document.in_brief is not None, document.since_last is not None) == (in_brief, since_last)
    assert (facts_of(august).earlier is not None) == (in_brief or since_last)


def test_a_report_of_a_plan_has_neither(world):
    report = a_report_of(world.round)
    Report.objects.filter(pk=report.pk).update(round=None)
    document = build_report(loaded(report))
    assert (document.in_brief, document.since_last) == (None, None)


@pytest.mark.parametrize(("is_published", "queries"), [(True, 11), (False, 19)])
def test_the_comparison_takes_as_many_queries_with_many_goals_as_with_few(
    april, august, world, django_assert_num_queries, is_published, queries
):
    """Eight for what the report shows, one for the measures, one for the logo; for what was earlier one, or nine."""
    fill(world, april.round, 1)
    if is_published:
        sealed(april)
    report = loaded(august)
    with django_assert_num_queries(queries):
        build_report(report)
    fill(world, april.round, 12)
    with django_assert_num_queries(queries):
        build_report(report)


def fill(world, round, count):
    for _ in range(count):
        goal = a_goal(world.plan)
        indicator = an_indicator(goal)
        a_target(indicator)
        for period in ("2016", "2017"):
            a_measurement(indicator, period, sex="women")
        for each in (round, world.round):
            answer = an_assessment(each, goal, world.afi, status="achieved", measure="<p>Mer.</p>", state="approved")
        MeasureFollowUp.objects.create(assessment=answer, position=1, promise="Mer.", outcome="continues")
