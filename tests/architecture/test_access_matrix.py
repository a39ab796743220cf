"""Every address × every role, of the committee itself and of another. One that is not in the table fails the test.

A person is let in once and asks for all addresses, and each answer's writes are taken back: the world is made once for
each person, not once for each address.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from time import time

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.core.signing import TimestampSigner
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from followup.accounts.models import BrowserSession
from followup.core.slugs import slug_of
from reports.build.document import SCHEMA_VERSION
from reports.choices import Audience, SubjectKind
from reports.commands.publishing import publish
from reports.commands.subscriptions.links import ending_token
from reports.models import CalendarAddress, PlanUpload, Publication, Report, Section
from tests.accounts.signing_in import a_totp, recovery_codes
from tests.architecture.access_rules import (
    ELSEWHERE,
    MATRIX,
    OWN_COMMITTEE,
    ROLES,
    expected,
    expected_elsewhere,
)
from tests.architecture.reading_rules import OF_A_VERSION, OF_PUBLIC_VERSIONS
from tests.builders import (
    a_committee,
    a_data_table,
    a_job,
    a_measurement,
    a_member,
    a_reader_question,
    a_reminder,
    a_report,
    a_section,
    a_stored_file,
    a_subscription,
    a_substitution,
    a_unit,
    an_assessment,
    an_assignment,
    an_attached_file,
    an_indicator,
    an_invitation,
)


def named_patterns(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from named_patterns(pattern, inner)
        else:
            yield f"{namespace}{pattern.name}", pattern


PATTERNS = dict(named_patterns(get_resolver()))


def test_every_address_is_in_the_table():
    assert {name for name in PATTERNS if not name.startswith("admin:")} == set(MATRIX)


@dataclass(frozen=True)
class Place:
    report: Report
    section: Section
    publication: Publication
    arguments: dict[str, object]


@pytest.fixture
def ways_in(cast, settings, monkeypatch):
    """Of the reader: each kind of second factor, and a session. And a provider, which nobody asks anything."""
    app = {
        "provider_id": "openid",
        "name": "Provider",
        "client_id": "x",
        "settings": {"server_url": "http://127.0.0.1"},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda user: [])
    a_totp(cast.reader)
    recovery_codes(cast.reader)
    key = Authenticator.objects.create(user=cast.reader, type="webauthn", data={"name": "Nyckel", "credential": {}})
    now = timezone.now()
    session = Session.objects.create(session_key="nyckel", expire_date=now)
    browser = BrowserSession.objects.create(session=session, user=cast.reader, signed_in_at=now, last_seen_at=now)
    return {"pk": key.pk, "session_id": browser.pk, "provider_id": "openid", "uidb36": "1", "key": "x-y", "token": "x"}


@pytest.fixture
def place(world, cast, light_pdf, ways_in):
    """One of everything that an address can name, the publication open to members only."""
    answer = an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    upload = PlanUpload.objects.create(user=cast.controller, name="bok.xlsx", **a_stored_file())
    report = a_report(world.round, slug="delar-2017")
    section = a_section(report, content="<p>Text.</p>")
    a_section(report, kind="goal_table", title="Målen")
    a_section(report, kind="indicator_table")
    indicator = an_indicator(world.goals[0])
    a_measurement(indicator)
    attachment = an_attached_file(report, name=report.slug).attachment
    publication = publish(
        report=report, audience=Audience.MEMBERS, change_note="", accept_warnings=True, by=cast.controller
    )
    calendar = CalendarAddress.objects.create(user=cast.reader, made_at=timezone.now())
    subscription = a_subscription(world.committee)
    return Place(
        report,
        section,
        publication,
        {
            "upload_id": upload.pk,
            "municipality_id": world.committee.municipality_id,
            "committee_slug": world.committee.slug,
            "plan_slug": world.plan.slug,
            "plan_id": world.plan.pk,
            "report_slug": report.slug,
            "version": 1,
            "name": report.slug,
            "part": f"mal-{slug_of(world.goals[0].key)}",
            "suffix": "json",
            "round_id": world.round.pk,
            "unit_id": world.afi.pk,
            "reminder_id": a_reminder(world.round).pk,
            "membership_id": a_substitution(world.afi, a_member("stand-in", "reader", world.committee)).pk,
            "goal_id": world.goals[0].pk,
            "kind": SubjectKind.GOAL,
            "subject_id": world.goals[0].pk,
            "assessment_id": answer.pk,
            "report_id": report.pk,
            "waiver_id": 1,
            "section_id": section.pk,
            "attachment_id": attachment.pk,
            "table_id": a_data_table(report).pk,
            "job_id": a_job(report, version=2).pk,
            "assignment_id": an_assignment(world.plan).pk,
            "notation": "rdf",
            "schema": SCHEMA_VERSION,
            "table": "judgements",
            "user_id": cast.reader.pk,
            "secret": calendar.secret,
            "confirmation": TimestampSigner(salt="reports.subscription.confirm").sign(subscription.asked_key.hex),
            "subscription": ending_token(subscription.key),
            "indicator_id": indicator.pk,
            "goal_key": world.goals[0].key,
            "indicator_key": indicator.key,
            "anchor": "avsnitt-avsnitt-1",
            "question_id": a_reader_question(publication).pk,
            "invitation_id": an_invitation(world.committee).pk,
            **ways_in,
        },
    )


def address(name, place):
    return reverse(name, kwargs={key: place.arguments[key] for key in PATTERNS[name].pattern.converters})


def sign_in(client, person):
    client.logout()
    if not isinstance(person, AnonymousUser):
        client.force_login(person)
        just_signed_in(client)


def answer_to(client, method, url):
    """The response, with everything that the request wrote taken back, signing out too."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        response = getattr(client, method)(url)
        transaction.set_rollback(True)
    client.cookies = cookies
    return response


