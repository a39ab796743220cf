"""What a new report begins with: complete in structure before anyone has written a word."""

from datetime import date

import pytest

from followup.core.access import COMMAND_LINE
from reports.build import build_report
from reports.checks import Severity, findings_for
from reports.choices import ReportTemplate
from reports.commands.new_report import create_plan_report, create_report
from reports.commands.report_templates import layout_of, template_sections
from reports.plan_book.rules.sections import SHOWS
from tests.builders import a_goal, a_level, a_round, an_assignment, an_indicator


@pytest.fixture
def tree(world):
    """Two areas that nobody judges, each with a goal under it, after the three flat goals are gone."""
    world.plan.goals.all().delete()
    area = a_level(world.plan, name="Område", position=0, assessed_by="nobody")
    for name in ("Attraktivitet", "Integration"):
        top = a_goal(world.plan, level=area, name=name, key=name, position=10 * world.plan.goals.count())
        a_goal(
            world.plan, level=world.plan.levels.get(name="Mål"), parent=top, position=top.position + 1, key=f"{name}1"
        )
    return world


def lines(template, plan, round=None):
    return [(section.level, section.title, section.kind) for section in template_sections(template, plan, round)]


def test_an_interim_report_is_three_sections(world):
    assert lines("interim", world.plan, world.round) == [
        (1, "Inledning", "text"), (1, "Målen i korthet", "goal_overview"), (1, "Måluppföljning", "goal_table"),
    ]  # fmt: skip


def test_a_plan_with_areas_has_a_section_for_each(tree):
    sections = template_sections("tertial", tree.plan, tree.round)
    assert [(each.level, each.title, each.options) for each in sections if each.kind == "goal_follow_up"] == [
        (2, "Attraktivitet", {"mål": ["Attraktivitet"], "nivåer": ("Mål",)}),
        (2, "Integration", {"mål": ["Integration"], "nivåer": ("Mål",)}),
    ]


def test_an_area_that_says_something_itself_stands_as_a_goal_under_no_heading_of_the_sections(tree):
    tree.plan.goals.filter(key="Integration").update(description="<p>Om området.</p>")
    sections = template_sections("tertial", tree.plan, tree.round)
    assert [(each.title, each.options) for each in sections if each.kind == "goal_follow_up"][1] == (
        "", {"mål": ["Integration"]},
    )  # fmt: skip


def test_many_topmost_goals_share_a_section(tree):
    area = tree.plan.levels.get(name="Område")
    for number in range(15):
        a_goal(tree.plan, level=area, key=f"extra{number}", position=100 + number)
    assert sum(kind == "goal_follow_up" for _level, _title, kind in lines("tertial", tree.plan)) == 1


def test_sections_for_what_the_plan_does_not_have_are_left_out(world):
    without = lines("plan", world.plan)
    an_assignment(world.plan), an_assignment(world.plan, key="a1", kind="activity")
    an_indicator(world.goals[0], kind="key_figure")
    added = [kind for line in lines("plan", world.plan) if line not in without for kind in [line[2]]]
    assert added == ["key_figures", "assignment_table", "activity_table"]


def test_the_years_indicators_are_shown_over_three_years(world):
    round = a_round(world.plan, as_of=date(2017, 12, 31), deadline=None)
    (table,) = [each for each in template_sections("year_end", world.plan, round) if each.kind == "indicator_table"]
    assert table.options["perioder"] == ["2015", "2016", "2017"]


@pytest.mark.parametrize("template", ReportTemplate.values)
def test_every_table_that_is_shown_is_made_and_every_option_understood(tree, template):
    an_assignment(tree.plan)
    layout = layout_of(template, tree.plan, tree.round)
    shown = [each.options["tabell"][0] for each in layout.sections if each.kind == "data_table"]
    assert shown == [table.key for table in layout.tables]
    assert {part for each in layout.sections for part in each.options.get("visa", ())} <= set(SHOWS)
    assert (layout.sections == ()) == (template == ReportTemplate.EMPTY)


@pytest.mark.parametrize("template", sorted(set(ReportTemplate.values) - {"empty"}))
def test_a_new_report_can_be_built_at_once_and_has_nothing_wrong_in_its_structure(tree, template):
    report = create_report(round=tree.round, template=template, by=COMMAND_LINE)
    document = build_report(report)
    assert len(document.sections) == report.sections.count()
    assert not [finding for finding in findings_for(report) if finding.severity == Severity.ERROR]


def test_headings_over_other_sections_are_not_said_to_lack_text(tree):
    report = create_report(round=tree.round, template="tertial", by=COMMAND_LINE)
    empty = [finding.where for finding in findings_for(report) if finding.rule == "empty_section"]
    assert "Prognos" not in empty
    assert "Sammanfattning" in empty


def test_a_tables_headings_name_the_year_and_its_deviation_is_computed(tree):
    report = create_report(round=tree.round, template="tertial", by=COMMAND_LINE)
    heading, computed, *rows = report.tables.get(key="driftredovisning").rows.all()
    assert heading.cells == ["Budget augusti 2017", "Prognos augusti 2017", "Avvikelse"]
    assert (computed.kind, computed.cells) == ("computation", ["", "", "1-2"])
    assert [(row.kind, row.label) for row in rows[-2:]] == [("sum", "Summa kostnader"), ("grand_total", "Resultat")]


def test_a_report_of_the_plan_itself_has_the_plans_template_title_and_no_date(world):
    report = create_plan_report(plan=world.plan, by=COMMAND_LINE)
    assert (report.template, report.title, report.as_of, report.round) == ("plan", world.plan.title, None, None)
    assert create_plan_report(plan=world.plan, template="plan_follow_up", by=COMMAND_LINE).template == "plan_follow_up"


def test_laying_out_asks_as_much_however_large_the_plan(world, django_assert_num_queries):
    with django_assert_num_queries(4):
        layout_of("year_end", world.plan, world.round)
    for _ in range(30):
        an_indicator(a_goal(world.plan))
    with django_assert_num_queries(4):
        layout_of("year_end", world.plan, world.round)
