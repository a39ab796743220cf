"""Rounds, answers, and reports with what stands in them, written in bulk."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.access import COMMAND_LINE
from followup.core.commands.row_faults import RowsHeld, RowsLocked, RowsRefused
from followup.core.faults import NotAllowed
from followup.core.models import PeriodLock
from reports.choices import AnswerState, Audience
from reports.commands.answers import delete_answers, save_answers, set_answer_references
from reports.commands.publishing import publish
from reports.commands.report_rows import (
    delete_reports,
    delete_sections,
    delete_tables,
    save_attachments,
    save_reports,
    save_sections,
    save_table_rows,
    save_tables,
)
from reports.commands.rounds import delete_rounds, save_rounds
from reports.models import Assessment, Attachment, DataTable, DataTableRow, Report, Round, Section
from tests.builders import a_report, a_round, a_section, an_assessment, an_assignment, an_indicator


def answers(world, units, goal=0, **values):
    return [Assessment(round=world.round, goal=world.goals[goal], unit=unit, **values) for unit in units]


def test_rounds_are_saved_and_those_without_answers_deleted(world, cast):
    round = Round(plan=world.plan, key="t1", title="Tertial 1", kind="tertial_1", as_of=date(2017, 4, 30))
    save_rounds(plan=world.plan, rounds=[round], by=cast.controller)
    assert round.committee == world.committee
    an_assessment(world.round, world.goals[0])
    with pytest.raises(RowsHeld, match="1 bedömning"):
        delete_rounds(plan=world.plan, rounds=[world.round], by=cast.controller)
    delete_rounds(plan=world.plan, rounds=[round], by=cast.controller)
    assert list(Round.objects.all()) == [world.round]


def test_a_round_that_is_closed_says_by_whom_and_one_that_is_opened_forgets_it(world, cast):
    world.round.state = "closed"
    save_rounds(plan=world.plan, rounds=[world.round], by=cast.controller)
    world.round.refresh_from_db()
    assert world.round.closed_by == cast.controller
    world.round.state = "open"
    save_rounds(plan=world.plan, rounds=[world.round], by=cast.controller)
    world.round.refresh_from_db()
    assert (world.round.closed_at, world.round.closed_by) == (None, None)


def test_days_in_the_wrong_order_are_told_in_words(world, cast):
    world.round.deadline = date(2017, 1, 1)
    with pytest.raises(RowsRefused, match="Sista dag kan inte vara före"):
        save_rounds(plan=world.plan, rounds=[world.round], by=cast.controller)


def test_an_approver_does_not_set_up_rounds_or_write_others_answers(world, cast):
    for act in (
        lambda: save_rounds(plan=world.plan, rounds=[], by=cast.approver),
        lambda: delete_rounds(plan=world.plan, rounds=[], by=cast.approver),
        lambda: save_answers(plan=world.plan, assessments=[], by=cast.approver),
        lambda: delete_answers(plan=world.plan, assessments=[], by=cast.approver),
        lambda: set_answer_references(plan=world.plan, references={}, by=cast.approver),
        lambda: save_reports(plan=world.plan, reports=[], by=cast.approver),
        lambda: save_sections(report=a_report(world.round), sections=[], by=cast.approver),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_answers_are_sanitised_and_say_who_made_them_approved(world, cast):
    [answer] = answers(world, [world.afi], status="achieved", state="approved", comment="<p>Bra<script>x</script></p>")
    save_answers(plan=world.plan, assessments=[answer], by=cast.controller)
    answer.refresh_from_db()
    assert (answer.comment, answer.version, answer.approved_by) == ("<p>Bra</p>", 1, cast.controller)


def test_the_command_line_approves_without_being_anybody(world):
    [answer] = answers(world, [world.afi], status="achieved", state="approved")
    save_answers(plan=world.plan, assessments=[answer], by=COMMAND_LINE)
    answer.refresh_from_db()
    assert (answer.state, answer.approved_at, answer.approved_by) == (AnswerState.APPROVED, None, None)


def test_a_changed_answer_gets_a_new_version_and_an_unchanged_one_does_not(world, cast):
    rows = answers(world, [world.afi, world.ifo], status="achieved", state="ready")
    save_answers(plan=world.plan, assessments=rows, by=cast.controller)
    rows[0].state = "draft"
    saved = save_answers(plan=world.plan, assessments=rows, by=cast.administrator)
    assert saved.changed == (rows[0],)
    changed, unchanged = (Assessment.objects.get(pk=row.pk) for row in rows)
    assert (changed.version, changed.updated_by, changed.ready_by) == (2, cast.administrator, None)
    assert (unchanged.version, unchanged.updated_by, unchanged.ready_by) == (1, cast.controller, cast.controller)
    assert changed.updated_at > unchanged.updated_at


def test_answers_on_one_subject_may_differ_in_ref_and_not_repeat(world, cast):
    first, second = answers(world, [None], ref="1-2") + answers(world, [None], ref="3")
    save_answers(plan=world.plan, assessments=[first, second], by=cast.controller)
    with pytest.raises(RowsRefused, match="redan en bedömning av samma sak"):
        save_answers(plan=world.plan, assessments=answers(world, [None], ref="3"), by=cast.controller)


def test_a_status_of_the_wrong_scale_is_told(world, cast):
    with pytest.raises(RowsRefused, match="hör inte till skalan"):
        save_answers(plan=world.plan, assessments=answers(world, [None], status="on_track"), by=cast.controller)


def test_a_closed_round_takes_a_controllers_correction_and_a_locked_period_nothing(world, cast):
    Round.objects.update(state="closed")
    rows = answers(world, [world.afi], status="achieved")
    save_answers(plan=world.plan, assessments=rows, by=cast.controller)
    PeriodLock.objects.create(
        committee=world.committee,
        period_from=date(2017, 8, 1),
        period_through=date(2017, 8, 31),
        reason="Delåret är lämnat",
        locked_by=cast.administrator,
    )
    rows[0].status = "not_achieved"
    with pytest.raises(RowsLocked, match="Delåret är lämnat"):
        save_answers(plan=world.plan, assessments=rows, by=cast.controller)
    with pytest.raises(RowsLocked):
        delete_answers(plan=world.plan, assessments=rows, by=cast.controller)
    with pytest.raises(RowsLocked):
        set_answer_references(
            plan=world.plan, references={rows[0].pk: [an_indicator(world.goals[0])]}, by=cast.controller
        )


def test_answers_ask_as_many_queries_for_many_as_for_few(world, cast):
    def saving(rows):
        with CaptureQueriesContext(connection) as captured:
            save_answers(plan=world.plan, assessments=rows, by=cast.controller)
        return len(captured)

    few = [Assessment(round=world.round, goal=world.goals[0], unit_words=f"a{number}") for number in range(2)]
    many = [Assessment(round=world.round, goal=world.goals[1], unit_words=f"b{number}") for number in range(20)]
    saving([])
    assert saving(few) == saving(many)


def test_a_text_may_answer_further_indicators_and_assignments_in_order(world, cast):
    [answer] = answers(world, [None])
    save_answers(plan=world.plan, assessments=[answer], by=cast.controller)
    indicator, assignment = an_indicator(world.goals[0]), an_assignment(world.plan)
    references = {answer.pk: [assignment, indicator]}
    assert set_answer_references(plan=world.plan, references=references, by=cast.controller) == (answer,)
    links = answer.references.order_by("position")
    assert [(link.assignment, link.indicator) for link in links] == [(assignment, None), (None, indicator)]
    assert set_answer_references(plan=world.plan, references=references, by=cast.controller) == ()
    delete_answers(plan=world.plan, assessments=[answer], by=cast.controller)
    assert not Assessment.objects.exists()


def test_a_report_gets_an_address_and_grows_by_versions(world, cast):
    report = Report(plan=world.plan, round=world.round, key="r1", template="interim", title="Delår augusti")
    double = Report(plan=world.plan, key="r2", template="empty", title="Delår augusti")
    save_reports(plan=world.plan, reports=[report, double], by=cast.controller)
    assert [report.slug, double.slug] == ["delar-augusti", "delar-augusti-2"]
    report.subtitle = "Januari–augusti"
    save_reports(plan=world.plan, reports=[report, double], by=cast.controller)
    assert [Report.objects.get(pk=row.pk).version for row in (report, double)] == [2, 1]


def test_what_stands_in_a_report_is_saved_and_goes_with_it(world, cast):
    report, by = a_report(world.round), cast.controller
    sections = [Section(report=report, title="Ekonomi", position=1, content="<p>Text</p><script>x</script>")]
    save_sections(report=report, sections=sections, by=by)
    table = DataTable(report=report, key="t1", title="Budget")
    save_tables(report=report, tables=[table], by=by)
    rows = [DataTableRow(table=table, position=number, label="Personal", cells=["1", "2"]) for number in (1, 2)]
    save_table_rows(table=table, rows=rows, by=by)
    save_attachments(report=report, attachments=[Attachment(report=report, title="Budget i detalj")], by=by)
    assert Section.objects.get().content == "<p>Text</p>"
    delete_sections(report=report, sections=sections, by=by)
    delete_reports(plan=world.plan, reports=[report], by=by)
    for model in (DataTable, DataTableRow, Attachment):
        assert not model.objects.exists()
    assert Section.history.filter(history_type="-").count() == 1


def test_a_row_has_at_most_twenty_cells(world, cast):
    table = DataTable.objects.create(report=a_report(world.round), key="t1")
    with pytest.raises(RowsRefused, match="högst 20 celler"):
        save_table_rows(table=table, rows=[DataTableRow(table=table, cells=["1"] * 21)], by=cast.controller)


def test_a_page_break_has_no_words(world, cast):
    report = a_report(world.round)
    with pytest.raises(RowsRefused, match="varken rubrik eller text"):
        save_sections(
            report=report, sections=[Section(report=report, title="Rubrik", kind="page_break")], by=cast.controller
        )


def test_a_published_report_stays(world, cast, light_pdf):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    report = a_report(world.round)
    a_section(report, content="<p>Text.</p>")
    publish(report=report, audience=Audience.MEMBERS, change_note="", accept_warnings=True, by=cast.controller)
    with pytest.raises(RowsHeld, match="1 publicering"):
        delete_reports(plan=world.plan, reports=[report], by=cast.controller)


def test_rows_of_another_report_are_refused(world, cast):
    section = a_section(a_report(a_round(world.plan)))
    with pytest.raises(RowsRefused):
        save_sections(report=a_report(world.round), sections=[section], by=cast.controller)
    table = DataTable.objects.create(report=section.report, key="t1")
    with pytest.raises(RowsRefused):
        delete_tables(report=a_report(world.round), tables=[table], by=cast.controller)
