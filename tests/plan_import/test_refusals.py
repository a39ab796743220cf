"""What an import removes, refuses and takes back, who may import, and what the audit says of it."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from followup.core.models import AuditEvent, Committee, PeriodLock
from goals.models import Goal, Plan
from indicators.models import Measurement
from reports.commands.plan_import import PlanChanged, changes_of, known_ids
from reports.models import Assessment, DataTable, Report, Round, Section
from reports.plan_book.book import BookFault, PlanBook
from reports.plan_book.reading import read_workbook
from reports.plan_book.stored import stored_book
from reports.plan_book.writing import write_workbook
from tests.plan_import.books import A_FILE, a_book, a_full_book, a_plan_row, only, read_in, rows_of

pytestmark = pytest.mark.django_db


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
    assert [line.split(":")[0] for line in refusal.value.lines] == ["Indikatorer!A2", "Mål!A2"]
    assert all("kan inte tas bort" in line for line in refusal.value.lines)
    assert plan.goals.count() == 3


def test_a_section_that_names_what_is_gone_is_exported_and_read_in_again_with_a_warning(plan):
    Section.objects.filter(title="Mål").update(options={"indikatorer": ["i2"]})
    read_in(a_book(Indikatorer=[{"Id": "i2", "Ta bort": True}]))
    book = read_workbook(BytesIO(write_workbook(stored_book(plan))), known_ids)
    assert book.warnings == ("Avsnitt!F5: ”i2” finns inte i bladet Indikatorer. Tillåtet: i1.",)
    assert only(read_in(book)) == {}


def test_what_the_books_own_section_names_is_not_removed(plan):
    Section.objects.filter(title="Mål").update(options={"indikatorer": ["i2"]})
    removing = a_book(Indikatorer=[{"Id": "i2", "Ta bort": True}]).of("Indikatorer")
    rows = dict(stored_book(plan).rows) | {"Indikatorer": removing}
    with pytest.raises(BookFault, match="Avsnitt!F5: ”i2” tas bort i bladet Indikatorer"):
        read_workbook(BytesIO(write_workbook(PlanBook(rows))), known_ids)


def test_removing_what_is_not_there_is_a_warning(plan):
    imported = read_in(a_book(Mål=[{"Id": "m9", "Ta bort": True}]))
    assert imported.changes.warnings == ("Mål!A2: raden finns inte och kan inte tas bort.",)
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
