"""The pages for a reader's own notes and for questions to the controllers."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from lxml import html

from reports.commands.notes import write_note
from reports.models import ReaderNote, ReaderQuestion
from reports.views.questions import answering
from tests.builders import a_reader_question, said_in
from tests.read_report import a_report_to_read, sealed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("light_pdf")]

VERSION = "/socialnamnden/delar-2017/v1/"
NOTE, QUESTION = f"{VERSION}anteckningar/mal-11/", f"{VERSION}fragor/mal-11/"


@pytest.fixture
def version(world, cast):
    return sealed(a_report_to_read(world), cast.controller)


def page(client, address):
    return said_in(client.get(address).content.decode())


def test_a_note_is_written_without_script_and_listed_with_a_link_to_its_row(client, cast, version):
    client.force_login(cast.reader)
    answer = client.post(NOTE, {"text": "Fråga om vikarier.", "is_marked": "on"}, follow=True)
    assert "Fråga om vikarier." in said_in(answer.content.decode())
    assert f'href="{VERSION}#mal-11"' in answer.content.decode()
    assert client.get(NOTE).context["form"].initial == {"text": "Fråga om vikarier.", "is_marked": True}


def test_a_note_that_is_too_long_is_refused_and_stays_in_the_field(client, cast, version):
    client.force_login(cast.reader)
    answer = client.post(NOTE, {"text": "a" * 4001})
    assert answer.status_code == 422
    assert "a" * 4001 in answer.content.decode()
    assert not ReaderNote.objects.exists()


def test_the_list_has_a_link_by_each_row_of_the_version(client, cast, version):
    client.force_login(cast.reader)
    found = client.get(f"{VERSION}anteckningar/").content.decode()
    for anchor in ("mal-11", "indikator-i11", "avsnitt-kostnader", "avsnitt-kostnader-rad-lon"):
        assert f'href="{VERSION}anteckningar/{anchor}/"' in found
        assert f'href="{VERSION}fragor/{anchor}/"' in found


def test_others_see_nothing_of_a_note_on_any_page(client, cast, version):
    write_note(publication=version, anchor="mal-11", text="Hemligt.", is_marked=True, by=cast.reader)
    for person in (cast.administrator, cast.superuser, cast.controller):
        client.force_login(person)
        for address in (VERSION, f"{VERSION}anteckningar/", NOTE, "/handelser/", "/admin/"):
            assert "Hemligt." not in client.get(address).content.decode()
    client.logout()
    assert "Hemligt." not in client.get(VERSION).content.decode()


def test_the_reader_sees_the_own_notes_with_the_report(client, cast, version):
    write_note(publication=version, anchor="mal-11", text="Fråga <b>nu</b>.", is_marked=True, by=cast.reader)
    client.force_login(cast.reader)
    found = client.get(VERSION).content.decode()
    assert "Mina anteckningar (1)" in found
    assert "Fråga &lt;b&gt;nu&lt;/b&gt;." in found


def test_a_reader_of_another_committee_may_note_what_is_public_but_not_ask(client, cast, version):
    client.force_login(cast.outsider)
    assert client.get(NOTE).status_code == 200
    assert client.get(QUESTION).status_code == 403
    assert "Fråga controllern" not in client.get(VERSION).content.decode()


def test_a_question_is_asked_listed_and_answered(client, cast, version):
    client.force_login(cast.reader)
    answer = client.post(QUESTION, {"text": "Varför växer köerna?"}, follow=True)
    assert "Varför växer köerna?" in said_in(answer.content.decode())
    assert "Inte besvarad än" in said_in(answer.content.decode())
    question = ReaderQuestion.objects.get()
    client.force_login(cast.controller)
    report = version.report_id
    assert "1 obesvarad" in page(client, reverse("reports:composer", args=[report]))
    assert "Varför växer köerna?" in page(client, f"/rapporter/{report}/fragor/")
    answer = client.post(f"/rapporter/{report}/fragor/{question.pk}/", {"text": "Två är sjuka."}, follow=True)
    assert "Två är sjuka." in said_in(answer.content.decode())
    client.force_login(cast.reporter)
    assert "Två är sjuka." in page(client, f"{VERSION}fragor/")
    client.force_login(cast.controller)
    assert "obesvarad" not in page(client, reverse("reports:composer", args=[report]))


def test_a_row_with_questions_leads_to_them_and_they_lead_back(client, cast, version):
    a_reader_question(version, anchor="mal-12", row_title="12 Mål 12")
    for _number in range(2):
        a_reader_question(
            version,
            anchor="mal-11",
            row_title="11 Mål 11",
            answer="Två är sjuka.",
            answered_by_name="Cecilia",
            answered_at=datetime(2026, 11, 27, 9, 0, tzinfo=UTC),
        )
    client.force_login(cast.reader)
    found = html.fromstring(client.get(VERSION).content.decode()).xpath("//li[@data-question-anchor]")
    assert [each.text_content().strip() for each in found] == [
        "11 Mål 11: 2 frågor med svar",
        "12 Mål 12: 1 fråga utan svar",
    ]
    (asked,) = found[0].xpath("a[2]/@href")
    address, _, row_id = asked.partition("#")
    (row,) = html.fromstring(client.get(address).content.decode()).xpath("//li[@id=$id]", id=row_id)
    assert row.xpath(".//a/@href") == [f"{VERSION}#mal-11"]
    assert row.text_content().count("Två är sjuka.") == 2


def test_questions_are_seen_by_those_alone_who_may_read_what_is_internal(client, cast, version):
    a_reader_question(version, anchor="mal-11", row_title="11 Mål 11")
    for person in (cast.outsider, None):
        if person:
            client.force_login(person)
        else:
            client.logout()
        assert "data-question-anchor" not in client.get(VERSION).content.decode()
        assert "reading_questions.js" not in client.get(VERSION).content.decode()


def test_a_row_with_some_answers_tells_how_many(client, cast, version):
    a_reader_question(version, anchor="mal-11")
    a_reader_question(
        version,
        anchor="mal-11",
        answer="Ja.",
        answered_by_name="Cecilia",
        answered_at=datetime(2026, 11, 27, 9, 0, tzinfo=UTC),
    )
    client.force_login(cast.reader)
    assert "2 frågor, 1 med svar" in client.get(VERSION).content.decode()


def test_the_menu_tells_who_answers_how_many_wait(client, cast, version):
    client.force_login(cast.controller)
    assert "Frågor, " not in said_in(client.get("/").content.decode())
    for count, words in ((1, ", 1 obesvarad<"), (2, ", 2 obesvarade<")):
        question = a_reader_question(version)
        assert words in client.get("/").content.decode(), count
    found = page(client, "/rapporter/fragor/")
    assert found.count("Inte besvarad än") == 2
    client.post(f"/rapporter/{version.report_id}/fragor/{question.pk}/", {"text": "Ja."})
    assert ", 1 obesvarad<" in client.get("/").content.decode()
    for person in (cast.reader, cast.outsider):
        client.force_login(person)
        assert "obesvarad" not in client.get("/").content.decode()


def test_all_that_wait_cost_as_many_queries_as_one(client, cast, version, django_assert_num_queries):
    client.force_login(cast.controller)
    for _number in range(2):
        a_reader_question(version)
        with django_assert_num_queries(6):
            client.get("/rapporter/fragor/")
        for _another in range(5):
            a_reader_question(version)


def test_many_questions_are_shown_page_by_page(client, cast, version, monkeypatch):
    monkeypatch.setattr(answering, "PER_PAGE", 2)
    for number in range(3):
        a_reader_question(version, text=f"Fråga nummer {number}?")
    client.force_login(cast.controller)
    for address in ("/rapporter/fragor/", f"/rapporter/{version.report_id}/fragor/"):
        first = client.get(address).content.decode()
        assert 'href="?sida=2"' in first
        last = client.get(f"{address}?sida=2").content.decode()
        assert (first.count("Fråga nummer"), last.count("Fråga nummer")) == (2, 1)
        assert 'rel="next"' not in last


def test_an_answer_that_came_too_late_is_kept_on_the_screen(client, cast, version):
    question = a_reader_question(version)
    client.force_login(cast.controller)
    address = f"/rapporter/{version.report_id}/fragor/{question.pk}/"
    client.post(address, {"text": "Först."})
    answer = client.post(address, {"text": "Sedan."})
    assert answer.status_code == 422
    assert "Sedan." in answer.content.decode()
    assert "redan besvarad" in answer.content.decode()


def test_an_empty_question_is_refused_in_words(client, cast, version):
    client.force_login(cast.reader)
    answer = client.post(QUESTION, {"text": " "})
    assert answer.status_code == 422
    assert "Skriv vad du vill fråga." in answer.content.decode()


def test_pages_take_as_many_queries_for_many_as_for_one(client, cast, version, django_assert_max_num_queries):
    client.force_login(cast.controller)
    addresses = [VERSION, f"{VERSION}anteckningar/", f"{VERSION}fragor/", f"/rapporter/{version.report_id}/fragor/"]
    for anchor in ("mal-11", "mal-12"):
        for _number in range(6 if anchor == "mal-12" else 1):
            a_reader_question(version, anchor=anchor)
        write_note(publication=version, anchor=anchor, text="Text.", is_marked=False, by=cast.controller)
        for address in addresses:
            with django_assert_max_num_queries(10):
                assert client.get(address).status_code == 200
