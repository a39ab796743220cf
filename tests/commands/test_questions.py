"""Questions from readers to the controllers, and the readers' own notes."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent
from reports.commands import questions
from reports.commands.notes import write_note
from reports.commands.withdrawal import withdraw
from reports.models import ReaderNote, ReaderQuestion
from tests.read_report import a_report_to_read, sealed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("light_pdf")]

ROW = "mal-11"


@pytest.fixture
def version(world, cast):
    for person in (cast.controller, cast.administrator, cast.reader):
        person.email = f"{person.username}@example.se"
        person.save()
    return sealed(a_report_to_read(world), cast.controller)


def asked(version, by, **overrides):
    values = {"anchor": ROW, "text": "Varför växer köerna?", "link": "https://example.se/fragor/"}
    return questions.ask(publication=version, by=by, **values | overrides)


def answered(question, by, text="Två är sjuka."):
    return questions.answer(question=question, text=text, link="https://example.se/svar/", by=by)


def test_a_question_keeps_the_row_as_it_was_called_and_who_asked(version, cast):
    question = asked(version, cast.reader)
    assert (question.row_title, question.asked_by_name, question.is_answered) == ("11 Mål 11", str(cast.reader), False)


def test_each_controller_gets_a_letter_and_the_asker_one_with_the_answer(version, cast, mailoutbox):
    question = asked(version, cast.reader)
    assert sorted(letter.to[0] for letter in mailoutbox) == ["administrator@example.se", "controller@example.se"]
    assert all("Varför växer köerna?" in letter.body for letter in mailoutbox)
    assert all(letter.reply_to == ["reader@example.se"] for letter in mailoutbox)
    mailoutbox.clear()
    answered(question, cast.controller)
    (letter,) = mailoutbox
    assert letter.to == ["reader@example.se"]
    assert "Två är sjuka." in letter.body


def test_a_title_with_line_breaks_begins_no_other_header(version, cast, mailoutbox):
    question = asked(version, cast.reader)
    ReaderQuestion.objects.filter(pk=question.pk).update(row_title="Mål\r\nBcc: alla@example.se")
    mailoutbox.clear()
    answered(question, cast.controller)
    assert "\n" not in mailoutbox[0].subject
    assert mailoutbox[0].recipients() == ["reader@example.se"]


def test_without_a_mail_server_the_question_stands(version, cast, settings, mailoutbox):
    settings.SENDS_MAIL = False
    assert asked(version, cast.reader).pk
    assert mailoutbox == []


def test_who_has_no_role_in_the_committee_may_not_ask_and_who_controls_nothing_may_not_answer(version, cast):
    with pytest.raises(NotAllowed):
        asked(version, cast.outsider)
    question = asked(version, cast.reader)
    for person in (cast.reader, cast.auditor, cast.approver, cast.outsider):
        with pytest.raises(NotAllowed):
            answered(question, person)


@pytest.mark.parametrize("text", ["", "  ", "a" * 2001])
def test_a_question_says_something_and_is_not_too_long(version, cast, text):
    with pytest.raises(ValidationError):
        asked(version, cast.reader, text=text)
    assert not ReaderQuestion.objects.exists()


def test_only_rows_of_the_version_are_asked_about_and_not_of_a_withdrawn_one(version, cast):
    with pytest.raises(CommandRefused, match="finns inte"):
        asked(version, cast.reader, anchor="mal-finns-inte")
    withdraw(publication=version, reason="Fel.", by=cast.controller)
    with pytest.raises(CommandRefused, match="avpublicerad"):
        asked(version, cast.reader)


def test_so_many_questions_an_hour_and_a_day_and_no_more(version, cast):
    for _number in range(questions.MOST_AN_HOUR):
        asked(version, cast.reader)
    with pytest.raises(CommandRefused, match="Vänta en timme"):
        asked(version, cast.reader)
    asked(version, cast.reporter)
    earlier = timezone.now() - timedelta(hours=2)
    ReaderQuestion.objects.update(asked_at=earlier)
    for _number in range(questions.MOST_A_DAY - questions.MOST_AN_HOUR):
        asked(version, cast.reader)
        ReaderQuestion.objects.update(asked_at=earlier)
    with pytest.raises(CommandRefused, match="i morgon"):
        asked(version, cast.reader)


def test_a_question_is_answered_once(version, cast):
    question = asked(version, cast.reader)
    answered(question, cast.controller)
    with pytest.raises(CommandRefused, match=f"redan besvarad av {cast.controller}"):
        answered(question, cast.administrator, "Ett annat svar.")
    question.refresh_from_db()
    assert (question.answer, question.answered_by_name) == ("Två är sjuka.", str(cast.controller))


def test_asking_and_answering_are_in_the_audit_trail_and_notes_are_not(version, cast):
    before = AuditEvent.objects.count()
    answered(asked(version, cast.reader), cast.controller)
    found = AuditEvent.objects.order_by("-pk")[: AuditEvent.objects.count() - before]
    assert [event.action for event in found] == ["answered", "asked"]
    write_note(publication=version, anchor=ROW, text="Kolla.", is_marked=True, by=cast.reader)
    assert AuditEvent.objects.count() == before + 2


def noted(version, by, text="Fråga om vikarier.", is_marked=False, anchor=ROW):
    return write_note(publication=version, anchor=anchor, text=text, is_marked=is_marked, by=by)


def test_a_note_is_written_changed_and_taken_away(version, cast):
    assert noted(version, cast.reader).row_title == "11 Mål 11"
    noted(version, cast.reader, text="Annat.", is_marked=True)
    (note,) = ReaderNote.objects.of_reader(cast.reader)
    assert (note.text, note.is_marked) == ("Annat.", True)
    assert noted(version, cast.reader, text=" ") is None
    assert not ReaderNote.objects.exists()


def test_a_note_is_of_the_report_so_it_stands_at_the_next_version_too(world, version, cast):
    noted(version, cast.reader)
    later = sealed(version.report, cast.controller, note="Rättat.")
    noted(later, cast.reader, text="Mer.")
    assert ReaderNote.objects.of_reader(cast.reader).get().text == "Mer."


def test_nobody_reads_another_s_notes_whatever_their_rights(version, cast):
    noted(version, cast.reader)
    for person in (cast.administrator, cast.superuser, cast.controller, cast.anonymous):
        assert not ReaderNote.objects.of_reader(person).exists()


def test_a_note_needs_somebody_a_row_and_a_length(version, cast):
    with pytest.raises(NotAllowed):
        noted(version, cast.anonymous)
    with pytest.raises(CommandRefused):
        noted(version, cast.reader, anchor="finns-inte")
    with pytest.raises(ValidationError):
        noted(version, cast.reader, text="a" * 4001)
