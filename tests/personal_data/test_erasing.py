"""Erasing a person: the account's own goes, what was done stays and is still one person's."""

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.management import call_command
from django.test import Client

from followup.accounts.models import BrowserSession, Invitation
from followup.core.access import COMMAND_LINE
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent, Membership, PeriodLock, User
from reports.choices import Audience
from reports.commands.personal_data.erasing import erase_address, erase_person, would_erase
from reports.commands.publishing import publish
from reports.models import (
    Assessment,
    CalendarAddress,
    Job,
    PlanUpload,
    Presence,
    ReaderNote,
    ReminderLetter,
    ReportPresence,
    Subscription,
)
from tests.accounts.signing_in import PASSWORD, is_signed_in, sign_in
from tests.builders import a_job, a_report, a_section, a_subscription, a_user, an_invitation

pytestmark = pytest.mark.django_db
OF_THE_ACCOUNT = (
    Authenticator, SocialAccount, EmailAddress, Membership, BrowserSession, ReaderNote, CalendarAddress, PlanUpload,
    Presence, ReportPresence, Subscription,
)  # fmt: skip


def test_what_belongs_to_the_account_goes(anna, cast):
    sign_in(Client(), "reporter")
    erase_person(user=anna, by=cast.superuser)
    for model in OF_THE_ACCOUNT:
        assert not model.objects.filter(user=anna.pk).exists(), model
    assert not ReminderLetter.objects.exists()
    assert not Invitation.objects.exists()
    anna.refresh_from_db()
    assert str(anna) == f"Borttagen person {anna.pk}"
    assert (anna.username, anna.email, anna.last_login) == (f"borttagen-{anna.pk}", "", None)


def test_nothing_but_what_is_sealed_and_the_audit_names_the_person_any_more(anna, cast):
    erase_person(user=anna, by=cast.superuser)
    out = StringIO()
    call_command("dumpdata", exclude=["core.auditevent"], stdout=out)
    assert "Anna" not in out.getvalue()
    assert "anna.ek" not in out.getvalue().lower()


def test_nobody_signs_in_any_more_and_whoever_was_is_out(anna, cast):
    browser, came_otherwise = Client(), Client()
    anna_in = sign_in(browser, "reporter")
    assert anna_in.status_code in (200, 302)
    came_otherwise.force_login(anna)
    erase_person(user=anna, by=cast.superuser)
    assert not is_signed_in(browser)
    assert not is_signed_in(came_otherwise)
    for name in ("reporter", f"borttagen-{anna.pk}", "anna.ek@kommun.example"):
        sign_in(browser, name, PASSWORD)
        assert not is_signed_in(browser)


def test_the_audit_trail_is_as_it_was_and_has_one_event_more(anna, cast):
    before = list(AuditEvent.objects.order_by("pk").values())
    erase_person(user=anna, by=cast.superuser)
    *after, last = AuditEvent.objects.order_by("pk").values()
    assert after == before
    assert any(event["actor_name"] == "Anna Ek" for event in after)
    assert (last["action"], last["actor_id"], last["object_id"]) == ("erased", cast.superuser.pk, str(anna.pk))
    assert last["object_label"] == f"Borttagen person {anna.pk}"
    assert "Anna" not in str(last)


def test_what_was_done_is_still_one_persons(anna, cast, world):
    erase_person(user=anna, by=cast.superuser)
    erase_person(user=cast.other_reporter, by=cast.superuser)
    assessment = Assessment.objects.get()
    assert str(assessment.updated_by) == f"Borttagen person {anna.pk}"
    assert assessment.history.first().history_user == assessment.updated_by == PeriodLock.objects.get().locked_by
    assert Job.objects.get().asked_by_name == f"Borttagen person {anna.pk}"
    assert str(User.objects.get(pk=cast.other_reporter.pk)) != f"Borttagen person {anna.pk}"


def test_a_published_version_keeps_the_name(cast, world, light_pdf):
    report = a_report(world.round)
    a_section(report, content="<p>Text.</p>")
    version = publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)
    name = str(cast.controller)
    erase_person(user=cast.controller, by=cast.superuser)
    version.refresh_from_db()
    assert version.published_by_name == name
    call_command("verify_publications", stdout=StringIO())


