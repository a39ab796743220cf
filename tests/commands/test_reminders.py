"""Reminding units by e-mail: a letter for each person, never twice, and what became of each is kept."""

import smtplib
from datetime import date
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from followup.core.access import COMMAND_LINE
from followup.core.faults import CommandRefused, Locked, NotAllowed
from followup.core.models import AuditEvent, Membership
from reports.commands.reminder_letters import Draft, units_left
from reports.commands.reminders import remind
from reports.models import Reminder, Round
from tests.builders import a_member, an_assessment, an_indicator

TODAY = date(2017, 9, 5)
DRAFT = Draft("Påminnelse", "Hej {enhet}!\n\n{kvar}")


@pytest.fixture(autouse=True)
def addresses(cast):
    for user in (cast.reporter, cast.other_reporter, cast.controller):
        user.email = f"{user.username}@example.com"
        user.save()


def send(world, by, **changes):
    links = {unit.pk: f"https://u.example/{unit.code}/" for unit in world.committee.units.all()}
    values = {"round": world.round, "unit_ids": {world.afi.pk, world.ifo.pk}, "draft": DRAFT, "links": links}
    return remind(**values | {"key": uuid4(), "today": TODAY, "by": by} | changes)


def test_each_person_gets_a_letter_of_their_own(world, cast):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    an_assessment(world.round, world.goals[1], world.afi, status="achieved", state="returned")
    reminder = send(world, cast.controller)
    afi, ifo = mail.outbox
    assert (afi.to, ifo.to) == (["reporter@example.com"], ["other_reporter@example.com"])
    assert (afi.cc, afi.bcc) == ([], [])
    assert afi.reply_to == ["controller@example.com"]
    assert "Hej AFI!" in afi.body
    assert "Kvar att lämna in: mål 3. Återsänt: mål 2." in afi.body
    assert "https://u.example/AFI/" in afi.body
    assert "IFO" not in afi.body
    assert "mål 1, 2." in ifo.body
    assert reminder.units == "AFI, IFO"
    assert [row.sent_at is not None for row in reminder.letters.all()] == [True, True]
    event = AuditEvent.objects.get()
    assert (event.action, event.details) == ("reminded", {"enheter": "AFI, IFO", "mottagare": "2"})


def test_who_answers_for_several_units_gets_one_letter_about_them_all(world, cast):
    Membership.objects.create(user=cast.reporter, committee=world.committee, unit=world.ifo, role="reporter")
    cast.other_reporter.email = "REPORTER@example.com"
    cast.other_reporter.save()
    send(world, cast.controller)
    (letter,) = mail.outbox
    assert "Hej AFI och IFO!" in letter.body
    assert letter.body.count("https://u.example/") == 2


def test_those_whose_role_has_ended_who_left_or_have_no_address_get_none(world, cast):
    a_member("gone", "reporter", world.committee, world.afi, is_active=False, email="gone@example.com")
    ended = a_member("ended", "reporter", world.committee, world.afi, email="ended@example.com")
    ended.memberships.update(valid_through=date(2017, 9, 4))
    a_member("quiet", "reporter", world.committee, world.afi)
    every = a_member("every", "reporter", world.committee, email="every@example.com")
    found = {unit.code: [person.name for person in unit.recipients] for unit in units_left(world.round, TODAY)}
    assert found == {"AFI": ["Reporter", every.first_name], "IFO": ["Other_Reporter", every.first_name]}


def test_a_form_that_is_sent_again_sends_nothing(world, cast):
    key = uuid4()
    first = send(world, cast.controller, key=key)
    assert send(world, cast.controller, key=key) == first
    assert len(mail.outbox) == 2
    assert AuditEvent.objects.count() == 1


@pytest.mark.parametrize("who", ["reader", "reporter", "approver", "outsider", "anonymous"])
def test_only_who_controls_the_round_reminds(world, cast, who):
    with pytest.raises(NotAllowed):
        send(world, getattr(cast, who))
    assert not mail.outbox


@pytest.mark.parametrize("state", ["planned", "closed"])
def test_nobody_is_reminded_of_a_round_that_takes_no_answers(world, cast, state):
    Round.objects.update(state=state)
    with pytest.raises(Locked):
        send(world, cast.controller, round=Round.objects.get())
    assert not mail.outbox
    assert not Reminder.objects.exists()


def test_nothing_is_sent_to_units_without_an_address_or_of_another_committee(world, cast):
    unit = cast.outsider.memberships.get().committee.units.create(code="X", name="X")
    with pytest.raises(CommandRefused, match="Ingen av de valda enheterna"):
        send(world, cast.controller, unit_ids={unit.pk})


def test_nothing_is_promised_where_no_mail_can_be_sent(world, cast, settings):
    settings.SENDS_MAIL = False
    with pytest.raises(CommandRefused, match="kan inte skicka e-post"):
        send(world, cast.controller)
    assert not Reminder.objects.exists()


def test_a_subject_cannot_begin_another_header(world, cast):
    send(world, cast.controller, draft=Draft("Hej\r\nBcc: alla@example.com\n\nOj", "{kvar}"))
    assert mail.outbox[0].subject == "Hej Bcc: alla@example.com Oj"
    assert mail.outbox[0].recipients() == ["reporter@example.com"]
    assert Reminder.objects.get().subject == "Hej Bcc: alla@example.com Oj"


class Refusing(EmailBackend):
    """A server that refuses one address, or (`dies`) is gone."""

    dies = False

    def send_messages(self, messages):
        if Refusing.dies:
            raise ConnectionRefusedError
        if messages[0].to == ["reporter@example.com"]:
            raise smtplib.SMTPRecipientsRefused({"reporter@example.com": (550, b"no")})
        return super().send_messages(messages)


@pytest.mark.parametrize("dies", [False, True])
def test_what_did_not_go_off_is_known_and_hinders_no_other_letter(world, cast, settings, monkeypatch, dies):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    monkeypatch.setattr(Refusing, "dies", dies)
    reminder = send(world, cast.controller)
    faults = {row.address: (row.fault, row.sent_at is not None) for row in reminder.letters.all()}
    gone = "E-postservern gick inte att nå."
    assert faults == {
        "reporter@example.com": (gone if dies else "E-postservern tog inte emot brevet.", False),
        "other_reporter@example.com": (gone, False) if dies else ("", True),
    }
    assert len(mail.outbox) == (0 if dies else 1)


def test_the_command_line_reminds_in_nobodys_name(world):
    reminder = send(world, COMMAND_LINE)
    assert reminder.sent_by is None
    assert mail.outbox[0].reply_to == []


def test_much_that_is_left_is_told_in_short(world, cast):
    for number in range(30):
        an_indicator(world.goals[0], is_assessed=True, name=f"Nummer {number}")
    send(world, cast.controller)
    assert "och 21 till" in mail.outbox[0].body


@pytest.mark.parametrize("indicators", [1, 30])
def test_the_number_of_queries_does_not_grow(world, cast, indicators, django_assert_num_queries):
    for number in range(indicators):
        an_indicator(world.goals[0], is_assessed=True, name=f"Nummer {number}")
        a_member(f"kollega{number}", "reporter", world.committee, world.afi, email=f"k{number}@example.com")
    with django_assert_num_queries(8):
        units_left(world.round, TODAY)
