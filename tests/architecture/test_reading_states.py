"""Every address that a report can be read at × who asks × two committees × the report's states.

The addresses come from the URLconf: one that names a report, or one for readers, and is in no table fails the test.
"""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.signing import TimestampSigner
from django.urls import reverse
from django.utils import timezone

from followup.core.slugs import slug_of
from reports.build.document import SCHEMA_VERSION
from reports.choices import Audience, DecisionOutcome
from reports.commands.adoption import record_decision
from reports.commands.publishing import disclose, publish
from reports.commands.subscriptions.links import ending_token
from reports.commands.withdrawal import withdraw
from reports.models import CalendarAddress
from reports.sealed.documents import sealed_parts
from tests.architecture.reading_rules import ADDRESSES, LISTS, OWN_ROLES, Reader, State, is_told
from tests.architecture.test_access_matrix import PATTERNS, answer_to, outcome, sign_in
from tests.builders import (
    a_committee,
    a_goal,
    a_level,
    a_measurement,
    a_member,
    a_municipality,
    a_plan,
    a_report,
    a_round,
    a_section,
    a_subscription,
    a_unit,
    a_user,
    an_assessment,
    an_attached_file,
    an_indicator,
)

pytestmark = pytest.mark.usefixtures("light_pdf")

WORD, OTHER_WORD = "Zebrafisken", "Havsabborren"
"""In the title, a heading, a goal's and an indicator's name: what tells of the report says it, or leads there."""


def test_every_address_of_a_version_is_in_the_table():
    named = {
        name
        for name, pattern in PATTERNS.items()
        if not name.startswith("admin:") and "report_slug" in pattern.pattern.converters
    }
    assert named == set(ADDRESSES)


def test_every_other_address_for_readers_is_in_the_table_of_lists():
    assert {name for name in PATTERNS if name.startswith("reading:")} - set(ADDRESSES) == set(LISTS)


def a_report_in(state, committee, word, by):
    """The report and everything that an address can name about it."""
    unit = a_unit(committee, "AFI")
    plan = a_plan(committee, slug=f"plan-{committee.slug}")
    a_level(plan)
    goal = a_goal(plan, name=f"{word} mår bra")
    round = a_round(plan)
    an_assessment(round, goal, unit, status="achieved", state="approved")
    report = a_report(round, slug=f"delar-{committee.slug}", title=f"{word} 2017")
    a_section(report, title=f"{word} i korthet", content="<p>Text.</p>")
    a_section(report, kind="goal_table", title="Målen")
    a_section(report, kind="indicator_table", title="Indikatorerna")
    indicator = an_indicator(goal, name=f"{word}, andel")
    a_measurement(indicator)
    an_attached_file(report, name="plan.pdf")
    part = "i-korthet"
    if state != State.DRAFT:
        members = state in {State.MEMBERS, State.DISCLOSED, State.TAKEN_BACK}
        publication = publish(
            report=report,
            audience=Audience.MEMBERS if members else Audience.PUBLIC,
            change_note="",
            accept_warnings=True,
            by=by,
        )
        part = next((each.name for each in sealed_parts(publication)), part)
        record_decision(
            publication=publication,
            outcome=DecisionOutcome.ADOPTED,
            decided_on=timezone.localdate(),
            paragraph="§ 1",
            today=timezone.localdate(),
            reason="",
            by=by,
        )
        if state == State.DISCLOSED:
            disclose(publication=publication, by=by)
        if state in {State.WITHDRAWN, State.TAKEN_BACK}:
            withdraw(publication=publication, reason="Fel uppgifter.", by=by)
    subscription = a_subscription(committee)
    return {
        "committee_slug": committee.slug,
        "municipality_id": committee.municipality_id,
        "report_slug": report.slug,
        "version": 1,
        "suffix": "json",
        "part": part,
        "anchor": f"avsnitt-{slug_of(f'{word} i korthet')}",
        "plan_id": plan.pk,
        "goal_key": goal.key,
        "indicator_key": indicator.key,
        "table": "judgements",
        "notation": "rdf",
        "schema": SCHEMA_VERSION,
        "confirmation": TimestampSigner(salt="reports.subscription.confirm").sign(subscription.asked_key.hex),
        "subscription": ending_token(subscription.key),
    }


