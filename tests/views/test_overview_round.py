"""A round's page: goals by units, opening and closing, approving a unit."""

import pytest
from django.urls import reverse

from followup.core.models import AuditEvent, PeriodLock
from reports.models import Assessment, Round
from tests.builders import a_goal, a_level, a_report, a_unit, an_assessment


@pytest.fixture
def url(world):
    return reverse("reports:round", args=[world.round.pk])


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def words(response):
    return " ".join(response.content.decode().split())


def row_of(response, goal):
    return next(row for row in response.context["rows"] if row.subject.id == goal.pk)


def test_names_committee_municipality_and_dates(controller, url, world):
    page = words(controller.get(url))
    assert f"Socialnämnden, {world.committee.municipality.name}" in page
    assert "8 september 2017" in page
    assert "31 augusti 2017" in page


def test_shows_status_state_and_what_is_missing(controller, url, world):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="approved")
    an_assessment(world.round, world.goals[1], world.ifo, status="partly_achieved", state="returned")
    page = words(controller.get(url))
    for expected in (
        "Uppnått",
        "Godkänd",
        "Delvis uppnått",
        "Återsänd",
        "Saknas",
        "Svarar inte",
        "Orsak eller åtgärd saknas",
        ">Sen<",
    ):
        assert expected in page
    assert page.count("Svarar inte") == 1


def test_what_is_owed_is_said_in_the_plans_own_words(controller, url, world):
    world.plan.word_cause, world.plan.word_measure = "Förklaring", "Insats"
    world.plan.save()
    an_assessment(world.round, world.goals[0], world.afi, status="not_achieved", state="ready")
    page = words(controller.get(url))
    assert page.count("Förklaring eller insats saknas") == 2
    assert "rsak eller" not in page


def test_no_answer_is_late_before_the_deadline_has_passed(client, cast, url, time_machine):
    time_machine.move_to("2017-09-08 23:00:00+02:00")
    client.force_login(cast.controller)
    assert ">Sen<" not in words(client.get(url))


def test_uses_the_plans_own_words(controller, url, world):
    world.plan.word_achieved = "I hamn"
    world.plan.save()
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    assert "I hamn" in words(controller.get(url))


def test_a_level_that_nobody_judges_is_a_heading(controller, url, world):
    area = a_level(world.plan, name="Fokusområde", assessed_by="nobody")
    heading = a_goal(world.plan, level=area, name="Trygghet", position=0)
    page = words(controller.get(url))
    assert "Fokusområde" in page
    assert "Trygghet" in page
    assert reverse("reports:round_subject", args=[world.round.pk, "goal", heading.pk]) not in page


def test_only_what_is_missing_is_a_plain_link(controller, url, world):
    for unit in (world.afi, world.ifo):
        an_assessment(world.round, world.goals[0], unit, status="achieved", state="ready")
    assert "?visa=saknas" in words(controller.get(url))
    shown = [row.subject.id for row in controller.get(url, {"visa": "saknas"}).context["rows"]]
    assert shown == [world.goals[1].pk, world.goals[2].pk]
    assert len(controller.get(url, {"visa": "vadsomhelst"}).context["rows"]) == 3


def test_says_when_nothing_is_missing(controller, url, world):
    for goal in world.goals:
        for unit in (world.afi, world.ifo):
            an_assessment(world.round, goal, unit, status="achieved", state="ready")
    assert "Ingenting saknas" in words(controller.get(url, {"visa": "saknas"}))


def test_a_plan_without_goals_says_so(controller, url, world):
    for goal in world.goals:
        goal.goal_units.all().delete()
        goal.delete()
    assert "Planen har inga mål än" in words(controller.get(url))


def test_totals_by_unit_and_status(controller, url, world):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    response = controller.get(url)
    assert [(item.unit.code, item.total.done, item.total.asked) for item in response.context["unit_tallies"]] == [
        ("AFI", 1, 3),
        ("IFO", 0, 2),
    ]
    assert "1 av 5 bedömningar är gjorda" in words(response)


