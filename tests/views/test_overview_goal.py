"""One goal in a round: the units' answers side by side, approving and returning."""

import pytest
from django.urls import reverse

from reports.commands.assessments import Answer, save_assessment
from reports.models import Assessment, Round
from tests.builders import (
    a_goal,
    a_level,
    a_measurement,
    a_plan,
    a_target,
    a_unit,
    an_assessment,
    an_indicator,
)


@pytest.fixture
def url(world):
    return reverse("reports:round_subject", args=[world.round.pk, "goal", world.goals[1].pk])


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


@pytest.fixture
def answer(world, cast):
    return given(world, cast, Answer(status="achieved", comment="<p>Det går bra.</p>"))


def given(world, cast, answer, *, version=0, is_ready=True):
    return save_assessment(
        round=world.round,
        subject=world.goals[1],
        unit=world.afi,
        answer=answer,
        version=version,
        is_ready=is_ready,
        by=cast.reporter,
    )


def words(response):
    return " ".join(response.content.decode().split())


def approve(client, answer, version):
    return client.post(
        reverse("reports:approve_answer", args=[answer.round_id, answer.pk]), {"version": version}, follow=True
    )


def send_back(client, answer, reason):
    return client.post(
        reverse("reports:return_answer", args=[answer.round_id, answer.pk]), {"reason": reason}, follow=True
    )


def test_shows_every_units_answer_and_names_the_committee(controller, url, world, answer):
    an_assessment(
        world.round,
        world.goals[1],
        world.ifo,
        status="partly_achieved",
        overall_view="<p>Helheten.</p>",
        cause="<p>Vakanser.</p>",
    )
    page = words(controller.get(url))
    for expected in (
        f"Socialnämnden, {world.committee.municipality.name}",
        "<p>Det går bra.</p>",
        "<p>Helheten.</p>",
        "<p>Vakanser.</p>",
        "Saknas: Åtgärd",
        "Klarmarkerad",
        "av Reporter",
    ):
        assert expected in page


def test_a_unit_that_does_not_answer_is_named_so(controller, world):
    page = words(controller.get(reverse("reports:round_subject", args=[world.round.pk, "goal", world.goals[2].pk])))
    assert "IFO svarar inte på målet." in page
    assert "Enheten har inte svarat än." in page


def test_description_responsible_indicators_and_figures(controller, url, world):
    goal = world.goals[1]
    goal.description, goal.responsible = "<p>Därför finns målet.</p>", ["Avdelningschef"]
    goal.save()
    indicator = an_indicator(goal, name="Nöjda brukare", unit_of_measure="%", decimals=1)
    an_indicator(goal, name="Utan siffror")
    a_target(indicator, value=80)
    a_measurement(indicator, "2016", unit=world.ifo, value=70)
    a_measurement(indicator, "2017-01..2017-08", unit=world.afi, value="81.25")
    a_measurement(indicator, "2017", unit=world.afi, value=99)
    page = words(controller.get(url))
    for expected in (
        "Därför finns målet.",
        "Avdelningschef",
        "Nöjda brukare",
        "Utan siffror",
        "80,0\xa0%".replace("\xa0", " "),
    ):
        assert expected in page
    figures = controller.get(url).context["figures"]
    assert figures.columns == ("AFI", "IFO")
    assert [(cell.text, cell.period) for cell in figures.rows[0].cells] == [
        ("81,3\xa0%", "januari–augusti 2017"),
        ("70,0\xa0%", "2016"),
    ]


def test_figures_by_sex_and_submeasure_are_rows_of_their_own(controller, url, world):
    indicator = an_indicator(world.goals[1], is_sex_disaggregated=True)
    a_target(indicator, sex="women", value=90)
    a_target(indicator, unit=world.afi, value=80)
    for sex in ("women", "men"):
        a_measurement(indicator, "2017-08", sex=sex, submeasure="Bemötande", missing_reason="suppressed")
    figures = controller.get(url).context["figures"]
    assert figures.columns == ("Hela nämnden",)
    assert [(row.series, row.target, row.cells[0].text) for row in figures.rows] == [
        ("Bemötande, kvinnor", "90", "sekretess"),
        ("Bemötande, män", "AFI: 80", "sekretess"),
    ]


def test_leads_to_the_goals_before_and_after(controller, world):
    area = a_level(world.plan, name="Område", assessed_by="nobody")
    a_goal(world.plan, level=area, position=0)
    first, second, third = (
        controller.get(reverse("reports:round_subject", args=[world.round.pk, "goal", goal.pk])).context
        for goal in world.goals
    )
    assert (first["previous"], first["next"].id) == (None, world.goals[1].pk)
    assert (second["previous"].id, second["next"].id) == (world.goals[0].pk, world.goals[2].pk)
    assert (third["previous"].id, third["next"]) == (world.goals[1].pk, None)


def test_another_plans_goal_is_not_found(controller, world):
    stranger = a_goal(a_plan(world.committee))
    assert (
        controller.get(reverse("reports:round_subject", args=[world.round.pk, "goal", stranger.pk])).status_code == 404
    )


