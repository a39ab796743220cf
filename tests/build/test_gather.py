"""A report's rows become facts: complete, in order, in few queries, and no more kinds of data than sections show."""

from dataclasses import replace
from datetime import date

import pytest

from goals.models import Goal, GoalContribution, GoalUnit
from reports.build import build_report, build_section
from reports.build.gather import gather
from reports.build.part_facts import SectionFact
from reports.choices import SectionKind
from reports.models import AssessmentReference, Attachment, DataTable, DataTableRow, Report, Section
from tests.builders import (
    a_goal,
    a_level,
    a_measurement,
    a_report,
    a_round,
    a_section,
    a_target,
    an_assessment,
    an_assignment,
    an_indicator,
)


@pytest.fixture
def report(world):
    return a_report(world.round)


def loaded(report):
    return Report.objects.select_related("plan", "committee__municipality", "round").get(pk=report.pk)


def test_goals_have_their_level_words_units_and_contributions_in_order(world, report):
    first, second, third = world.goals
    area = a_level(world.plan, name="Område", assessed_by="nobody")
    Goal.objects.filter(pk=first.pk).update(label="Årsmål 2017", year=2017)
    Goal.objects.filter(pk=second.pk).update(level=area)
    for position, target in enumerate((third, second, third)):
        GoalContribution.objects.create(goal=first, target_goal=target, position=position)
    GoalUnit.objects.create(goal=third, unit=world.ifo, position=0)
    facts = gather(report)
    assert [(goal.label, goal.level, goal.year, goal.is_area) for goal in facts.goals] == [
        ("Årsmål 2017", "Mål", 2017, False), ("Område", "Område", None, True), ("Mål", "Mål", None, False),
    ]  # fmt: skip
    assert facts.goals[0].contributes_to == (third.pk, second.pk, third.pk)
    assert [goal.unit_ids for goal in facts.goals] == [(world.afi.pk, world.ifo.pk), (), (world.ifo.pk, world.afi.pk)]


def test_a_goal_that_was_closed_is_gone_with_what_hangs_on_it_and_those_below_move_up(world, report):
    a_section(report, kind="goal_follow_up")
    first, second, third = world.goals
    Goal.objects.filter(pk=second.pk).update(parent=first, closed_on=report.as_of)
    Goal.objects.filter(pk=third.pk).update(parent=second)
    an_indicator(second), an_assignment(world.plan, goal=second)
    kept = an_indicator(third)
    a_measurement(plan_indicator := an_indicator(second)), a_measurement(kept)
    facts = gather(report)
    assert [(goal.id, goal.parent_id) for goal in facts.goals] == [(first.pk, None), (third.pk, first.pk)]
    assert ([indicator.id for indicator in facts.indicators], facts.assignments) == ([kept.pk], ())
    assert plan_indicator.pk not in {figure.indicator_id for figure in facts.measurements}
    Goal.objects.filter(pk=second.pk).update(closed_on=date(2017, 9, 1))
    assert len(gather(report).goals) == 3


def test_figures_are_those_begun_by_the_date_and_those_of_periods_that_a_section_names(world, report):
    a_section(report, kind="indicator_table", options={"perioder": ["2018"]})
    indicator = an_indicator(world.goals[0])
    for period in ("2017-09", "2016", "2018", "2017"):
        a_measurement(indicator, period, remark="Ny mätmetod.")
    facts = gather(report)
    assert [(figure.period, figure.remark) for figure in facts.measurements] == [
        (period, "Ny mätmetod.") for period in ("2016", "2018", "2017")
    ]
    assert facts.sections[0].options == {"perioder": ("2018",)}


@pytest.mark.parametrize(("state", "superseded"), [("planned", False), ("open", True), ("closed", True)])
def test_a_later_round_that_has_begun_supersedes(world, report, state, superseded):
    a_section(report, kind="indicator_table")
    a_measurement(an_indicator(world.goals[0]), "2016")
    a_round(world.plan, as_of=date(2017, 12, 31), state=state, deadline=None)
    assert gather(report).is_superseded is superseded


def test_answers_on_all_subjects_stand_in_the_books_order_with_what_else_they_answer(world, report):
    a_section(report, kind="goal_follow_up")
    indicator, further = an_indicator(world.goals[0]), an_indicator(world.goals[0])
    assignment = an_assignment(world.plan)
    an_assessment(world.round, None, indicator=indicator, position=3, ref="1-2")
    answer = an_assessment(world.round, None, assignment=assignment, position=2, trend="up")
    an_assessment(world.round, world.goals[2], world.afi, position=1)
    AssessmentReference.objects.create(assessment=answer, indicator=further, position=1)
    AssessmentReference.objects.create(assessment=answer, assignment=assignment, position=2)
    facts = gather(report)
    assert [(each.goal_id, each.assignment_id, each.indicator_id) for each in facts.assessments] == [
        (world.goals[2].pk, None, None),
        (None, assignment.pk, None),
        (None, None, indicator.pk),
    ]
    assert [(each.ref, each.trend) for each in facts.assessments] == [("", ""), ("", "up"), ("1-2", "")]
    assert (facts.assessments[1].also_indicators, facts.assessments[1].also_assignments) == (
        (further.pk,),
        (assignment.pk,),
    )


