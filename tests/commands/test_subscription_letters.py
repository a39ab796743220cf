"""Who is told what, once: also when a worker disappears, the server is gone, or somebody no longer may know."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from followup.core.models import AuditEvent, Membership
from reports.choices import Audience, Happening
from reports.commands.jobs.pulse import pulse
from reports.commands.publishing import disclose, publish
from reports.commands.subscriptions.announcing import announce, resume_letters
from reports.commands.subscriptions.asking import end
from reports.commands.subscriptions.links import ending_token
from reports.commands.subscriptions.sending import GIVEN_UP_AFTER, deliver
from reports.commands.withdrawal import withdraw
from reports.models import PublicationLetter
from tests.builders import a_committee, a_report, a_section, a_subscription

pytestmark = pytest.mark.usefixtures("light_pdf")

SITE = "https://uppfoljning.example"
SILENCE = timedelta(seconds=30)


@pytest.fixture
def report(world):
    report = a_report(world.round, slug="delar-2017", title="Delår 2017")
    a_section(report, content="<p>Text.</p>")
    return report


def published(report, cast, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=cast.controller)


def account(person, committee, address="person@kommun.example"):
    person.email = address
    person.save()
    return a_subscription(committee, user=person)


def recipients():
    return sorted(letter.to[0] for letter in mail.outbox)


class TestTelling:
    def test_everyone_who_agreed_is_told_of_a_first_version_a_corrected_and_a_withdrawn(
        self, report, cast, world, work_off
    ):
        subscription = a_subscription(world.committee, address="a@exempel.se")
        a_subscription(a_committee(), address="b@exempel.se")
        published(report, cast)
        version = published(report, cast, note="En siffra är rättad.")
        work_off()
        withdraw(publication=version, reason="Fel bilaga.", by=cast.controller)
        work_off()
        assert recipients() == ["a@exempel.se"] * 3
        first, second, third = mail.outbox
        assert first.subject == "Ny rapport: Delår 2017"
        assert second.subject == "Ny version 2: Delår 2017"
        assert "En siffra är rättad." in second.body
        assert f"{SITE}/socialnamnden/delar-2017/v2/" in second.body
        assert third.subject == "Avpublicerad, version 2: Delår 2017"
        assert "Fel bilaga." in third.body
        end_link = f"{SITE}/prenumerera/avsluta/{ending_token(subscription.key)}/"
        for letter in mail.outbox:
            assert letter.extra_headers["List-Unsubscribe"] == f"<{end_link}>"
            assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
            assert end_link in letter.body
            assert letter.message()["Auto-Submitted"] == "auto-generated"

    def test_a_members_version_is_told_to_accounts_that_may_read_it(self, report, cast, world, work_off):
        a_subscription(world.committee, address="reader@exempel.se")
        account(cast.reader, world.committee, "member@kommun.example")
        account(cast.outsider, world.committee, "outsider@kommun.example")
        version = published(report, cast, Audience.MEMBERS)
        work_off()
        assert recipients() == ["member@kommun.example"]
        assert "bara öppen för dem som har en roll" in mail.outbox[0].body
        disclose(publication=version, by=cast.controller)
        work_off()
        assert recipients() == ["member@kommun.example", "reader@exempel.se"]

    def test_the_right_is_asked_for_when_the_letter_is_sent(self, report, cast, world, work_off):
        account(cast.reader, world.committee)
        published(report, cast, Audience.MEMBERS)
        Membership.objects.filter(user=cast.reader).delete()
        work_off()
        assert mail.outbox == []
        assert PublicationLetter.objects.get().fault

    def test_an_account_that_is_closed_or_has_no_address_is_told_nothing(self, report, cast, world, work_off):
        account(cast.reader, world.committee, "")
        account(cast.approver, world.committee)
        cast.approver.is_active = False
        cast.approver.save()
        published(report, cast)
        work_off()
        assert mail.outbox == []

    def test_what_was_withdrawn_before_it_was_told_is_only_told_to_be_withdrawn(self, report, cast, world, work_off):
        a_subscription(world.committee)
        withdraw(publication=published(report, cast), reason="Fel.", by=cast.controller)
        work_off()
        assert [letter.subject for letter in mail.outbox] == ["Avpublicerad, version 1: Delår 2017"]

    def test_whoever_ends_it_before_the_letter_is_sent_gets_none(self, report, cast, world, work_off):
        subscription = a_subscription(world.committee)
        published(report, cast)
        end(key=subscription.key)
        work_off()
        assert mail.outbox == []

    def test_a_publication_that_is_not_stored_is_not_told(self, report, cast, world, work_off):
        a_subscription(world.committee)

        def refuse(_publication):
            raise RuntimeError

        with pytest.raises(RuntimeError):
            publish(
                report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller,
                along=refuse,
            )  # fmt: skip
        work_off()
        assert mail.outbox == []
        assert not PublicationLetter.objects.exists()

    def test_the_audit_tells_how_many_and_nothing_of_whom(self, report, cast, world):
        for _number in range(3):
            a_subscription(world.committee)
        published(report, cast)
        event = AuditEvent.objects.get(action="notified")
        assert event.details == {"vad": "publicerad", "mottagare": "3"}
        assert event.actor == cast.controller

    def test_without_mail_nobody_is_told(self, report, cast, world, settings):
        settings.SENDS_MAIL = False
        a_subscription(world.committee)
        published(report, cast)
        assert not PublicationLetter.objects.exists()

    def test_many_subscribers_cost_publishing_no_more_queries(self, report, cast, world):
        version = published(report, cast)
        counts = []
        for more in (1, 20):
            for _number in range(more):
                a_subscription(world.committee)
            with CaptureQueriesContext(connection) as captured:
                assert announce(publication=version, what=Happening.CORRECTED, by=cast.controller) == more
            counts.append(len(captured))
        assert counts[0] == counts[1]


class TestOnce:
    @pytest.fixture
    def version(self, report, cast, world):
        for name in "abc":
            a_subscription(world.committee, address=f"{name}@exempel.se")
        return published(report, cast)

    def test_the_same_is_never_told_twice(self, version, cast, work_off):
        work_off()
        announce(publication=version, what=Happening.PUBLISHED, by=cast.controller)
        deliver(publication_id=version.pk, what=Happening.PUBLISHED)
        work_off()
        assert recipients() == ["a@exempel.se", "b@exempel.se", "c@exempel.se"]

    def test_a_worker_that_dies_leaves_the_rest_to_another(self, version, work_off, monkeypatch):
        class Killed(BaseException):
            pass

        sent = []

        def send_messages(self, messages):
            if len(sent) == 1:
                raise Killed
            sent.extend(message.to[0] for message in messages)
            return len(messages)

        monkeypatch.setattr(EmailBackend, "send_messages", send_messages)
        with pytest.raises(Killed):
            deliver(publication_id=version.pk, what=Happening.PUBLISHED)
        monkeypatch.undo()
        monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)
        assert resume_letters(now=timezone.now(), silent_after=SILENCE) == 0  # it may still be at it
        later = timezone.now() + timedelta(minutes=1)
        assert resume_letters(now=later, silent_after=SILENCE) == 1
        assert resume_letters(now=later, silent_after=SILENCE) == 0
        work_off()
        assert sent == ["a@exempel.se"]
        assert recipients() == ["c@exempel.se"]  # of b's nobody knows, so it is not sent again
        unknown = PublicationLetter.objects.get(sent_at=None)
        assert (unknown.subscription.address, unknown.fault) == ("b@exempel.se", "")
        assert unknown.taken_at is not None

    def test_two_workers_share_the_letters(self, version, monkeypatch):
        """The other one takes a letter between this one's reading and its taking."""
        PublicationLetter.objects.filter(subscription__address="b@exempel.se").update(taken_at=timezone.now())
        deliver(publication_id=version.pk, what=Happening.PUBLISHED)
        assert recipients() == ["a@exempel.se", "c@exempel.se"]

    def test_a_server_that_is_gone_is_tried_again_later(self, version, monkeypatch, work_off):
        def gone(self, messages):
            raise ConnectionRefusedError

        with monkeypatch.context() as broken:
            broken.setattr(EmailBackend, "send_messages", gone)
            again_at = deliver(publication_id=version.pk, what=Happening.PUBLISHED)
        assert again_at > timezone.now() + timedelta(minutes=9)
        assert PublicationLetter.objects.waiting().count() == 3
        assert resume_letters(now=timezone.now() + timedelta(minutes=1), silent_after=SILENCE) == 0
        assert deliver(publication_id=version.pk, what=Happening.PUBLISHED) is None
        assert len(recipients()) == 3

    def test_one_address_that_is_refused_is_no_reason_to_stop(self, version, monkeypatch):
        class Choosy(EmailBackend):
            def send_messages(self, messages):
                if messages[0].to == ["b@exempel.se"]:
                    raise SMTPRecipientsRefused({})
                return super().send_messages(messages)

        monkeypatch.setattr("reports.commands.subscriptions.sending.get_connection", Choosy)
        deliver(publication_id=version.pk, what=Happening.PUBLISHED)
        assert recipients() == ["a@exempel.se", "c@exempel.se"]
        refused = PublicationLetter.objects.get(subscription__address="b@exempel.se")
        assert refused.fault == "E-postservern tog inte emot brevet."

    def test_what_has_waited_for_days_is_no_news(self, version, work_off):
        PublicationLetter.objects.update(made_at=timezone.now() - GIVEN_UP_AFTER - timedelta(minutes=1))
        work_off()
        assert mail.outbox == []
        assert not PublicationLetter.objects.waiting().exists()

    def test_a_worker_looks_after_what_others_left(self, version, monkeypatch):
        asked = []
        monkeypatch.setattr("reports.commands.jobs.pulse.resume_letters", lambda **asked_for: asked.append(asked_for))
        monkeypatch.setattr("reports.commands.jobs.pulse.connection.close", lambda: None)
        monkeypatch.setattr("reports.commands.jobs.pulse.beat", lambda **_: None)
        monkeypatch.setattr("reports.commands.jobs.pulse.reap", lambda **_: None)
        with pulse(worker="arbetaren", silent_after=SILENCE):
            pass
        assert asked[0]["silent_after"] == SILENCE
