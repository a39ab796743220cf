"""A unit in a round: all its answers, approving what is ready, and sending all back."""

import pytest
from django.urls import reverse

from followup.core.choices import Role
from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent
from reports.commands.decisions import return_unit
from reports.models import Assessment, Round
from tests.builders import a_goal, a_member, a_unit, an_assessment, an_indicator


@pytest.fixture
def url(world):
    return reverse("reports:round_unit", args=[world.round.pk, world.afi.pk])


@pytest.fixture
def back(world):
    return reverse("reports:return_unit", args=[world.round.pk, world.afi.pk])


@pytest.fixture
def answers(world):
    indicator = an_indicator(world.goals[0], is_assessed=True, name="Väntetid")
    values = {"round": world.round, "unit": world.afi, "status": "achieved"}
    return {
        "ready": Assessment.objects.create(goal=world.goals[0], state="ready", comment="<p>Gick bra.</p>", **values),
        "approved": Assessment.objects.create(indicator=indicator, state="approved", **values),
        "returned": Assessment.objects.create(
            goal=world.goals[1], state="returned", return_reason="Skriv varför.", **values
        ),
    }


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def words(response):
    return " ".join(response.content.decode().split())


def named(response):
    return [answer.subject.name for answer in response.context["answers"]]


def test_shows_all_that_the_unit_is_asked_with_texts_in_plan_order(controller, url, world, answers):
    an_assessment(world.round, world.goals[0], world.ifo, comment="<p>Från IFO.</p>")
    response = controller.get(url)
    assert named(response) == ["Mål nummer 1", "Väntetid", "Mål nummer 2", "Mål nummer 3"]
    page = words(response)
    for expected in ("Gick bra.", "Skriv varför.", "Enheten har inte svarat än.", "Godkänn 1 klart svar"):
        assert expected in page
    assert "Från IFO." not in page


@pytest.mark.parametrize(
    ("visa", "expected"),
    [
        ("klara", ["Mål nummer 1"]),
        ("kvar", ["Mål nummer 2", "Mål nummer 3"]),
        ("atersanda", ["Mål nummer 2"]),
        ("nonsens", ["Mål nummer 1", "Väntetid", "Mål nummer 2", "Mål nummer 3"]),
    ],
)
def test_narrows_by_plain_links(controller, url, answers, visa, expected):
    assert named(controller.get(url, {"visa": visa})) == expected


def test_approving_one_or_all_comes_back_here(controller, url, world, answers):
    ready = answers["ready"]
    approve = reverse("reports:approve_answer", args=[world.round.pk, ready.pk])
    assert approve in words(controller.get(url))
    response = controller.post(approve, {"version": 1, "from": "unit"})
    assert response["Location"] == f"{url}#svar-{ready.pk}"
    all_of_it = reverse("reports:approve_unit", args=[world.round.pk, world.afi.pk])
    assert controller.post(all_of_it, {"from": "unit"})["Location"] == url
    assert controller.post(approve, {"version": 1}).status_code == 409


def test_all_that_is_ready_goes_back_with_one_reason(controller, url, back, answers):
    page = words(controller.post(back, {"reason": " Läs anvisningen. "}, follow=True))
    assert "1 svar från AFI är återsänt." in page
    found = {item.pk: (item.state, item.return_reason) for item in Assessment.objects.all()}
    assert found[answers["ready"].pk] == ("returned", "Läs anvisningen.")
    assert found[answers["approved"].pk] == ("approved", "")
    assert found[answers["returned"].pk] == ("returned", "Skriv varför.")
    history = answers["ready"].history.latest()
    assert (history.return_reason, history.version) == ("Läs anvisningen.", 2)
    assert AuditEvent.objects.get().details == {"skäl": "Läs anvisningen."}


def test_what_is_approved_goes_along_when_that_is_chosen(controller, back, answers):
    controller.post(back, {"reason": "Skäl", "with_approved": "on"})
    assert set(Assessment.objects.values_list("state", flat=True)) == {"returned"}
    assert Assessment.objects.get(pk=answers["approved"].pk).approved_at is None


def test_the_unit_reads_the_reason_at_goal_and_indicator(client, cast, back, world, answers):
    client.force_login(cast.controller)
    client.post(back, {"reason": "Läs anvisningen.", "with_approved": "on"})
    client.force_login(cast.reporter)
    page = words(client.get(reverse("reports:entry", args=[world.round.pk, world.afi.pk])))
    assert page.count("Läs anvisningen.") == 2


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_goes_back_without_a_reason(controller, back, answers, reason):
    response = controller.post(back, {"reason": reason})
    assert response.status_code == 422
    assert "Skriv varför svaren återsänds" in words(response)
    assert Assessment.objects.filter(state="ready").exists()


def test_nothing_to_send_back_and_a_closed_round_are_said(controller, back, url, world):
    assert controller.post(back, {"reason": "Skäl"}).status_code == 409
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    Round.objects.update(state="closed")
    assert "Återsänd alla klara svar" not in words(controller.get(url))
    response = controller.post(back, {"reason": "Mitt skäl"})
    assert response.status_code == 423
    assert "Uppföljningen är stängd" in words(response)


def test_who_approves_for_another_unit_reads_and_decides_nothing(client, world, url, back, answers):
    client.force_login(a_member("for-ifo", Role.APPROVER, world.committee, world.ifo))
    page = words(client.get(url))
    assert "Gick bra." in page
    assert "Godkänn" not in page.replace("Godkännande", "").replace("Godkänd", "").replace("godkännande", "")
    assert client.post(back, {"reason": "Skäl"}).status_code == 403


def test_the_command_takes_nothing_from_those_who_may_not(world, cast, answers):
    with pytest.raises(NotAllowed):
        return_unit(round=world.round, unit=world.afi, reason="Skäl", with_approved=True, by=cast.reporter)


@pytest.mark.parametrize("goals", [3, 40])
def test_the_number_of_queries_does_not_grow(controller, url, world, goals, django_assert_max_num_queries):
    for _ in range(goals):
        goal = a_goal(world.plan)
        an_assessment(world.round, goal, world.afi, status="partly_achieved", state="ready")
        an_indicator(goal, is_assessed=True)
        a_unit(world.committee, f"E{goal.pk}")
    with django_assert_max_num_queries(15):
        controller.get(url)
