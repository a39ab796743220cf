"""A person's own calendar at its secret address, and what a committee has decided for anyone."""

from datetime import date

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone

from followup.core.models import Membership
from reports.choices import Audience, DecisionOutcome
from reports.commands.adoption import record_decision
from reports.commands.calendar_address import make_calendar_address, remove_calendar_address
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.models import Round
from tests.builders import a_committee, a_plan, a_report, a_round, a_section

DECISIONS = reverse("reading:committee_decisions", args=["socialnamnden"])


@pytest.fixture(autouse=True)
def in_the_year_of_the_round(monkeypatch):
    monkeypatch.setattr("reports.views.calendars.own.timezone.localdate", lambda: date(2017, 9, 1))


def address_of(person):
    made = make_calendar_address(now=timezone.now(), by=person)
    return reverse("reading:own_calendar", args=[person.pk, made.secret])


def days(answer):
    assert answer.status_code == 200
    return {
        str(event["SUMMARY"]): event.decoded("DTSTART")
        for event in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    }


ROUND = {
    "Öppnar: Delårsuppföljning per 31 augusti 2017": date(2017, 8, 21),
    "Sista dag: Delårsuppföljning per 31 augusti 2017": date(2017, 9, 8),
}


@pytest.mark.parametrize("who", ["reporter", "approver", "auditor", "controller", "superuser"])
def test_whoever_reports_or_follows_sees_the_days_of_the_committees_rounds(client, cast, who):
    assert days(client.get(address_of(getattr(cast, who)))) == ROUND


@pytest.mark.parametrize("who", ["reader", "outsider"])
def test_others_see_none_of_them(client, cast, who):
    assert days(client.get(address_of(getattr(cast, who)))) == {}


def test_it_needs_no_signing_in_sets_no_cookie_and_is_kept_by_nobody(client, cast):
    answer = client.get(address_of(cast.reporter))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    assert "Access-Control-Allow-Origin" not in answer
    assert not client.cookies


def test_the_rights_are_those_of_the_moment(client, cast):
    address = address_of(cast.reporter)
    Membership.objects.filter(user=cast.reporter).delete()
    assert days(client.get(address)) == {}
    cast.reporter.is_active = False
    cast.reporter.save()
    assert client.get(address).status_code == 404


def test_an_address_that_was_replaced_or_taken_away_leads_nowhere(client, cast):
    first = address_of(cast.reporter)
    second = address_of(cast.reporter)
    assert (client.get(first).status_code, client.get(second).status_code) == (404, 200)
    remove_calendar_address(by=cast.reporter)
    assert client.get(second).status_code == 404


def test_an_address_cannot_be_guessed(client, cast):
    address = address_of(cast.reporter)
    for wrong in (address.replace(".ics", "0.ics"), address[:-8] + "0000.ics"):
        assert client.get(wrong).status_code == 404
    other = reverse("reading:own_calendar", args=[cast.approver.pk, address.partition("-")[2].removesuffix(".ics")])
    assert client.get(other).status_code == 404


def test_a_day_that_is_moved_keeps_its_id(client, cast, world):
    address = address_of(cast.reporter)

    def deadline():
        events = icalendar.Calendar.from_ical(client.get(address).content).walk("VEVENT")
        return next(event for event in events if "deadline" in event["UID"])

    before = deadline()
    world.round.deadline = date(2017, 9, 15)
    world.round.save()
    after = deadline()
    assert before["UID"] == after["UID"]
    assert after.decoded("DTSTART") == date(2017, 9, 15)
    assert after.decoded("DTSTAMP") >= before.decoded("DTSTAMP")


def test_a_closed_round_of_long_ago_and_what_has_no_day_is_left_out(client, cast, world):
    Round.objects.update(opens_on=date(2015, 8, 21), deadline=None, state="closed")
    a_round(a_plan(a_committee()))
    assert days(client.get(address_of(cast.reporter))) == {}
    Round.objects.update(state="open")
    assert list(days(client.get(address_of(cast.reporter))).values()) == [date(2015, 8, 21)]


@pytest.fixture
def version(world, cast, light_pdf):
    report = a_report(world.round, slug="delar-2017", title="Delår 2017")
    a_section(report, content="<p>Text.</p>")

    def made(audience=Audience.PUBLIC):
        return publish(report=report, audience=audience, change_note="", accept_warnings=True, by=cast.controller)

    return made


def decide(publication, by):
    record_decision(
        publication=publication,
        outcome=DecisionOutcome.ADOPTED,
        decided_on=date(2017, 10, 12),
        paragraph="87",
        reason="",
        today=date(2017, 10, 20),
        by=by,
    )


def test_anyone_follows_what_the_committee_decides(client, cast, version):
    decide(version(), cast.controller)
    assert days(client.get(DECISIONS)) == {"Fastställd: Delår 2017": date(2017, 10, 12)}
    assert client.get(DECISIONS)["Cache-Control"] == "public, max-age=300"


def test_what_was_decided_about_a_members_version_is_not_told(client, cast, version):
    decide(version(Audience.MEMBERS), cast.controller)
    client.force_login(cast.superuser)
    assert days(client.get(DECISIONS)) == {}


def test_what_was_withdrawn_is_not_told(client, cast, version):
    publication = version()
    decide(publication, cast.controller)
    withdraw(publication=publication, reason="Fel.", by=cast.controller)
    assert days(client.get(DECISIONS)) == {}
