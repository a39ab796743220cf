"""Reading in a plan workbook from a page: sent in, shown, confirmed, refused; and the workbook out."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from followup.core.models import AuditEvent, Committee, PeriodLock
from goals.models import Goal
from reports.models import PlanUpload
from reports.plan_book.reading import read_workbook
from reports.plan_book.stored import stored_book
from reports.plan_book.writing import write_workbook
from tests.builders import a_stored_file
from tests.plan_import.books import a_book, a_full_book, a_plan_row

PAGE = "/planer/inlasning/"


def a_workbook_of(world, goals, **sheets):
    names = {"Kommun": world.committee.municipality.name, "Nämnd": world.committee.name, "Plan": world.plan.title}
    row = a_plan_row(**names, Startår=2017, Slutår=2017)
    levels = [{"Nivå": "Mål", "Ordning": 1, "Bedöms av": "both"}]
    return write_workbook(a_book(row, Nivåer=levels, Mål=goals, **sheets))


def a_goal_row(key, name, **values):
    return {"Id": key, "Nivå": "Mål", "Namn": name} | values


def send(client, content, name="bok.xlsx"):
    return client.post(PAGE, {"book": SimpleUploadedFile(name, content)})


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


@pytest.fixture
def sent(controller, world):
    """A workbook with one changed and one new goal, sent in."""
    goals = [a_goal_row("m1", "Ett bättre namn"), a_goal_row("m9", "Ett nytt mål")]
    assert send(controller, a_workbook_of(world, goals)).status_code == 302
    return PlanUpload.objects.get()


def preview_of(client, upload):
    return client.get(reverse("reports:plan_import_preview", args=[upload.pk]))


def confirm(client, upload):
    page = preview_of(client, upload)
    seen = page.context["form"]["seen"].value()
    return client.post(reverse("reports:plan_import_preview", args=[upload.pk]), {"seen": seen})


def test_the_preview_shows_what_is_new_and_what_changes_from_what_to_what(controller, sent, world):
    page = preview_of(controller, sent)
    text = page.content.decode()
    assert f"<h1>{world.plan.title}</h1>" in text
    assert str(world.committee) in text
    assert "<del>Mål nummer 1</del>" in text
    assert "<ins>Ett bättre namn</ins>" in text
    assert "m9 Ett nytt mål" in text
    goals = next(sheet for sheet in page.context["sheets"] if sheet.name == "Mål")
    assert (goals.new, goals.changed, goals.unchanged, goals.removed) == (1, 1, 0, 0)


def test_nothing_is_written_until_the_person_says_yes(controller, sent, world):
    preview_of(controller, sent)
    assert world.plan.goals.count() == 3
    assert not AuditEvent.objects.filter(action="imported").exists()


def test_saying_yes_imports_and_leads_to_the_plan(controller, cast, sent, world):
    answer = confirm(controller, sent)
    assert answer["Location"] == reverse("reports:plan", args=[world.committee.slug, world.plan.slug])
    assert world.plan.goals.get(key="m1").name == "Ett bättre namn"
    assert world.plan.goals.filter(key="m9").exists()
    assert AuditEvent.objects.get(action="imported").actor == cast.controller
    assert not PlanUpload.objects.exists()


def test_saying_no_throws_the_workbook_away(controller, sent, world):
    answer = controller.post(reverse("reports:plan_import_preview", args=[sent.pk]), {"cancel": "1"})
    assert answer["Location"] == PAGE
    assert not PlanUpload.objects.exists()
    assert world.plan.goals.count() == 3


def test_a_plan_that_changed_since_the_preview_is_not_overwritten(controller, sent, world):
    seen = preview_of(controller, sent).context["form"]["seen"].value()
    Goal.objects.filter(plan=world.plan, key="m2").update(name="Ändrat av någon annan")
    answer = controller.post(reverse("reports:plan_import_preview", args=[sent.pk]), {"seen": seen})
    assert answer.status_code == 409
    assert "har ändrats sedan förhandsvisningen" in answer.content.decode()
    assert world.plan.goals.get(key="m1").name == "Mål nummer 1"
    assert confirm(controller, sent).status_code == 302


def test_an_answer_without_what_was_seen_is_refused(controller, sent, world):
    assert controller.post(reverse("reports:plan_import_preview", args=[sent.pk])).status_code == 409
    assert world.plan.goals.count() == 3


def test_faults_stand_by_sheet_and_cell_and_nothing_is_kept(controller, world):
    goals = [a_goal_row("m1", "Namn"), {"Id": "m2", "Nivå": "Okänd", "Namn": "Namn"}]
    answer = send(controller, a_workbook_of(world, goals))
    text = answer.content.decode()
    assert answer.status_code == 422
    (sheet,) = answer.context["faults"].sheets
    assert sheet.sheet == "Mål"
    assert [fault.cell for fault in sheet.faults] == ["B3"]
    assert "<h3>Mål</h3>" in text
    assert not PlanUpload.objects.exists()


def test_of_very_many_faults_the_first_are_shown_and_the_rest_counted(controller, world):
    answer = send(controller, a_workbook_of(world, [a_goal_row(f"m{number}", "") for number in range(230)]))
    text = answer.content.decode()
    assert "Planboken är inte inläst: 230 fel" in text
    assert text.count("Namn måste fyllas i.") == 200
    assert "Ytterligare 30 fel visas" in text


def test_what_a_command_would_refuse_is_said_before_the_preview(controller, cast, world):
    PeriodLock.objects.create(
        committee=world.committee,
        period_from=date(2017, 1, 1),
        period_through=date(2017, 12, 31),
        reason="Bokslut",
        locked_by=cast.superuser,
    )
    indicators = [{"Id": "i1", "Namn": "Andel", "Typ": "indicator"}]
    outcomes = [{"Indikator": "i1", "Period": "2017", "Värde": Decimal(1)}]
    answer = send(controller, a_workbook_of(world, [], Indikatorer=indicators, Utfall=outcomes))
    assert answer.status_code == 422
    assert "Perioden 2017 är låst." in answer.content.decode()
    assert not PlanUpload.objects.exists()


@pytest.mark.parametrize("content", [b"", b"inte en arbetsbok", b"PK\x03\x04skrap"])
def test_a_file_that_is_no_workbook_is_refused_in_words(controller, content):
    answer = send(controller, content)
    assert answer.status_code == 422
    assert not PlanUpload.objects.exists()


def test_no_file_at_all_is_a_fault_at_the_field(controller):
    answer = controller.post(PAGE)
    assert answer.status_code == 422
    assert "Välj en fil." in answer.content.decode()


def test_a_book_of_another_committee_is_refused_and_says_so(client, cast, world):
    client.force_login(cast.outsider)
    answer = send(client, a_workbook_of(world, [a_goal_row("m1", "Namn")]))
    assert answer.status_code == 422
    assert "du får inte läsa in planer för nämnden" in answer.content.decode()
    assert not PlanUpload.objects.exists()


def test_a_new_committee_needs_an_administrator(controller, world):
    assert send(controller, write_workbook(a_full_book())).status_code == 422
    assert not Committee.objects.filter(name="Socialnämnden", municipality__name="Testköping").exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_workbook_is_seen_by_the_one_who_sent_it_alone(client, cast, sent, method):
    client.force_login(cast.administrator)
    assert getattr(client, method)(reverse("reports:plan_import_preview", args=[sent.pk])).status_code == 404
    assert PlanUpload.objects.exists()


def test_a_new_workbook_takes_the_place_of_the_persons_last_and_the_old_are_thrown_away(controller, cast, sent, world):
    stale = PlanUpload.objects.create(user=cast.superuser, name="gammal.xlsx", **a_stored_file())
    PlanUpload.objects.filter(pk=stale.pk).update(made_at=timezone.now() - timedelta(days=2))
    fresh = PlanUpload.objects.create(user=cast.administrator, name="annans.xlsx", **a_stored_file())
    send(controller, a_workbook_of(world, [a_goal_row("m1", "Igen")]))
    kept = PlanUpload.objects.exclude(user=cast.controller)
    assert list(kept) == [fresh]
    assert PlanUpload.objects.filter(user=cast.controller).count() == 1


def test_long_lists_are_cut_and_shown_page_by_page(controller, world):
    goals = [a_goal_row(f"n{number}", f"Nytt mål {number}") for number in range(150)]
    send(controller, a_workbook_of(world, goals))
    upload = PlanUpload.objects.get()
    page = preview_of(controller, upload)
    (sheet,) = [sheet for sheet in page.context["sheets"] if sheet.name == "Mål"]
    assert (len(sheet.rows), sheet.more) == (20, 130)
    address = reverse("reports:plan_import_preview", args=[upload.pk])
    second = controller.get(address, {"blad": "Mål", "sida": "2"})
    assert len(second.context["sheet"].rows) == 50
    assert controller.get(address, {"blad": "Finns inte"}).status_code == 200


def test_a_book_that_says_what_the_plan_says_has_nothing_to_import(controller, world):
    send(controller, write_workbook(stored_book(world.plan)))
    page = preview_of(controller, PlanUpload.objects.get())
    assert not page.context["is_change"]
    assert "Läs in planboken" not in page.content.decode()


def test_text_of_the_book_is_never_markup(controller, world):
    send(controller, a_workbook_of(world, [a_goal_row("m1", "<script>alert(1)</script>")]))
    assert b"<script>alert" not in preview_of(controller, PlanUpload.objects.get()).content


def test_the_preview_asks_no_more_for_many_rows(controller, world, django_assert_max_num_queries):
    used = []
    for count in (3, 80):
        send(controller, a_workbook_of(world, [a_goal_row(f"q{number}", "Mål") for number in range(count)]))
        with django_assert_max_num_queries(50) as captured:
            preview_of(controller, PlanUpload.objects.get())
        used.append(len(captured))
    assert used[0] == used[1]


def test_a_plan_is_fetched_as_a_workbook_that_reads_back_the_same(controller, world, tmp_path):
    answer = controller.get(reverse("reports:plan_export", args=[world.committee.slug, world.plan.slug]))
    assert answer["Content-Disposition"] == f"attachment; filename=socialnamnden-{world.plan.slug}.xlsx"
    path = tmp_path / "ut.xlsx"
    path.write_bytes(answer.content)
    assert [row.text("Id") for row in read_workbook(path).of("Mål")] == ["m1", "m2", "m3"]


def test_the_empty_workbook_is_fetched(controller, tmp_path):
    path = tmp_path / "mall.xlsx"
    path.write_bytes(controller.get(reverse("reports:plan_template")).content)
    assert read_workbook(path).plan.text("Plan")
