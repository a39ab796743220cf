"""Reminding from a round's page: choose and write, see the letters, send, and read what became of them."""

import pytest
from django.core import mail
from django.urls import reverse

from reports.commands.reminder_letters import Letter, Recipient
from reports.models import Reminder, ReminderLetter, Round
from reports.views.overview.reminding import previews
from tests.builders import a_reminder, an_assessment


@pytest.fixture(autouse=True)
def reachable(cast, time_machine):
    time_machine.move_to("2017-09-03 08:02:00+00:00")
    cast.reporter.email = "reporter@example.com"
    cast.reporter.save()


@pytest.fixture
def url(world):
    return reverse("reports:remind", args=[world.round.pk])


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def words(response):
    return " ".join(response.content.decode().split())


def typed(world, action, **changes):
    values = {"units": [world.afi.pk], "subject": "Påminnelse", "text": "Hej {enhet}!\r\n\r\n{kvar}"}
    return values | {"action": action} | changes


def test_begins_with_a_letter_to_units_that_have_something_left(controller, url, world):
    page = words(controller.get(url))
    assert "AFI Enheten AFI: 3 svar kvar. Till Reporter (reporter@example.com)." in page
    assert "Påminnelse: Delårsuppföljning per 31 augusti 2017, senast 8 september 2017" in page
    assert "Sista dag är 8 september 2017." in page
    assert "checked" in page
    assert "Går inte att nå med e-post" in page
    assert "IFO Enheten IFO: 2 svar kvar" in page


def test_a_unit_that_is_done_is_not_chosen_from_the_start(controller, url, world):
    for goal in world.goals:
        an_assessment(world.round, goal, world.afi, status="achieved", state="ready")
    page = words(controller.get(url))
    assert "AFI Enheten AFI: allt är inlämnat." in page
    assert "checked" not in page


def test_says_when_the_last_day_has_passed(controller, url):
    Round.objects.update(deadline="2017-09-01")
    assert "Sista dagen var 1 september 2017, men svar tas emot" in words(controller.get(url))


def test_shows_the_letters_first_then_sends_them_once(controller, url, world):
    response = controller.post(url, typed(world, "preview"))
    page = words(response)
    assert "Så här ser det ut" in page
    assert "Hej AFI!" in page
    link = f"http://testserver/rapportera/{world.round.pk}/{world.afi.pk}/"
    assert link in page
    assert not mail.outbox
    sending = typed(world, "send", key=str(response.context["key"]))
    for _ in range(2):
        answer = controller.post(url, sending)
        assert answer["Location"] == reverse("reports:reminder", args=[world.round.pk, Reminder.objects.get().pk])
    assert len(mail.outbox) == 1
    assert link in mail.outbox[0].body
    page = words(controller.get(answer["Location"]))
    assert "Påminnelsen är skickad" in page
    assert "Reporter (reporter@example.com), AFI" in page


def test_goes_back_to_the_form_with_what_was_typed(controller, url, world):
    page = words(controller.post(url, typed(world, "edit", subject="Mitt ämne")))
    assert 'value="Mitt ämne"' in page
    assert "Visa breven" in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"units": []}, "Välj minst en enhet."),
        ({"subject": " "}, "Skriv ett ämne."),
        ({"text": "Hej"}, "Skriv {kvar} där"),
    ],
)
def test_a_letter_that_would_say_too_little_is_refused(controller, url, world, changes, said):
    response = controller.post(url, typed(world, "send", **changes))
    assert response.status_code == 422
    assert said in words(response)
    assert not mail.outbox


def test_a_unit_that_cannot_be_reached_cannot_be_chosen(controller, url, world):
    assert controller.post(url, typed(world, "send", units=[world.ifo.pk])).status_code == 422


def test_what_was_typed_stays_when_the_round_closed_meanwhile(controller, url, world):
    Round.objects.update(state="closed")
    response = controller.post(url, typed(world, "send", subject="Mitt ämne"))
    assert response.status_code == 423
    assert 'value="Mitt ämne"' in words(response)
    assert not mail.outbox


def test_links_lead_to_the_address_that_is_set(controller, url, world, settings):
    settings.SITE_URL = "https://uppfoljning.example"
    assert "https://uppfoljning.example/rapportera/" in words(controller.post(url, typed(world, "preview")))


def test_says_who_got_none_and_why(controller, world):
    reminder = a_reminder(world.round)
    for name, fault in (("Anna", "E-postservern gick inte att nå."), ("Bo", "")):
        ReminderLetter.objects.create(
            reminder=reminder, name=name, address=f"{name}@example.com", units="AFI", fault=fault
        )
    page = words(controller.get(reverse("reports:reminder", args=[world.round.pk, reminder.pk])))
    assert "Påminnelsen gick inte fram till alla" in page
    assert "Anna (Anna@example.com), AFI: E-postservern gick inte att nå." in page
    assert "Det är inte känt om brevet gick iväg" in page


def test_a_reminder_of_another_round_is_not_found(controller, world):
    reminder = a_reminder(world.round)
    other = Round.objects.create(plan=world.plan, key="x", title="X", kind="interim", as_of="2017-04-30")
    assert controller.get(reverse("reports:reminder", args=[other.pk, reminder.pk])).status_code == 404


def test_letters_that_read_the_same_are_shown_once():
    first, second = Recipient("Anna", "a@example.com"), Recipient("Bo", "b@example.com")
    shown = previews([Letter(first, "AFI", "Hej", "Text"), Letter(second, "AFI", "Hej", "Text")])
    assert [each.people for each in shown] == ["Anna (a@example.com), Bo (b@example.com)"]
    assert len(previews([Letter(first, "AFI", "Hej", "Text"), Letter(second, "IFO", "Hej", "Text")])) == 2