def test_others_keep_what_is_theirs(anna, cast):
    kept = ReaderNote.objects.get()
    kept.pk, kept.user = None, cast.reader
    kept.save()
    erase_person(user=anna, by=cast.superuser)
    assert ReaderNote.objects.get().user == cast.reader
    assert Membership.objects.filter(user=cast.reader).exists()


def test_what_belongs_to_an_address_that_another_account_has_is_left_and_that_is_said(anna, cast):
    other = a_user("annan", email="Anna.Ek@kommun.example")
    erased = erase_person(user=anna, by=cast.superuser)
    assert "eftersom ett annat konto har samma adress" in str(erased)
    assert ReminderLetter.objects.exists()
    assert Invitation.objects.exists()
    event = AuditEvent.objects.get(action="erased")
    assert "samma adress" in str(event.details)
    assert "kommun.example" not in str(event.details)
    other.is_active = False
    other.save()
    assert "samma adress" not in str(erase_person(user=cast.reporter, by=cast.superuser))


def test_who_may_and_who_is_refused(anna, cast):
    for by in (cast.administrator, anna):
        with pytest.raises(NotAllowed):
            erase_person(user=anna, by=by)
    with pytest.raises(CommandRefused, match="ditt eget"):
        erase_person(user=cast.superuser, by=cast.superuser)
    with pytest.raises(CommandRefused, match="enda systemförvaltaren"):
        erase_person(user=cast.superuser, by=COMMAND_LINE)
    erase_person(user=cast.superuser, by=a_user("other", is_superuser=True))


def test_not_while_ordered_work_waits(anna, cast, world):
    a_job(a_report(world.round), asked_by=anna)
    with pytest.raises(CommandRefused, match="arbeten"):
        erase_person(user=anna, by=cast.superuser)
    assert User.objects.filter(username="reporter").exists()


def test_twice_finds_nothing_more(anna, cast):
    erase_person(user=anna, by=cast.superuser)
    assert erase_person(user=anna, by=cast.superuser).counts == ()


def test_a_reader_with_an_address_alone(cast, world):
    a_subscription(world.committee, address="lasare@exempel.se")
    an_invitation(world.committee, email="lasare@exempel.se")
    other = a_subscription(world.committee)
    with pytest.raises(NotAllowed):
        erase_address(address="lasare@exempel.se", by=cast.administrator)
    erase_address(address="Lasare@exempel.se", by=cast.superuser)
    assert list(Subscription.objects.all()) == [other]
    event = AuditEvent.objects.get(action="erased")
    assert "exempel" not in f"{event.object_label} {event.details}"


def test_on_the_command_line_tried_and_done(anna, capsys):
    said = would_erase(user=anna)
    out = StringIO()
    call_command("erase_person", "reporter", dry_run=True, stdout=out)
    assert out.getvalue().strip() == str(said)
    assert User.objects.filter(username="reporter").exists()
    call_command("erase_person", "reporter", stdout=out)
    assert not User.objects.filter(username="reporter").exists()
    for wrong in (["nobody"], [], ["a", "--email", "b@c.se"]):
        with pytest.raises(SystemExit):
            call_command("erase_person", *wrong)
    assert "finns inte" in capsys.readouterr().err


def test_the_admin_asks_first(client, anna, cast):
    client.force_login(cast.superuser)
    data = {"action": "erase_people", "_selected_action": [anna.pk, cast.superuser.pk]}
    page = client.post("/admin/core/user/", data).content.decode()
    assert "Det går inte att ångra" in page
    assert "Du kan inte radera ditt eget konto." in page
    assert User.objects.filter(username="reporter").exists()
    answer = client.post("/admin/core/user/", data | {"confirmed": "yes"}, follow=True).content.decode()
    assert "1 personers uppgifter är raderade." in answer
    assert not User.objects.filter(username="reporter").exists()
    client.force_login(cast.administrator)
    client.post("/admin/core/user/", data | {"confirmed": "yes", "_selected_action": [cast.reader.pk]})
    assert User.objects.filter(username="reader").exists()
