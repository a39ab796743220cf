"""Importing a book: what is new, what changes and what stays as it is."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.models import Unit
from goals.models import Assignment, Goal, Plan
from indicators.models import Indicator
from reports.models import Assessment, DataTable, DataTableRow, Report, Section
from reports.plan_book.reading import read_workbook
from reports.plan_book.stored import stored_book
from reports.plan_book.writing import write_workbook
from tests.plan_import.books import a_book, a_full_book, a_plan_row, only, read_in, rows_of

pytestmark = pytest.mark.django_db


def test_everything_that_stands_in_the_book_is_kept(plan):
    stored, book = stored_book(plan), a_full_book()
    for sheet in ("Enheter", "Nivåer", "Målvärden", "Utfall", "Uppföljningar", "Uppdrag", "Rapporter", "Bilagor"):
        found = [{h: v for h, v in row.values.items() if v} for row in stored.of(sheet)]
        given = [{h: v for h, v in row.values.items() if v} for row in book.of(sheet)]
        if sheet == "Uppföljningar":
            assert found[0].items() >= given[0].items()
        else:
            assert found == given, sheet


def test_goals_stand_depth_first_and_keep_lists_with_their_doubles(plan):
    assert [goal.key for goal in plan.goals.in_plan_order()] == ["o1", "m1", "m2"]
    goal = plan.goals.get(key="m1")
    assert [each.unit.code for each in goal.goal_units.all()] == ["IFO", "AFI", "IFO"]
    assert [each.target_goal.key for each in goal.contributions.all()] == ["o1", "o1"]
    assert goal.description == "<p>En <em>viktig</em> text.</p>"


def test_importing_the_same_book_again_changes_nothing(plan):
    before = Goal.history.count()
    assert only(read_in(a_full_book())) == {}
    assert only(read_in(stored_book(plan))) == {}
    assert Goal.history.count() == before


def test_only_what_differs_is_written(plan):
    book = a_book(a_plan_row(), Mål=rows_of(a_full_book(), "Mål", m2={"Namn": "Bättre kvalitet"}))
    imported = read_in(book)
    assert only(imported) == {"Mål": "0 nya, 1 ändrade, 2 oförändrade, 0 borttagna"}
    (change,) = imported.changes.sheets["Mål"].changed
    assert [(each.heading, each.old, each.new) for each in change.fields] == [("Namn", "Kvalitet", "Bättre kvalitet")]
    assert [goal.key for goal in Goal.history.filter(history_type="~")] == ["m2"]


def test_a_missing_sheet_row_or_column_leaves_what_is_there_and_an_empty_cell_empties_it(plan):
    read_in(a_book(Mål=[{"Id": "m1", "Nivå": "Mål", "Namn": "Trygghet", "Nr": ""}]))
    goal = plan.goals.get(key="m1")
    assert (goal.number, goal.responsible, goal.goal_units.count()) == ("", ["Chef", "Chef"], 3)
    assert (plan.goals.count(), plan.indicators.count()) == (3, 2)


def test_links_that_only_the_database_has_survive_a_book_nobody_edited(plan):
    linked = '<p>Se <a href="https://exempel.se" rel="noopener">sidan</a>.</p>'
    plan.goals.filter(key="m1").update(description=linked)
    exported = stored_book(plan)
    read_in(a_book(Mål=rows_of(exported, "Mål", m1={"Nr": "9"})))
    goal = plan.goals.get(key="m1")
    assert (goal.number, goal.description) == ("9", linked)


def test_a_semicolon_typed_within_a_role_separates_two_as_it_does_in_a_cell(plan):
    plan.goals.filter(key="m1").update(responsible=["Chef; controller", "Sekreterare"])
    exported = read_workbook(BytesIO(write_workbook(stored_book(plan))))
    assert exported.of("Mål")[1].texts("Ansvarig") == ("Chef", "controller", "Sekreterare")
    assert only(read_in(exported)) == {}


def test_what_no_cell_can_hold_is_left_out_of_the_book_and_nothing_else_changes(plan):
    plan.goals.filter(key="m1").update(name="Trygg\ufffehet\x0b för\uffff alla")
    exported = read_workbook(BytesIO(write_workbook(stored_book(plan))))
    assert exported.of("Mål")[1].text("Namn") == "Trygghet för alla"


def test_rows_in_another_order_are_moved(plan):
    rows = rows_of(a_full_book(), "Mål")
    imported = read_in(a_book(Mål=[rows[2], rows[0], rows[1]]))
    assert only(imported) == {"Mål": "0 nya, 1 ändrade, 2 oförändrade, 0 borttagna"}
    assert [goal.key for goal in plan.goals.in_plan_order()] == ["o1", "m2", "m1"]


def test_a_new_row_stands_where_the_book_has_it(plan):
    rows = rows_of(a_full_book(), "Indikatorer")
    new = {"Id": "i0", "Namn": "Ny", "Typ": "indicator"}
    read_in(a_book(Indikatorer=[rows[0], new, rows[1]]))
    assert [row.key for row in plan.indicators.in_plan_order()] == ["i1", "i0", "i2"]


def test_a_goal_that_gets_another_parent_takes_those_below_along(plan):
    read_in(
        a_book(
            Mål=[
                {"Id": "o2", "Nivå": "Område", "Namn": "Nytt område"},
                {"Id": "m1", "Överordnad": "o2", "Nivå": "Mål", "Namn": "Trygghet"},
            ]
        )
    )
    assert [goal.key for goal in plan.goals.in_plan_order()] == ["o1", "m2", "o2", "m1"]


def test_sections_that_are_alike_are_told_apart_by_their_order(plan):
    rows = [dict(row.values) for row in a_full_book().of("Avsnitt")]
    rows[2]["Innehåll"] = "Allra mest."
    imported = read_in(a_book(Avsnitt=rows))
    assert only(imported) == {"Avsnitt": "0 nya, 1 ändrade, 3 oförändrade, 0 borttagna"}
    contents = Section.objects.filter(report__key="r1").order_by("position").values_list("content", flat=True)
    assert list(contents) == ["<p>Text.</p>", "<p>Mer.</p>", "<p>Allra mest.</p>", ""]


def test_a_new_report_without_sections_gets_those_of_its_template(plan):
    assert Section.objects.filter(report__key="r2").exists()
    report = Report.objects.get(key="r2")
    report.sections.all().delete()
    read_in(a_book(Rapporter=rows_of(a_full_book(), "Rapporter", r2={"Titel": "Ändrad"})))
    assert not report.sections.exists()


def test_a_report_gets_its_address_from_its_id_and_another_where_that_is_taken(plan):
    assert Report.objects.get(key="r1").slug == "r1"
    other = read_in(
        a_book(
            a_plan_row(Plan="Plan 2024"),
            Rapporter=[{"Id": "R 1", "Mall": "empty", "Titel": "B"}, {"Id": "r1", "Mall": "empty", "Titel": "C"}],
        )
    )
    slugs = Report.objects.filter(plan=other.plan).order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["r-1", "r1-2"]


def test_a_table_keeps_its_cells_title_and_rows_in_order(plan):
    table = DataTable.objects.get(key="t1")
    assert (table.title, table.unit_of_measure) == ("Ekonomi", "tkr")
    assert list(table.rows.order_by("position").values_list("cells", flat=True)) == [
        ["Budget", "Utfall"],
        ["10", "11,50"],
        ["12", "", "x"],
    ]
    rows = [dict(row.values) | {"Titel": "Nämndens ekonomi"} for row in a_full_book().of("Tabeller")[:3]]
    rows[1]["2"] = ""
    imported = read_in(a_book(Tabeller=[rows[0], rows[2], rows[1]]))
    assert imported.changes.sheets["Tabeller"].changed
    table.refresh_from_db()
    assert table.title == "Nämndens ekonomi"
    assert DataTable.objects.filter(report__key="r1").count() == 2


def test_tables_stand_in_the_order_of_their_rows(plan):
    rows = [dict(row.values) for row in a_full_book().of("Tabeller")]
    imported = read_in(a_book(Tabeller=[rows[3], *rows[:3]]))
    assert only(imported) == {"Tabeller": "0 nya, 1 ändrade, 3 oförändrade, 0 borttagna"}
    assert list(DataTable.objects.order_by("position").values_list("key", flat=True)) == ["t2", "t1"]


def test_answers_of_a_closed_round_may_be_corrected(plan):
    read_in(a_book(Bedömningar=[{"Uppföljning": "u1", "Mål": "m1", "Enhet": "AFI", "Bedömning": "not_achieved"}]))
    answer = Assessment.objects.get(unit__code="AFI")
    assert (answer.status, answer.comment, answer.version) == ("not_achieved", "<p>Bra.</p>", 2)


def test_a_returned_answer_is_a_draft_in_the_book_and_stays_returned(plan):
    Assessment.objects.filter(unit__code="AFI").update(state="returned")
    exported = stored_book(plan)
    assert only(read_in(exported)) == {}
    assert Assessment.objects.get(unit__code="AFI").state == "returned"


def test_two_plans_of_a_committee_share_its_units(plan):
    imported = read_in(a_book(a_plan_row(Plan="Plan 2024"), Enheter=[{"Kod": "AFI", "Namn": "Försörjning"}]))
    assert only(imported) == {"Plan": "1 nya, 0 ändrade, 0 oförändrade, 0 borttagna"}
    assert Unit.objects.filter(committee=plan.committee).count() == 2


@pytest.mark.parametrize("words", ["2022-12-31", "före 2022-12-31"])
def test_a_deadline_in_words_reads_back_unchanged_also_where_it_is_written_as_a_day(plan, words):
    Assignment.objects.filter(key="a2").update(due_words=words)
    exported = read_workbook(BytesIO(write_workbook(stored_book(plan))))
    assert only(read_in(exported)) == {}
    assert Assignment.objects.get(key="a2").due_words == words


def test_a_day_beside_words_stays_where_the_book_says_the_words(plan):
    Assignment.objects.filter(key="a2").update(due_on=date(2023, 1, 1))
    read_in(a_book(Uppdrag=rows_of(a_full_book(), "Uppdrag", a2={"Namn": "Utbilda alla"})))
    assignment = Assignment.objects.get(key="a2")
    assert (assignment.due_on, assignment.due_words, assignment.name) == (date(2023, 1, 1), "Löpande", "Utbilda alla")


def _with_figures(count):
    indicators = [{"Id": f"i{number}", "Namn": f"Indikator {number}", "Typ": "indicator"} for number in range(count)]
    outcomes = [{"Indikator": f"i{number}", "Period": "2022", "Värde": Decimal(number)} for number in range(count)]
    return a_book(Indikatorer=indicators, Utfall=outcomes)


def test_queries_do_not_follow_the_number_of_rows(django_assert_max_num_queries):
    used = []
    for count in (5, 60):
        with django_assert_max_num_queries(200) as captured:
            read_in(_with_figures(count))
        used.append(len(captured))
        Plan.objects.get().delete()
    assert used[0] >= used[1]


def test_export_asks_as_many_questions_of_a_large_plan_as_of_a_small():
    asked = []
    for count in (3, 50):
        read_in(_with_figures(count))
        plan = Plan.objects.select_related("committee__municipality").get()
        with CaptureQueriesContext(connection) as captured:
            stored_book(plan)
        asked.append(len(captured))
    assert Indicator.objects.count() == 50
    assert asked == [3, 3]


def test_a_cell_of_a_column_that_the_book_lacks_stays(plan):
    read_in(a_book(Tabeller=[{"Rapport": "r1", "Tabell": "t1", "Rad": "heading", "1": "Plan"}]))
    row = DataTableRow.objects.get(table__key="t1", kind="heading")
    assert row.cells == ["Plan", "Utfall"]
