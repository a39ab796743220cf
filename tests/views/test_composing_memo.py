"""The page of the memo that carries a report to the committee, and its PDF."""

from datetime import date

import pytest

from followup.core.models import AuditEvent
from reports.models import OfficialMemo
from tests.builders import a_report, said_in


@pytest.fixture
def report(world):
    return a_report(world.round, slug="delar-2017", registry_number="SN 2017-1")


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(report):
    return f"/rapporter/{report.pk}/tjansteskrivelse/"


def typed(**overrides):
    values = {
        "heading": "Tjänsteskrivelse",
        "recipient": "Socialnämnden",
        "dated": "2017-09-20",
        "registry_number": "SN 2017-88",
        "case_officer": "Cecilia, controller",
        "proposed_decision": "1. Nämnden godkänner rapporten.\n2. Nämnden tackar.",
        "summary": "",
        "background": "Bakgrunden.",
        "assessment": "",
        "financial_consequences": "",
        "version": "0",
    }
    return values | overrides


def test_the_reports_page_leads_to_it(controller, report):
    page = controller.get(f"/rapporter/{report.pk}/redigera/").content.decode()
    assert f'href="{address(report)}">Tjänsteskrivelse</a>' in page


def test_the_form_begins_with_a_suggestion_that_says_so_and_is_not_saved(controller, report):
    page = controller.get(address(report)).content.decode()
    assert "Fälten är ifyllda med ett förslag" in page
    assert "Socialnämnden godkänner Uppföljning av mål 2017.</textarea>" in page
    assert 'value="SN 2017-1"' in page
    assert "tjansteskrivelse.pdf" not in page
    assert not OfficialMemo.objects.exists()
    assert not AuditEvent.objects.exists()


def test_it_is_saved_and_then_shown_as_it_was_saved(controller, report):
    answer = controller.post(address(report), typed())
    assert (answer.status_code, answer.url) == (302, address(report))
    memo = report.official_memo
    assert memo.proposed_decision == "<ol><li>Nämnden godkänner rapporten.</li><li>Nämnden tackar.</li></ol>"
    assert (memo.dated, memo.background, memo.version) == (date(2017, 9, 20), "<p>Bakgrunden.</p>", 1)
    page = controller.get(address(report)).content.decode()
    assert "Tjänsteskrivelsen är sparad." in page
    assert "Fälten är ifyllda med ett förslag" not in page
    assert "2. Nämnden tackar.</textarea>" in page
    assert f'href="/rapporter/{report.pk}/tjansteskrivelse.pdf"' in page


@pytest.mark.parametrize(
    ("overrides", "field"),
    [
        ({"heading": " "}, "heading"),
        ({"recipient": ""}, "recipient"),
        ({"dated": "i går"}, "dated"),
        ({"proposed_decision": " "}, "proposed_decision"),
        ({"registry_number": "x" * 201}, "registry_number"),
        ({"summary": "x" * 300_001}, "summary"),
        ({"version": "x"}, "version"),
    ],
)
def test_what_cannot_be_saved_is_told_at_its_field_and_all_that_was_typed_stays(controller, report, overrides, field):
    answer = controller.post(address(report), typed(assessment="Lång bedömning.", **overrides))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    page = answer.content.decode()
    assert "Lång bedömning.</textarea>" in page
    assert 'value="Cecilia, controller"' in page
    assert "Fälten är ifyllda med ett förslag" not in page
    assert not OfficialMemo.objects.exists()


def test_two_who_write_it_at_once_see_both_and_lose_nothing(controller, report):
    controller.post(address(report), typed(background="Först", case_officer="Bo"))
    second = controller.post(address(report), typed(background="Sedan", dated="", summary="Kort"))
    said = said_in(second.content.decode())
    assert second.status_code == 409
    assert "Handläggare: sparat nu är ”Bo”, du skrev ”Cecilia, controller”." in said
    assert "Daterad: sparat nu är ”20 september 2017”, du skrev ”(tomt)”." in said
    assert "Ärendet, sparat nu Först" in said
    assert "Ärendet, det du skrev Sedan" in said
    assert "Sammanfattning, sparat nu (tomt) Sammanfattning, det du skrev Kort" in said
    assert "Förslag till beslut, sparat nu" not in said
    assert "Sedan</textarea>" in second.content.decode()
    assert report.official_memo.background == "<p>Först</p>"
    again = typed(background="Sedan", dated="", version=second.context["form"]["version"].value())
    assert controller.post(address(report), again).status_code == 302
    report.official_memo.refresh_from_db()
    assert (report.official_memo.background, report.official_memo.dated) == ("<p>Sedan</p>", None)


def test_the_pdf_is_shown_in_the_browser_and_reading_it_writes_nothing(controller, report):
    controller.post(address(report), typed())
    events = AuditEvent.objects.count()
    answer = controller.get(f"/rapporter/{report.pk}/tjansteskrivelse.pdf")
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="delar-2017-tjansteskrivelse.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert (AuditEvent.objects.count(), report.official_memo.version) == (events, 1)
    assert controller.post(f"/rapporter/{report.pk}/tjansteskrivelse.pdf").status_code == 405


def test_there_is_no_pdf_of_a_suggestion(controller, report):
    assert controller.get(f"/rapporter/{report.pk}/tjansteskrivelse.pdf").url == address(report)


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("approver", 403), ("outsider", 404)])
def test_others_neither_read_nor_write_it(client, cast, report, role, status):
    OfficialMemo.objects.create(report=report, heading="Skrivelse", recipient="N", proposed_decision="<p>Ja.</p>")
    client.force_login(getattr(cast, role))
    assert client.get(address(report)).status_code == status
    assert client.post(address(report), typed(version="1")).status_code == status
    assert client.get(f"/rapporter/{report.pk}/tjansteskrivelse.pdf").status_code == status
    assert OfficialMemo.objects.get().heading == "Skrivelse"
