"""Subscribing in the browser and in a mail program, without an account and with one."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from reports.commands.open_forms import MOST_FROM_A_NETWORK
from reports.commands.subscriptions.links import ending_token
from reports.models import CalendarAddress, FormUse, Subscription
from tests.builders import a_committee, a_subscription

SUBSCRIBE = reverse("reading:subscribe")
ACCOUNT = reverse("reports:own_subscriptions")


def asked(client, **changes):
    return client.post(SUBSCRIBE, {"address": "lasare@exempel.se", "committees": ["socialnamnden"]} | changes)


def end_of(subscription):
    return reverse("reading:subscription_end", args=[ending_token(subscription.key)])


def test_the_page_shows_every_committee_and_the_one_that_was_followed_here_is_chosen(client, world):
    a_committee(name="Kulturnämnden", slug="kultur")
    page = client.get(SUBSCRIBE, {"namnd": "kultur"}).content.decode()
    assert 'value="socialnamnden"' in page
    assert page.count("checked") == 1


def test_the_way_from_asking_to_being_told_sets_no_cookie(client, world, work_off):
    answer = asked(client)
    assert (answer.status_code, answer["Location"]) == (302, reverse("reading:subscription_asked"))
    work_off()
    link = mail.outbox[0].body.partition("http://testserver")[2].split()[0]
    page = client.get(link).content.decode()
    assert "Socialnämnden" in page
    assert not Subscription.objects.confirmed().exists()
    assert "Nu prenumererar du" in client.post(link).content.decode()
    assert Subscription.objects.confirmed().get().address == "lasare@exempel.se"
    assert not client.cookies


def test_the_answer_is_the_same_whether_the_address_is_known_or_not(client, world):
    a_subscription(world.committee, address="lasare@exempel.se")
    answers = [asked(client), asked(client, address="annan@exempel.se")]
    assert answers[0].status_code == answers[1].status_code
    own = [{name: value for name, value in each.items() if name != "X-Request-ID"} for each in answers]
    assert own[0] == own[1]
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"address": ""}, "Skriv din e-postadress."),
        ({"address": "inte en adress"}, "Skriv en e-postadress, till exempel"),
        ({"address": "a@exempel.se\nBcc: b@exempel.se"}, "Skriv en e-postadress, till exempel"),
        ({"committees": []}, "Välj minst en nämnd."),
        ({"committees": ["annan"]}, "Välj bland nämnderna i listan."),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_typed_is_lost(client, world, changes, words):
    answer = asked(client, **changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    if "committees" in changes:
        assert 'value="lasare@exempel.se"' in page
    assert not Subscription.objects.exists()


def test_too_many_from_one_network_are_asked_to_wait(client, world):
    for number in range(MOST_FROM_A_NETWORK):
        assert asked(client, address=f"a{number}@exempel.se").status_code == 302
    answer = asked(client, address="b@exempel.se")
    assert answer.status_code == 429
    assert "Vänta en timme" in answer.content.decode()
    assert 'value="b@exempel.se"' in answer.content.decode()


def test_behind_a_proxy_each_reader_is_counted_apart(client, world, settings):
    def marks():
        return FormUse.objects.filter(form="subscribe").values("fingerprint").distinct().count()

    for number in range(3):
        client.post(SUBSCRIBE, {"address": "x", "committees": []}, headers={"X-Forwarded-For": f"192.0.2.{number}"})
    asked(client)
    settings.BEHIND_PROXY = True
    before = marks()
    for number in range(3):
        headers = {"X-Forwarded-For": f"forged, 192.0.2.{number}"}
        data = {"address": f"a{number}@exempel.se", "committees": ["socialnamnden"]}
        client.post(SUBSCRIBE, data, headers=headers)
    assert marks() == before + 6  # three networks and three addresses


def test_opening_the_links_changes_nothing(client, world):
    subscription = a_subscription(world.committee)
    page = client.get(end_of(subscription)).content.decode()
    assert "Avsluta prenumerationen" in page
    assert Subscription.objects.exists()


def test_one_click_in_a_mail_program_ends_it(client, world):
    """RFC 8058: a POST with this body, without cookies and without having seen the page."""
    subscription = a_subscription(world.committee)
    answer = client.post(
        end_of(subscription), "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 200
    assert not Subscription.objects.exists()
    assert "är avslutad" in client.get(end_of(subscription)).content.decode()


def test_all_can_be_ended_at_once(client, world):
    first = a_subscription(world.committee, address="a@exempel.se")
    a_subscription(a_committee(), address="a@exempel.se")
    assert "Avsluta alla mina prenumerationer" in client.get(end_of(first)).content.decode()
    client.post(end_of(first), {"what": "all"})
    assert not Subscription.objects.exists()


def test_a_link_that_is_too_old_or_made_up_says_so(client, world):
    answer = client.get(reverse("reading:subscription_confirm", args=["x:y:z"]))
    assert answer.status_code == 404
    assert "Länken gäller inte längre" in answer.content.decode()


def test_without_mail_the_page_says_so_and_shows_the_feeds(client, world, settings):
    settings.SENDS_MAIL = False
    page = client.get(SUBSCRIBE).content.decode()
    assert "kan inte skicka e-post" in page
    assert reverse("reading:feed") in page


def test_a_person_chooses_committees_for_the_account(client, world, cast):
    client.force_login(cast.reader)
    client.post(ACCOUNT, {"committees": ["socialnamnden"]})
    assert Subscription.objects.get().user == cast.reader
    assert "checked" in client.get(ACCOUNT).content.decode()
    client.post(ACCOUNT, {})
    assert not Subscription.objects.exists()
    assert client.post(ACCOUNT, {"committees": ["annan"]}).status_code == 422


def test_a_person_makes_replaces_and_takes_away_the_calendars_address(client, world, cast):
    client.force_login(cast.reporter)
    assert "/kalender/" not in client.get(ACCOUNT).content.decode().replace("/konto/kalender/", "")
    secrets = set()
    for _time in range(2):
        client.post(reverse("reports:calendar_address"))
        address = CalendarAddress.objects.get(user=cast.reporter)
        secrets.add(address.secret)
        assert address.secret in client.get(ACCOUNT).content.decode()
    assert len(secrets) == 2
    client.post(reverse("reports:calendar_address_removed"))
    assert not CalendarAddress.objects.exists()


def test_another_persons_choices_are_not_touched(client, world, cast):
    other = a_subscription(world.committee, user=cast.approver)
    CalendarAddress.objects.create(user=cast.approver, made_at=timezone.now())
    client.force_login(cast.reader)
    client.post(ACCOUNT, {})
    client.post(reverse("reports:calendar_address_removed"))
    assert Subscription.objects.get() == other
    assert CalendarAddress.objects.count() == 1