def test_approves_what_was_read(controller, url, answer, cast):
    response = approve(controller, answer, answer.version)
    assert response.redirect_chain == [(f"{url}#svar-{answer.pk}", 302)]
    assert "Svaret från AFI är godkänt." in words(response)
    assert "Godkänd" in words(response)
    answer.refresh_from_db()
    assert (answer.state, answer.approved_by) == ("approved", cast.controller)


def test_a_changed_answer_is_not_approved_and_both_texts_are_shown(controller, world, cast, answer):
    read = answer.version
    changed = given(world, cast, Answer(status="not_achieved", comment="<p>Det vände.</p>"), version=read)
    response = approve(controller, answer, read)
    assert response.status_code == 409
    page = words(response)
    for expected in ("inte godkänt", "Det du läste", "<p>Det går bra.</p>", "Det som står nu", "<p>Det vände.</p>"):
        assert expected in page
    assert f'name="version" value="{changed.version}"' in page
    assert Assessment.objects.get().state == "ready"


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999"])
def test_a_version_that_is_none_approves_nothing(controller, answer, version):
    assert approve(controller, answer, version).status_code == 409
    assert Assessment.objects.get().state == "ready"


def test_a_draft_is_not_approved(controller, world, cast):
    draft = given(world, cast, Answer(status="achieved"), is_ready=False)
    response = approve(controller, draft, draft.version)
    assert response.status_code == 409
    assert "Bara svar som är klarmarkerade kan godkännas." in words(response)


def test_returns_with_a_reason(controller, url, answer):
    response = send_back(controller, answer, "Skriv\nmer om orsaken")
    assert response.redirect_chain == [(f"{url}#svar-{answer.pk}", 302)]
    assert "Skriv<br>mer om orsaken" in words(response)
    answer.refresh_from_db()
    assert answer.state == "returned"


def test_an_approved_answer_can_be_returned_too(controller, answer):
    approve(controller, answer, answer.version)
    send_back(controller, answer, "Nya siffror")
    assert Assessment.objects.get().state == "returned"


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_does_not_return_without_a_reason(controller, answer, reason):
    response = send_back(controller, answer, reason)
    assert response.status_code == 422
    page = words(response)
    assert "Skriv varför svaret återsänds" in page
    assert 'answer__return" open' in page
    assert Assessment.objects.get().state == "ready"


def test_a_reason_that_came_too_late_stays_on_the_screen(controller, world, answer):
    Round.objects.update(state="closed")
    response = send_back(controller, answer, "Skälet jag skrev")
    assert response.status_code == 423
    assert "Skälet jag skrev" in words(response)
    assert "Uppföljningen är stängd" in words(response)


def test_a_reason_for_a_draft_stays_on_the_screen(controller, world, cast):
    draft = given(world, cast, Answer(status="achieved"), is_ready=False)
    response = send_back(controller, draft, "Skälet jag skrev")
    assert response.status_code == 409
    assert "Skälet jag skrev" in words(response)


def test_nothing_to_decide_in_a_closed_round(controller, url, world, answer):
    Round.objects.update(state="closed")
    page = words(controller.get(url))
    assert "Godkänn<" not in page
    assert "answer__return" not in page
    assert "Svaren kan läsas" in page


def test_tells_who_did_what_in_order(controller, url, world, cast, answer):
    send_back(controller, answer, "Mer")
    answer.refresh_from_db()
    again = given(world, cast, Answer(status="achieved", comment="<p>Mer.</p>"), version=answer.version)
    approve(controller, again, again.version)
    (card,) = [item.card for item in controller.get(url).context["decisions"] if item.card.unit == world.afi]
    assert [event.split()[0] for event in card.events] == ["Återsänd", "Klarmarkerad", "Godkänd"]
    assert card.events[0].endswith("av Controller")


@pytest.mark.parametrize(("units", "indicators"), [(2, 1), (6, 10)])
def test_the_number_of_queries_does_not_grow(
    controller, url, world, cast, units, indicators, django_assert_max_num_queries
):
    goal = world.goals[1]
    every = [world.afi, world.ifo, *(a_unit(world.committee, f"E{number}") for number in range(units - 2))]
    people = {"ready_by": cast.reporter, "ready_at": "2017-09-01T12:00Z", "updated_by": cast.reporter}
    for unit in [None, *every]:
        an_assessment(world.round, goal, unit, status="partly_achieved", state="ready", **people)
    for _number in range(indicators):
        indicator = an_indicator(goal)
        a_target(indicator)
        for unit in every:
            a_measurement(indicator, "2017-08", unit=unit)
    for _number in range(indicators * 4 - 3):
        a_goal(world.plan)
    with django_assert_max_num_queries(24):
        controller.get(url)


@pytest.mark.parametrize("goals", [1, 20])
def test_approving_takes_eight_queries(client, world, cast, answer, goals, django_assert_num_queries):
    for _number in range(goals):
        an_assessment(world.round, a_goal(world.plan), world.afi, status="achieved")
    client.force_login(cast.approver)
    with django_assert_num_queries(8 + len(("SAVEPOINT", "RELEASE"))):
        client.post(reverse("reports:approve_answer", args=[answer.round_id, answer.pk]), {"version": answer.version})
    assert Assessment.objects.get(pk=answer.pk).state == "approved"
