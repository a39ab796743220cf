"""Asking to be told, agreeing by the letter, ending: nobody learns who has, and no address is kept for nothing."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from followup.core.access import COMMAND_LINE
from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent
from reports.choices import Audience, OpenForm
from reports.commands.open_forms import MOST_FROM_A_NETWORK, TooOften, count_use
from reports.commands.publishing import publish
from reports.commands.subscriptions.asking import choose_for_account, confirm, end, subscribe
from reports.commands.subscriptions.links import LASTS, asked_key_in, ending_token, key_in
from reports.commands.subscriptions.pruning import prune_unconfirmed
from reports.models import FormUse, Subscription
from tests.builders import a_committee, a_report, a_section, a_subscription

pytestmark = pytest.mark.usefixtures("light_pdf")

SITE = "https://uppfoljning.example"


@pytest.fixture
def report(world):
    report = a_report(world.round, slug="delar-2017", title="Delår 2017")
    a_section(report, content="<p>Text.</p>")
    return report


def published(report, cast, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=cast.controller)


def ask(*committees, address="Lasare@Exempel.se", network="192.0.2.1", now=None):
    subscribe(address=address, committees=committees, site=SITE, network=network, now=now or timezone.now())


class TestAsking:
    def test_nothing_is_told_before_the_address_has_agreed(self, report, cast, world, work_off):
        ask(world.committee)
        work_off()
        assert [(letter.subject, letter.to) for letter in mail.outbox] == [
            ("Bekräfta din prenumeration", ["lasare@exempel.se"])
        ]
        published(report, cast)
        work_off()
        assert len(mail.outbox) == 1

    def test_the_letter_leads_to_what_confirms_all_that_was_asked_for_at_once(self, world, work_off):
        ask(world.committee, a_committee(name="Kulturnämnden"))
        work_off()
        body = mail.outbox[0].body
        assert "Socialnämnden" in body
        assert "Kulturnämnden" in body
        token = body.partition("/prenumerera/bekrafta/")[2].partition("/")[0]
        assert len(confirm(asked_key=asked_key_in(token), now=timezone.now())) == 2
        assert Subscription.objects.confirmed().count() == 2
        assert confirm(asked_key=asked_key_in(token), now=timezone.now()) == []

    def test_the_audit_tells_of_it_without_the_address(self, world, work_off):
        ask(world.committee)
        confirm(asked_key=Subscription.objects.get().asked_key, now=timezone.now())
        end(key=Subscription.objects.get().key)
        events = AuditEvent.objects.order_by("pk")
        assert [(event.action, event.actor_name, event.actor) for event in events] == [
            ("created", "en läsare", None),
            ("deleted", "en läsare", None),
        ]
        assert "exempel.se" not in str([(each.object_label, each.details) for each in events]).lower()

    def test_whoever_has_it_already_gets_another_letter_and_no_second_subscription(self, world, work_off):
        a_subscription(world.committee, address="lasare@exempel.se")
        ask(world.committee)
        work_off()
        assert [letter.subject for letter in mail.outbox] == ["Du prenumererar redan"]
        assert Subscription.objects.count() == 1

    def test_an_address_gets_three_letters_a_day_and_nobody_is_told_when_it_has(self, world, work_off):
        for number in range(5):
            ask(world.committee, network=f"192.0.2.{number}")
            work_off()
        assert len(mail.outbox) == 3

    def test_a_network_may_ask_ten_times_an_hour(self, world):
        now = timezone.now()
        for number in range(MOST_FROM_A_NETWORK):
            ask(world.committee, address=f"a{number}@exempel.se", now=now)
        with pytest.raises(TooOften):
            ask(world.committee, address="b@exempel.se", now=now)
        ask(world.committee, address="b@exempel.se", network="192.0.2.2", now=now)
        ask(world.committee, address="c@exempel.se", now=now + timedelta(hours=1, minutes=1))

    def test_what_is_counted_is_no_address_and_is_gone_after_a_day(self, world):
        now = timezone.now()
        ask(world.committee, now=now)
        marks = set(FormUse.objects.values_list("fingerprint", flat=True))
        assert all(len(mark) == 64 and "192" not in mark.split() for mark in marks)
        count_use(form=OpenForm.SUBSCRIBE, network="192.0.2.9", now=now + timedelta(days=1, minutes=1))
        assert FormUse.objects.count() == 1

    def test_an_address_that_does_not_answer_is_removed(self, world):
        now = timezone.now()
        ask(world.committee, now=now - LASTS - timedelta(minutes=1))
        confirmed = a_subscription(world.committee)
        key = Subscription.objects.get(confirmed_at=None).asked_key
        assert confirm(asked_key=key, now=now) == []
        assert prune_unconfirmed(now=now) == 1
        assert list(Subscription.objects.all()) == [confirmed]

    def test_asking_has_it_removed_in_time(self, world, work_off, monkeypatch):
        ask(world.committee, now=timezone.now() - LASTS - timedelta(minutes=1))
        work_off()  # the removal was asked for when it was due, which it is
        assert not Subscription.objects.exists()

    def test_ending_removes_the_address(self, world):
        first, second = (a_subscription(each, address="a@exempel.se") for each in (world.committee, a_committee()))
        other = a_subscription(world.committee)
        end(key=first.key)
        end(key=first.key)
        assert set(Subscription.objects.all()) == {second, other}
        a_subscription(world.committee, address="a@exempel.se")
        end(key=second.key, all_of_address=True)
        assert list(Subscription.objects.all()) == [other]

    @pytest.mark.parametrize("token", ["", "x", "x:y", "0" * 32 + ":abc"])
    def test_a_link_that_somebody_made_up_is_nothing(self, token):
        assert key_in(token) is None
        assert asked_key_in(token) is None

    def test_a_link_that_ends_does_not_confirm(self, world):
        assert asked_key_in(ending_token(a_subscription(world.committee).key)) is None


class TestAccounts:
    def test_a_person_chooses_committees(self, cast, world):
        other = a_committee()
        for chosen in ([world.committee, other], [other], []):
            choose_for_account(committees=chosen, site=SITE, now=timezone.now(), by=cast.reader)
            assert {each.committee for each in Subscription.objects.filter(user=cast.reader)} == set(chosen)

    def test_the_command_line_has_no_account(self, world):
        with pytest.raises(NotAllowed):
            choose_for_account(committees=[world.committee], site=SITE, now=timezone.now(), by=COMMAND_LINE)
