"""A withdrawn version is handed out no longer; nothing of it is deleted, and it does not come back."""

import pytest
from django.db import IntegrityError

from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent
from reports.choices import Audience
from reports.commands import withdrawal
from reports.commands.publishing import disclose, publish
from reports.commands.withdrawal import withdraw
from reports.models import Publication, PublicationFile, Withdrawal
from reports.sealed.stored import verify
from tests.builders import a_report, a_section

pytestmark = pytest.mark.usefixtures("light_pdf")


@pytest.fixture
def publication(world, cast):
    report = a_report(world.round, slug="delar-2017")
    a_section(report, content="<p>Text.</p>")
    return publish(report=report, audience=Audience.MEMBERS, change_note="", accept_warnings=True, by=cast.controller)


def test_the_reason_and_the_person_are_kept_and_told_in_the_audit(publication, cast):
    made = withdraw(publication=publication, reason=" Fel bilaga. ", by=cast.controller)
    assert (made.reason, made.withdrawn_by_name) == ("Fel bilaga.", str(cast.controller))
    event = AuditEvent.objects.filter(action="withdrawn").get()
    assert event.details == {"skäl": "Fel bilaga."}


def test_every_byte_stays_and_can_be_verified(publication, cast):
    before = PublicationFile.objects.count()
    withdraw(publication=publication, reason="Fel bilaga.", by=cast.controller)
    assert PublicationFile.objects.count() == before
    assert verify(Publication.objects.get()).is_intact


def test_only_those_who_publish_withdraw(publication, cast):
    for person in (cast.reader, cast.reporter, cast.approver, cast.auditor, cast.outsider, cast.anonymous):
        with pytest.raises(NotAllowed):
            withdraw(publication=publication, reason="Fel.", by=person)
    assert not Withdrawal.objects.exists()


def test_a_reason_is_needed(publication, cast):
    with pytest.raises(CommandRefused, match="Skriv varför"):
        withdraw(publication=publication, reason="  ", by=cast.controller)


def test_another_collision_is_not_told_as_a_withdrawal(publication, cast, monkeypatch):
    def collide(_report):
        raise IntegrityError("a version is noted already")

    monkeypatch.setattr(withdrawal, "note_newest", collide)
    with pytest.raises(IntegrityError):
        withdraw(publication=publication, reason="Fel.", by=cast.controller)
    assert not Withdrawal.objects.exists()


def test_it_is_done_once_and_not_undone_by_opening_the_version(publication, cast):
    withdraw(publication=publication, reason="Fel.", by=cast.controller)
    with pytest.raises(CommandRefused, match="redan avpublicerad"):
        withdraw(publication=publication, reason="Fel igen.", by=cast.controller)
    with pytest.raises(CommandRefused, match="Publicera en ny version"):
        disclose(publication=Publication.objects.get(), by=cast.controller)


def test_the_way_on_is_a_new_version(publication, cast):
    withdraw(publication=publication, reason="Fel.", by=cast.controller)
    again = publish(
        report=publication.report,
        audience=Audience.PUBLIC,
        change_note="Rätt bilaga.",
        accept_warnings=True,
        by=cast.controller,
    )
    assert (again.version, again.is_withdrawn) == (2, False)