def test_approves_all_that_a_unit_has_ready(controller, url, world):
    ready = an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    draft = an_assessment(world.round, world.goals[1], world.afi, status="achieved", state="draft")
    other = an_assessment(world.round, world.goals[0], world.ifo, status="achieved", state="ready")
    address = reverse("reports:approve_unit", args=[world.round.pk, world.afi.pk])
    assert address in words(controller.get(url))
    response = controller.post(address, follow=True)
    assert response.redirect_chain == [(url, 302)]
    assert "1 svar från AFI är godkänt." in words(response)
    states = {item.pk: item.state for item in Assessment.objects.all()}
    assert states == {ready.pk: "approved", draft.pk: "draft", other.pk: "ready"}
    assert address not in words(response)


def test_closes_and_opens_again_with_a_reason(controller, url, world):
    response = controller.post(reverse("reports:close_round", args=[world.round.pk]), follow=True)
    assert Round.objects.get().state == "closed"
    assert "Uppföljningen är stängd" in words(response)
    response = controller.post(
        reverse("reports:open_round", args=[world.round.pk]), {"reason": "IFO hann inte"}, follow=True
    )
    assert Round.objects.get().state == "open"
    assert "IFO hann inte" in words(response)
    assert AuditEvent.objects.filter(action="opened", details={"skäl": "IFO hann inte"}).exists()


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_closed_round_does_not_open_without_a_reason(controller, world, reason):
    Round.objects.update(state="closed")
    response = controller.post(reverse("reports:open_round", args=[world.round.pk]), {"reason": reason})
    assert response.status_code == 422
    assert "Skriv varför uppföljningen öppnas igen." in words(response)
    assert Round.objects.get().state == "closed"


def test_opens_a_planned_round_without_a_reason(controller, world):
    Round.objects.update(state="planned")
    page = words(controller.get(reverse("reports:round", args=[world.round.pk])))
    assert "Uppföljningen är inte öppnad än." in page
    assert 'name="reason"' not in page
    controller.post(reverse("reports:open_round", args=[world.round.pk]))
    assert Round.objects.get().state == "open"


@pytest.mark.parametrize(("name", "state"), [("open_round", "open"), ("close_round", "planned")])
def test_what_cannot_be_done_now_is_said(controller, world, name, state):
    Round.objects.update(state=state)
    response = controller.post(reverse(f"reports:{name}", args=[world.round.pk]))
    assert response.status_code == 409
    assert 'role="alert"' in words(response)
    assert Round.objects.get().state == state


def test_a_closed_or_locked_round_takes_no_approval(controller, cast, url, world):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    PeriodLock.objects.create(
        committee=world.committee,
        period_from="2017-01-01",
        period_through="2017-12-31",
        reason="Bokslutet är klart",
        locked_by=cast.administrator,
    )
    page = words(controller.get(url))
    assert "Perioden är låst: Bokslutet är klart" in page
    assert "Godkänn allt som är klart" not in page
    response = controller.post(reverse("reports:approve_unit", args=[world.round.pk, world.afi.pk]))
    assert response.status_code == 423
    assert Assessment.objects.get().state == "ready"


def test_goes_on_with_the_report_that_is_a_draft(controller, url, world):
    report = a_report(world.round, title="Delårsrapporten")
    page = words(controller.get(url))
    assert reverse("reports:composer", args=[report.pk]) in page
    assert "Delårsrapporten" in page
    assert reverse("reports:create_report", args=[world.round.pk]) not in page


def test_says_when_the_report_is_not_made_yet(controller, url, world):
    page = words(controller.get(url))
    assert "Det finns ingen rapport av uppföljningen än." in page
    assert reverse("reports:create_report", args=[world.round.pk]) in page


@pytest.mark.parametrize(("goals", "units"), [(3, 2), (40, 6)])
def test_the_number_of_queries_does_not_grow(controller, url, world, goals, units, django_assert_max_num_queries):
    every = [world.afi, world.ifo, *(a_unit(world.committee, f"E{number}") for number in range(units - 2))]
    for number in range(goals - 3):
        a_goal(world.plan, units=every[: number % units])
    for goal in world.plan.goals.all():
        for unit in [None, *every]:
            an_assessment(world.round, goal, unit, status="partly_achieved", state="ready")
    a_report(world.round)
    with django_assert_max_num_queries(19):
        controller.get(url)