def just_signed_in(client):
    """So that nobody is asked to confirm who they are before it is looked whether they may."""
    session = client.session
    session["signed_in_at"] = time()
    session.save()


def outcome(response):
    """`in`, or how the door was kept shut."""
    if response.status_code == 302 and response["Location"].startswith("/logga-in/?next="):
        return "sign in"
    return {403: "403", 404: "404"}.get(response.status_code, "in")


def found_by(client, place, rules):
    return {name: outcome(answer_to(client, rule.method, address(name, place))) for name, rule in rules.items()}


WORKING = {name: rule for name, rule in MATRIX.items() if not name.startswith("reading:")}
READING = {name: rule for name, rule in MATRIX.items() if name.startswith("reading:")}


@pytest.fixture
def disclosable(client, cast, place):
    """The members' version, which its controller may disclose: what says 403 to others is the role alone."""
    sign_in(client, cast.controller)
    assert outcome(answer_to(client, "post", address("reports:disclose", place))) == "in"


@pytest.mark.parametrize("role", ROLES)
def test_who_is_let_in(client, cast, place, disclosable, role):
    sign_in(client, getattr(cast, role))
    assert found_by(client, place, WORKING) == {name: expected(role, rule) for name, rule in WORKING.items()}


@pytest.mark.parametrize("role", ELSEWHERE)
def test_no_role_in_another_committee_opens_anything_here(client, cast, place, role):
    elsewhere = a_committee()
    unit = a_unit(elsewhere, "AFI") if role == "reporter" else None
    sign_in(client, a_member("elsewhere", role, elsewhere, unit, is_staff=role == "administrator"))
    found = found_by(client, place, WORKING)
    assert found == {name: expected_elsewhere(name, role, rule) for name, rule in WORKING.items()}


@pytest.mark.parametrize("role", ROLES)
def test_who_reads_a_members_version(client, cast, place, role):
    sign_in(client, getattr(cast, role))
    found = found_by(client, place, {name: MATRIX[name] for name in OF_A_VERSION + OF_PUBLIC_VERSIONS})
    assert found == {
        **dict.fromkeys(OF_A_VERSION, "in" if role in OWN_COMMITTEE else "404"),
        **dict.fromkeys(OF_PUBLIC_VERSIONS, "404"),
    }


@pytest.mark.parametrize("role", ROLES)
def test_who_reads_what_is_public(client, cast, place, role):
    publish(
        report=place.report, audience=Audience.PUBLIC, change_note="Öppnad.", accept_warnings=True, by=cast.controller
    )
    place.arguments["version"] = 2
    sign_in(client, getattr(cast, role))
    assert found_by(client, place, READING) == dict.fromkeys(READING, "in")


KEEPS = {"reading:extract": ('INSERT INTO "reports_extractpdf"', 'DELETE FROM "core_unreferencedfile"')}
"""What is laid out from sealed files alone is kept: it tells nothing new, and can be thrown away."""


def test_get_never_writes(client, cast, place):
    """Signed in a while ago: the pages that put something in the session ask for the password first."""
    client.force_login(cast.superuser)
    assert {name: sql for name in sorted(MATRIX) if (sql := written_by(client, name, place))} == {}


def written_by(client, name, place):
    with CaptureQueriesContext(connection) as captured:
        answer_to(client, "get", address(name, place))
    written = [query["sql"] for query in captured if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    return [sql for sql in written if not sql.startswith(KEEPS.get(name, ()))]
