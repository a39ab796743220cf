"""Who reaches the pages of those who follow a round, and who may decide there."""

import pytest
from django.urls import reverse

from followup.core.choices import Role
from reports.models import Assessment
from tests.builders import a_member, a_unit, an_assessment

PAGES = ("round", "round_subject")
ROUND_ACTIONS = ("open_round", "close_round", "committee_assessment")
ANSWER_ACTIONS = ("approve_unit", "approve_answer", "return_answer")


@pytest.fixture
def answer(world):
    return an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")


@pytest.fixture
def address(world, answer):
    values = {
        "round": [],
        "open_round": [],
        "close_round": [],
        "approve_unit": [world.afi.pk],
        "round_subject": ["goal", world.goals[0].pk],
        "committee_assessment": ["goal", world.goals[0].pk],
        "approve_answer": [answer.pk],
        "return_answer": [answer.pk],
    }
    return lambda name: reverse(f"reports:{name}", args=[world.round.pk, *values[name]])


def ask(client, address, name):
    return client.get(address(name)) if name in PAGES else client.post(address(name), {"version": "1"})


@pytest.mark.parametrize("name", [*PAGES, *ROUND_ACTIONS, *ANSWER_ACTIONS])
def test_anonymous_is_sent_to_sign_in(client, address, name):
    response = ask(client, address, name)
    assert (response.status_code, response.url.split("?")[0]) == (302, reverse("login"))


@pytest.mark.parametrize("name", [*PAGES, *ROUND_ACTIONS, *ANSWER_ACTIONS])
def test_another_committees_controller_finds_nothing(client, cast, address, name):
    client.force_login(cast.outsider)
    assert ask(client, address, name).status_code == 404


@pytest.mark.parametrize("role", ["reader", "reporter"])
@pytest.mark.parametrize("name", [*PAGES, *ROUND_ACTIONS, *ANSWER_ACTIONS])
def test_those_who_do_not_follow_are_refused(client, cast, address, name, role):
    client.force_login(getattr(cast, role))
    assert ask(client, address, name).status_code == 403


@pytest.mark.parametrize("role", ["approver", "controller", "administrator", "superuser"])
@pytest.mark.parametrize("name", PAGES)
def test_those_who_follow_see_it(client, cast, address, name, role):
    client.force_login(getattr(cast, role))
    assert ask(client, address, name).status_code == 200


@pytest.mark.parametrize("name", ROUND_ACTIONS)
def test_an_approver_does_not_run_the_round(client, cast, address, name):
    client.force_login(cast.approver)
    assert ask(client, address, name).status_code == 403


@pytest.mark.parametrize("role", ["approver", "controller", "administrator", "superuser"])
@pytest.mark.parametrize("name", ["approve_unit", "approve_answer"])
def test_those_who_may_approve_do(client, cast, address, answer, name, role):
    client.force_login(getattr(cast, role))
    assert ask(client, address, name).status_code == 302
    assert Assessment.objects.get(pk=answer.pk).state == "approved"


@pytest.mark.parametrize("name", [*ROUND_ACTIONS, *ANSWER_ACTIONS])
def test_nothing_is_written_by_looking(client, cast, address, name):
    client.force_login(cast.controller)
    assert client.get(address(name)).status_code == 405


@pytest.mark.parametrize("name", ANSWER_ACTIONS)
def test_an_approver_of_one_unit_decides_for_no_other(client, world, address, answer, name):
    client.force_login(a_member("for-ifo", Role.APPROVER, world.committee, world.ifo))
    assert client.post(address(name), {"version": "1", "reason": "Skäl"}).status_code == 403
    assert Assessment.objects.get(pk=answer.pk).state == "ready"


def test_an_approver_of_one_unit_is_shown_only_what_is_allowed(client, world, address, answer):
    an_assessment(world.round, world.goals[0], world.ifo, status="achieved", state="ready")
    client.force_login(a_member("for-ifo", Role.APPROVER, world.committee, world.ifo))
    page = client.get(address("round_subject")).content.decode()
    assert page.count(">Godkänn<") == 1
    assert address("approve_answer") not in page
    matrix = client.get(address("round")).content.decode()
    assert matrix.count("Godkänn allt som är klart") == 1
    assert address("approve_unit") not in matrix
    assert "Stäng uppföljningen" not in matrix
    assert reverse("reports:create_report", args=[world.round.pk]) not in matrix


def test_another_rounds_answer_and_another_committees_unit_are_not_found(client, cast, world, answer):
    client.force_login(cast.controller)
    other = type(world.round).objects.create(
        plan=world.plan, key="annan", title="Annan", kind="interim", as_of="2017-04-30", state="open"
    )
    elsewhere = a_unit(cast.outsider.memberships.get().committee, "XYZ")
    for name, pk in (("approve_answer", answer.pk), ("return_answer", answer.pk), ("approve_unit", elsewhere.pk)):
        assert client.post(reverse(f"reports:{name}", args=[other.pk, pk]), {"version": "1"}).status_code == 404