def address(name, arguments):
    file = "plan.pdf" if name == "reading:attachment" else arguments["report_slug"]
    values = arguments | {"name": file}
    return reverse(name, kwargs={key: values[key] for key in PATTERNS[name].pattern.converters})


@pytest.fixture(params=State)
def place(db, request):
    """Two committees of one municipality, each with one report in the state; people of both; what each address says."""
    superuser = a_user("superuser", is_superuser=True, is_staff=True)
    municipality = a_municipality()
    committees = [a_committee(municipality=municipality), a_committee(municipality=municipality)]
    words = (WORD, OTHER_WORD)
    reports = [a_report_in(request.param, *each, superuser) for each in zip(committees, words, strict=True)]
    people = [("anonymous", Reader.ANONYMOUS, AnonymousUser()), ("superuser", Reader.OWN, superuser)]
    for whose, committee in zip((Reader.OWN, Reader.OTHER), committees, strict=True):
        for role in OWN_ROLES:
            unit = committee.units.get() if role == "reporter" else None
            person = a_member(f"{role}-{whose}", role, committee, unit, is_staff=role == "administrator")
            people.append((role, whose, person))
    calendar = CalendarAddress.objects.create(user=superuser, made_at=timezone.now())
    arguments = reports[0] | {"user_id": superuser.pk, "secret": calendar.secret}
    return SimpleNamespace(state=request.param, arguments=arguments, other=reports[1], people=people)


def met(response):
    return "410" if response.status_code == 410 else outcome(response)


def test_who_reads_a_report(client, place):
    """The first committee's report, as asked for by the people of both, and the second's by those of the first."""
    faults = {}
    for role, whose, person in place.people:
        sign_in(client, person)
        for name, states in ADDRESSES.items():
            found = met(answer_to(client, "get", address(name, place.arguments)))
            if found != (right := states[place.state].of(whose)):
                faults[name, role, whose] = f"{found}, not {right}"
    assert faults == {}


def test_nobody_reads_the_other_committees_report_through_their_own_address(client, place):
    """The names of one committee's report in the address of the other, and the parts of one in those of the other."""
    mixed = [
        place.arguments | {"committee_slug": place.other["committee_slug"]},
        place.arguments | {"report_slug": place.other["report_slug"]},
    ]
    faults = {}
    for role, whose, person in place.people:
        if role not in {"anonymous", "superuser", "controller"}:
            continue
        sign_in(client, person)
        for name in ADDRESSES:
            for arguments in mixed:
                found = met(answer_to(client, "get", address(name, arguments)))
                if found not in {"404", "sign in"}:
                    faults[name, role, whose] = found
    assert faults == {}


def test_what_tells_of_a_report(client, place):
    faults = {}
    for role, whose, person in place.people:
        sign_in(client, person)
        for name, telling in LISTS.items():
            response = answer_to(client, "get", address(name, place.arguments) + asked_of(name))
            text = unfolded(response.content.decode())
            found = WORD in text or f"/{place.arguments['committee_slug']}/{place.arguments['report_slug']}" in text
            if found != is_told(telling, place.state, whose):
                faults[name, role, whose] = f"{response.status_code}, told: {found}"
    assert faults == {}


def asked_of(name):
    return f"?q={WORD}" if name == "reading:search" else ""


def unfolded(text):
    """Without what was asked for, which a search says again, and with a calendar's lines in one."""
    return text.replace(f'value="{WORD}"', "").replace(f"{WORD} –", "").replace("\r\n ", "")
