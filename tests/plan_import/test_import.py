"""Importing a book: what is new, what changes, what stays, what goes, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.access import COMMAND_LINE
from followup.core.models import AuditEvent, Committee, PeriodLock, Unit
from goals.models import Assignment, Goal, Plan
from indicators.models import Indicator, Measurement
from reports.commands.plan_import import PlanChanged, changes_of, import_plan
from reports.models import Assessment, DataTable, DataTableRow, Report, Round, Section
from reports.plan_book.book import BookFault, PlanBook
from reports.plan_book.stored import stored_book
from tests.plan_import.books import A_FILE, a_book, a_full_book, a_plan_row

pytestmark = pytest.mark.django_db


def read_in(book, by=COMMAND_LINE, **options):
    return import_plan(book=book, by=by, file=A_FILE, **options)


@pytest.fixture
def plan():
    return read_in(a_full_book()).plan


def only(imported):
    """The counts of the sheets that change."""
    return {name: sheet.counts for name, sheet in imported.changes.sheets.items() if sheet.is_change}


def rows_of(book, sheet, *, without=(), **changes):
    """The rows of a sheet as a test may change them: by the key of the row."""
    return [
        dict(row.values) | changes.get(row.text("Id"), {}) for row in book.of(sheet) if row.text("Id") not in without
    ]


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


def test_marked_rows_are_removed_those_below_before_those_above(plan):
    read_in(
        a_book(
            Mål=[{"Id": "m2", "Ta bort": True}],
            Utfall=[
                {"Indikator": "i1", "Period": "2022T2", "Enhet": "IFO", "Ta bort": True},
                {"Indikator": "i1", "Period": "2022", "Kön": "women", "Ta bort": True},
            ],
            Bedömningar=[{"Uppföljning": "u1", "Uppdrag": "a1", "Ta bort": True}],
            Rapporter=[{"Id": "r2", "Ta bort": True}],
            Tabeller=[{"Rapport": "r1", "Tabell": "t2", "Rad": "row", "Etikett": "Annat", "Ta bort": True}],
        )
    )
    assert not plan.goals.filter(key="m2").exists()
    assert [row.sex for row in Measurement.objects.all()] == ["total"]
    assert Assessment.objects.count() == 2
    assert [report.key for report in Report.objects.all()] == ["r1"]
    assert [table.key for table in DataTable.objects.all()] == ["t1"]


def test_a_row_that_others_hang_on_is_not_removed_and_the_cell_is_named(plan):
    with pytest.raises(BookFault) as refusal:
        read_in(a_book(Mål=[{"Id": "m1", "Ta bort": True}], Indikatorer=[{"Id": "i1", "Ta bort": True}]))
    assert [line.split(":")[0] for line in refusal.value.lines] == ["Indikatorer!2", "Mål!2"]
    assert all("kan inte tas bort" in line for line in refusal.value.lines)
    assert plan.goals.count() == 3


def test_removing_what_is_not_there_is_a_warning(plan):
    imported = read_in(a_book(Mål=[{"Id": "m9", "Ta bort": True}]))
    assert imported.changes.warnings == ("Mål!2: raden finns inte och kan inte tas bort.",)
    assert only(imported) == {}


def test_one_fault_and_nothing_is_written():
    book = a_full_book()
    broken = [dict(row.values) for row in book.of("Utfall")] + [
        {"Indikator": "i9", "Period": "2022", "Värde": Decimal(1)}
    ]
    rows = dict(book.rows) | {"Utfall": a_book(Utfall=broken).of("Utfall")}
    with pytest.raises(BookFault) as refusal:
        read_in(PlanBook(rows))
    assert refusal.value.lines == ("Utfall!A5: ”i9” finns inte i Indikatorer.",)
    assert not any(model.objects.exists() for model in (Plan, Committee, AuditEvent))


def test_a_trial_says_the_same_and_writes_nothing():
    tried = read_in(a_full_book(), is_trial=True)
    assert (tried.plan.committee.slug, tried.plan.slug) == ("testkoping-socialnamnden", "plan-2022")
    assert only(tried)["Mål"] == "3 nya, 0 ändrade, 0 oförändrade, 0 borttagna"
    assert not any(model.objects.exists() for model in (Plan, Committee, AuditEvent))


def test_a_plan_that_was_changed_since_the_preview_is_left_alone(plan):
    book = a_book(Mål=rows_of(a_full_book(), "Mål", m2={"Namn": "Bättre"}))
    seen = changes_of(book).fingerprint
    assert seen == changes_of(book).fingerprint
    plan.goals.filter(key="m1").update(name="Ändrat av någon annan")
    with pytest.raises(PlanChanged):
        read_in(book, expected_fingerprint=seen)
    assert plan.goals.get(key="m2").name == "Kvalitet"
    read_in(book, expected_fingerprint=changes_of(book).fingerprint)


def test_what_is_dated_in_a_locked_period_does_not_change(plan, cast):
    PeriodLock.objects.create(
        committee=plan.committee,
        period_from=date(2022, 1, 1),
        period_through=date(2022, 8, 31),
        reason="Bokslut",
        locked_by=cast.superuser,
    )
    with pytest.raises(BookFault) as refusal:
        read_in(
            a_book(
                Utfall=[{"Indikator": "i1", "Period": "2022T2", "Enhet": "IFO", "Värde": Decimal(1), "Saknas": ""}],
                Bedömningar=[{"Uppföljning": "u1", "Mål": "m1", "Enhet": "AFI", "Bedömning": "not_achieved"}],
            )
        )
    assert [line.split(":")[0] for line in refusal.value.lines] == ["Utfall!B2", "Bedömningar!A2"]


def test_answers_of_a_closed_round_may_be_corrected(plan):
    read_in(a_book(Bedömningar=[{"Uppföljning": "u1", "Mål": "m1", "Enhet": "AFI", "Bedömning": "not_achieved"}]))
    answer = Assessment.objects.get(unit__code="AFI")
    assert (answer.status, answer.comment, answer.version) == ("not_achieved", "<p>Bra.</p>", 2)


def test_a_returned_answer_is_a_draft_in_the_book_and_stays_returned(plan):
    Assessment.objects.filter(unit__code="AFI").update(state="returned")
    exported = stored_book(plan)
    assert only(read_in(exported)) == {}
    assert Assessment.objects.get(unit__code="AFI").state == "returned"


def test_who_closed_and_approved_is_kept_where_a_person_imports(cast):
    read_in(a_full_book(), by=cast.superuser)
    assert Round.objects.get(plan__title="Plan 2022").closed_by == cast.superuser
    assert Assessment.objects.get(unit__code="AFI").approved_by == cast.superuser
    assert Goal.history.filter(plan__title="Plan 2022").first().history_user == cast.superuser


def test_the_audit_says_who_imported_which_file_and_how_much(cast):
    plan = read_in(a_full_book(), by=cast.superuser).plan
    event = AuditEvent.objects.get(action="imported")
    assert (event.actor, event.object_id) == (cast.superuser, str(plan.pk))
    assert event.details["fil"] == A_FILE.name
    assert event.details["SHA-256"] == A_FILE.sha256
    assert event.details["Mål"] == "3 nya, 0 ändrade, 0 oförändrade, 0 borttagna"


def own_book(world, **sheets):
    committee = world.committee
    row = a_plan_row(
        Kommun=committee.municipality.name, Nämnd=committee.name, Plan=world.plan.title, Startår=2017, Slutår=2017
    )
    return a_book(row, **sheets)


@pytest.mark.parametrize("role", ["controller", "administrator", "superuser"])
def test_those_who_set_up_plans_may_import(world, cast, role):
    read_in(own_book(world, Mål=[{"Id": "m1", "Nivå": "Mål", "Namn": "Nytt namn"}]), by=getattr(cast, role))
    assert world.plan.goals.get(key="m1").name == "Nytt namn"


@pytest.mark.parametrize("role", ["reader", "reporter", "approver", "outsider"])
def test_others_may_not(world, cast, role):
    with pytest.raises(BookFault, match="Plan!C1: du får inte läsa in planer"):
        read_in(own_book(world, Mål=[{"Id": "m1", "Nivå": "Mål", "Namn": "Nytt namn"}]), by=getattr(cast, role))
    assert world.plan.goals.get(key="m1").name != "Nytt namn"


def test_a_controller_makes_no_new_committee(cast):
    with pytest.raises(BookFault, match="du får inte läsa in"):
        read_in(a_full_book(), by=cast.controller)
    assert not Committee.objects.filter(name="Socialnämnden", municipality__name="Testköping").exists()


def test_a_municipality_code_that_does_not_agree_is_a_fault(plan):
    with pytest.raises(BookFault, match="Plan!B1: Testköping har kommunkoden 0580"):
        read_in(a_book(a_plan_row(Kommunkod="0581")))


def test_two_plans_of_a_committee_share_its_units(plan):
    imported = read_in(a_book(a_plan_row(Plan="Plan 2024"), Enheter=[{"Kod": "AFI", "Namn": "Försörjning"}]))
    assert only(imported) == {"Plan": "1 nya, 0 ändrade, 0 oförändrade, 0 borttagna"}
    assert Unit.objects.filter(committee=plan.committee).count() == 2


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
    assert asked[0] == asked[1] <= 26


def test_a_cell_of_a_column_that_the_book_lacks_stays(plan):
    read_in(a_book(Tabeller=[{"Rapport": "r1", "Tabell": "t1", "Rad": "heading", "1": "Plan"}]))
    row = DataTableRow.objects.get(table__key="t1", kind="heading")
    assert row.cells == ["Plan", "Utfall"]
