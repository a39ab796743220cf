"""What the committee decided is noted beside the version, never in it, and a mistake is replaced, not erased."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from followup.core.access import COMMAND_LINE
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent
from reports.choices import Audience, DecisionOutcome
from reports.commands.adoption import ReasonMissing, in_minutes, record_decision
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.models import CommitteeDecision, PublicationFile
from tests.builders import a_report, a_section

pytestmark = pytest.mark.usefixtures("light_pdf")


@pytest.fixture
def publication(world, cast):
    report = a_report(world.round, slug="delar-2017")
    a_section(report, content="<p>Text.</p>")
    return publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)


def decide(publication, by, **overrides):
    values = {
        "outcome": DecisionOutcome.ADOPTED,
        "decided_on": date(2017, 10, 12),
        "paragraph": "87",
        "reason": "",
        "today": date(2017, 10, 20),
    }
    return record_decision(publication=publication, by=by, **values | overrides)


def send_back(publication, by, **overrides):
    return decide(publication, by, outcome=DecisionOutcome.REMITTED_BACK, reason="Mål 3 saknas.", **overrides)


def test_an_adopted_version_keeps_its_bytes_and_is_told_of_in_the_audit(publication, cast):
    before = list(PublicationFile.objects.values_list("sha256", flat=True))
    decision = decide(publication, cast.controller)
    assert (decision.paragraph, decision.recorded_by_name) == ("§\u00a087", str(cast.controller))
    assert list(PublicationFile.objects.values_list("sha256", flat=True)) == before
    event = AuditEvent.objects.filter(action="recorded").get()
    assert event.object_label == "Uppföljning av mål 2017, version 1: fastställd 12 oktober 2017, §\u00a087"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("87", "§\u00a087"), ("§87", "§\u00a087"), (" §  87 b ", "§\u00a087 b"), ("", ""), ("§", "")],
)
def test_a_paragraph_may_be_typed_with_its_sign_or_without(typed, kept):
    assert in_minutes(typed) == kept


def test_only_those_who_publish_note_decisions(publication, cast):
    for person in (cast.reader, cast.reporter, cast.approver, cast.auditor, cast.outsider, cast.anonymous):
        with pytest.raises(NotAllowed):
            decide(publication, person)
    assert not CommitteeDecision.objects.exists()


def test_the_command_line_is_named_as_such(publication):
    decision = decide(publication, COMMAND_LINE)
    assert (decision.recorded_by, decision.recorded_by_name) == (None, "kommandoraden")


def test_sending_back_needs_a_reason_and_adopting_has_none(publication, cast):
    with pytest.raises(ReasonMissing):
        decide(publication, cast.controller, outcome=DecisionOutcome.REMITTED_BACK, reason="  ")
    assert decide(publication, cast.controller, reason="Bra.").reason == ""
    assert CommitteeDecision.objects.count() == 1


def test_a_version_that_was_sent_back_can_be_adopted_later(publication, cast):
    send_back(publication, cast.controller)
    decide(publication, cast.controller, decided_on=date(2017, 10, 19), paragraph="91")
    assert [item.outcome for item in publication.decisions.standing()] == ["remitted_back", "adopted"]


def test_a_version_is_adopted_once(publication, cast):
    decide(publication, cast.controller)
    with pytest.raises(CommandRefused, match="redan fastställd den 12 oktober 2017"):
        decide(publication, cast.controller, paragraph="88")


def test_what_was_noted_wrongly_is_replaced_and_stays_to_be_seen(publication, cast):
    wrong = decide(publication, cast.controller)
    right = decide(publication, cast.controller, paragraph="78", replaces=wrong)
    assert list(publication.decisions.standing()) == [right]
    assert CommitteeDecision.objects.count() == 2
    assert "87" in AuditEvent.objects.filter(action="recorded").first().details["ersätter"]
    with pytest.raises(CommandRefused, match="redan ersatt"):
        decide(publication, cast.controller, replaces=wrong)


def test_nothing_is_decided_tomorrow_or_in_no_paragraph(publication, cast):
    with pytest.raises(CommandRefused, match="har inte varit än"):
        decide(publication, cast.controller, decided_on=date(2017, 10, 21))
    with pytest.raises(ValidationError):
        decide(publication, cast.controller, paragraph="§")


def test_nothing_is_decided_about_a_withdrawn_version(publication, cast):
    withdraw(publication=publication, reason="Fel.", by=cast.controller)
    with pytest.raises(CommandRefused, match="avpublicerad"):
        decide(publication, cast.controller)


def test_the_database_itself_asks_for_a_reason_to_send_back(publication, cast):
    decision = send_back(publication, cast.controller)
    decision.pk, decision._state.adding, decision.reason = None, True, ""
    with pytest.raises(IntegrityError), transaction.atomic():
        decision.save()