def test_tables_have_their_rows_in_order_and_a_table_without_rows_is_there_too(world, report):
    a_section(report)
    drift = DataTable.objects.create(report=report, key="drift", title="Drift", unit_of_measure="tkr", position=1)
    DataTable.objects.create(report=report, key="tom", position=2)
    for position, (kind, label) in enumerate([("heading", "Verksamhet"), ("row", "Vård")]):
        DataTableRow.objects.create(table=drift, position=-position + 5, kind=kind, label=label, cells=["1", "-2,50"])
    first, second = gather(report).tables
    assert [(row.label, row.cells) for row in first.rows] == [("Vård", ("1", "-2,50")), ("Verksamhet", ("1", "-2,50"))]
    assert (first.key, first.unit_of_measure, second.key, second.rows) == ("drift", "tkr", "tom", ())


def test_hidden_sections_and_kinds_of_data_that_none_shows_are_not_read(world, report):
    indicator = an_indicator(world.goals[0])
    a_measurement(indicator, "2016"), a_target(indicator), an_assignment(world.plan)
    Attachment.objects.create(report=report, title="Bilaga 1")
    a_section(report, kind="goal_follow_up", is_hidden=True)
    facts = gather(report)
    assert (facts.sections, facts.indicators, facts.measurements, facts.targets, facts.assignments) == (
        (),
        (),
        (),
        (),
        (),
    )
    assert facts.attachments == ()
    a_section(report, kind="attachments"), a_section(report, kind="goal_follow_up")
    facts = gather(report)
    assert [len(part) for part in (facts.indicators, facts.measurements, facts.targets, facts.assignments)] == [
        1,
        1,
        1,
        1,
    ]
    assert [each.title for each in facts.attachments] == ["Bilaga 1"]


def test_a_report_of_every_kind_takes_as_many_queries_with_forty_goals_as_with_three(
    world, report, django_assert_num_queries
):
    """Nine for what it shows, two to find that nothing lies before it, one for its past, and one for the logo."""
    for kind in SectionKind.values:
        a_section(report, kind=kind, title="" if kind == "page_break" else kind)
    fill(world, report)
    report = loaded(report)
    with django_assert_num_queries(13):
        build_report(report)
    for _ in range(36):
        fill(world, report)
    with django_assert_num_queries(13):
        document = build_report(report)
    assert len(document.sections[SectionKind.values.index("goal_table")].block.rows) == 40


def test_a_report_of_text_takes_five_queries(world, report, django_assert_num_queries):
    a_section(report)
    report = loaded(report)
    with django_assert_num_queries(5):
        build_report(report)


def fill(world, report):
    goal = a_goal(world.plan, units=[world.afi, world.ifo], year=2017)
    indicator = an_indicator(goal, units=[world.afi])
    a_target(indicator), a_measurement(indicator, "2016"), a_measurement(indicator, "2016", sex="women")
    assignment = an_assignment(world.plan, goal=goal, kind="activity")
    table = DataTable.objects.create(report=report, key=goal.key)
    DataTableRow.objects.create(table=table, label="Rad", cells=["1"])
    Attachment.objects.create(report=report, title=goal.key)
    GoalContribution.objects.create(goal=goal, target_goal=world.goals[0])
    for subject in ({"goal": goal}, {"goal": None, "indicator": indicator}, {"goal": None, "assignment": assignment}):
        answer = an_assessment(world.round, unit=world.afi, comment="<p>Bra.</p>", state="approved", **subject)
        AssessmentReference.objects.create(assessment=answer, indicator=indicator)


@pytest.mark.parametrize(("kind", "queries"), [("text", 0), ("page_break", 0), ("data_table", 1), ("attachments", 1)])
def test_of_a_section_that_shows_nothing_of_the_plan_only_its_own_is_read(
    report, kind, queries, django_assert_num_queries
):
    report = loaded(report)
    with django_assert_num_queries(queries):
        facts = gather(report, SectionFact(0, 1, "Rubrik", kind, "<p>Text</p>", {}))
    assert (facts.goals, facts.units, facts.assessments) == ((), (), ())


@pytest.mark.parametrize("kind", [kind for kind in SectionKind if kind != SectionKind.PAGE_BREAK])
def test_a_section_alone_is_what_it_is_in_the_report(world, report, kind):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready", comment="<p>Bra</p>")
    a_measurement(an_indicator(world.goals[0], unit_of_measure="%"), "2016", unit=world.afi)
    Section.objects.filter(report=report).delete()
    section = a_section(report, kind=kind, content="<p>Text</p>")
    fact = SectionFact(0, section.level, section.title, kind, section.content, {})
    alone, whole = build_section(report, fact).sections, build_report(report).sections
    assert [replace(each, anchor="") for each in alone] == [replace(each, anchor="") for each in whole]
