"""Indicators and assignments in a round, as those who follow it see and judge them."""

import pytest
from django.urls import reverse

from reports.models import Assessment, AssessmentReference
from tests.builders import a_goal, an_assessment, an_assignment, an_indicator


@pytest.fixture
def indicator(world):
    return an_indicator(world.goals[0], number="1.1", name="Väntetid", is_assessed=True)


@pytest.fixture
def assignment(world):
    return an_assignment(world.plan, goal=world.goals[0], number="7", name="Ta fram en plan")


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


@pytest.fixture
def matrix(world, controller):
    def get(**query):
        return controller.get(reverse("reports:round", args=[world.round.pk]), query).context

    return get


def page(world, subject, kind, name="round_subject"):
    return reverse(f"reports:{name}", args=[world.round.pk, kind, subject.pk])


def row_of(context, subject):
    return next(row for row in context["rows"] if row.subject.name == subject.name)


def test_they_stand_under_their_goal_in_the_matrix(world, matrix, indicator, assignment):
    names = [row.subject.name for row in matrix()["rows"]]
    assert names == ["Mål nummer 1", "Väntetid", "Ta fram en plan", "Mål nummer 2", "Mål nummer 3"]


def test_the_units_answers_on_indicators_are_counted_and_shown(world, matrix, indicator):
    Assessment.objects.create(round=world.round, indicator=indicator, unit=world.afi, status="achieved", state="ready")
    context = matrix()
    assert [cell.state for cell in row_of(context, indicator).cells] == ["ready", "missing"]
    assert (context["matrix"].total.asked, context["matrix"].total.done) == (7, 1)
    assert "Väntetid" in [row.subject.name for row in matrix(visa="saknas")["rows"]]


def test_an_assignment_is_the_committees_to_judge_on_its_own_scale(world, controller, matrix, assignment):
    form = controller.get(page(world, assignment, "assignment")).content.decode()
    assert 'value="on_track"' in form
    assert 'value="achieved"' not in form
    response = controller.post(
        page(world, assignment, "assignment", "committee_assessment"),
        {"status": "delayed", "comment": "Väntar på beslut", "forecast": "Klart i mars", "action": "ready"},
    )
    assert response["Location"] == page(world, assignment, "assignment") + "#namnden"
    saved = Assessment.objects.get()
    assert (saved.assignment, saved.unit, saved.status, saved.state) == (assignment, None, "delayed", "ready")
    assert saved.forecast == "<p>Klart i mars</p>"
    own = row_of(matrix(), assignment).own
    assert (own.status.mark, own.status.word) == ("delayed", "Försenat")


def test_a_status_of_another_scale_is_refused(world, controller, assignment, indicator):
    for subject, kind, status in ((assignment, "assignment", "achieved"), (indicator, "indicator", "delayed")):
        response = controller.post(page(world, subject, kind, "committee_assessment"), {"status": status})
        assert response.status_code == 422
    assert not Assessment.objects.exists()


def test_an_answer_that_another_text_gives_too_counts(world, matrix, assignment):
    other = an_assignment(world.plan, goal=world.goals[0], name="Det andra")
    answer = Assessment.objects.create(
        round=world.round, assignment=assignment, status="on_track", state="approved", ref="1-2"
    )
    AssessmentReference.objects.create(assessment=answer, assignment=other)
    context = matrix()
    assert [row_of(context, each).own.state for each in (assignment, other)] == ["approved", "approved"]
    assert "Ta fram en plan" not in [row.subject.name for row in matrix(visa="namnden")["rows"]]


def test_an_indicators_page_shows_each_units_answer_with_trend_and_forecast(world, controller, indicator):
    Assessment.objects.create(
        round=world.round,
        indicator=indicator,
        unit=world.afi,
        status="achieved",
        state="ready",
        trend="up",
        forecast="<p>Det håller året ut</p>",
    )
    shown = controller.get(page(world, indicator, "indicator")).content.decode()
    assert "<h1>" in shown
    for words in (
        "Väntetid",
        "Trend:",
        "upp",
        "Prognos",
        "<p>Det håller året ut</p>",
        "Hör till målet",
        "Mål nummer 1",
    ):
        assert words in shown


def test_several_texts_from_one_unit_stand_each_by_itself(world, controller, indicator):
    for words in ("", "Korttidsboende", "Stödboende"):
        Assessment.objects.create(
            round=world.round,
            indicator=indicator,
            unit=world.afi,
            unit_words=words,
            comment=f"<p>Om {words or 'allt'}</p>",
        )
    context = controller.get(page(world, indicator, "indicator")).context
    assert [decision.card.label for decision in context["decisions"]] == ["AFI", "Korttidsboende", "Stödboende", "IFO"]
    assert len({decision.card.anchor for decision in context["decisions"]}) == 4


def test_an_answer_on_an_indicator_is_approved_and_returned_on_its_page(world, client, cast, indicator):
    answer = Assessment.objects.create(
        round=world.round, indicator=indicator, unit=world.afi, status="achieved", state="ready"
    )
    client.force_login(cast.approver)
    address = reverse("reports:approve_answer", args=[world.round.pk, answer.pk])
    assert (
        client.post(address, {"version": answer.version})["Location"]
        == page(world, indicator, "indicator") + f"#svar-{answer.pk}"
    )
    address = reverse("reports:return_answer", args=[world.round.pk, answer.pk])
    assert client.post(address, {"reason": "Skriv mer"}).status_code == 302
    assert Assessment.objects.get().state == "returned"


def test_approving_a_unit_approves_its_indicators_too(world, client, cast, indicator):
    Assessment.objects.create(round=world.round, indicator=indicator, unit=world.afi, status="achieved", state="ready")
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="ready")
    client.force_login(cast.approver)
    client.post(reverse("reports:approve_unit", args=[world.round.pk, world.afi.pk]))
    assert set(Assessment.objects.values_list("state", flat=True)) == {"approved"}


def test_the_way_leads_from_one_to_the_next(world, controller, indicator, assignment):
    context = controller.get(page(world, indicator, "indicator")).context
    assert (context["previous"].name, context["next"].name) == ("Mål nummer 1", "Ta fram en plan")


def test_nothing_of_another_plan_is_there(world, controller, cast):
    plan = a_goal(
        world.plan.committee.plans.create(title="Annan", slug="annan", year_from=2017, year_through=2017)
    ).plan
    stranger = an_assignment(plan)
    assert controller.get(page(world, stranger, "assignment")).status_code == 404


def test_a_committee_without_answering_units_is_told_how_far_it_has_come_itself(world, controller, matrix, assignment):
    world.plan.levels.update(assessed_by="committee")
    shown = controller.get(reverse("reports:round", args=[world.round.pk])).content.decode()
    assert "Nämnden har klarmarkerat 0 av 4 bedömningar. Ingen enhet ska svara." in shown
    assert "Enheternas bedömningar" not in shown


def test_one_text_answers_several_with_a_reference_and_words_of_its_own(world, controller, indicator, assignment):
    plain = an_indicator(world.goals[0], name="Nöjdhet")
    elsewhere = an_indicator(world.goals[1], name="Under ett annat mål")
    shown = controller.get(page(world, assignment, "assignment")).content.decode()
    assert "Uppdrag 7 Ta fram en plan" not in shown
    for each, is_offered in ((indicator, True), (plain, True), (elsewhere, False)):
        assert (f'value="indicator-{each.pk}"' in shown) is is_offered
    controller.post(
        page(world, assignment, "assignment", "committee_assessment"),
        {
            "status": "on_track",
            "status_words": "Pågår enligt beslut",
            "ref": "1-2",
            "also": [f"indicator-{plain.pk}", f"indicator-{indicator.pk}"],
            "action": "ready",
        },
    )
    saved = Assessment.objects.get()
    assert (saved.status_words, saved.ref) == ("Pågår enligt beslut", "1-2")
    assert [each.indicator for each in saved.references.order_by("position")] == [plain, indicator]
    again = controller.get(page(world, assignment, "assignment")).content.decode()
    assert again.count(" checked") == 3
    assert '<details class="disclosure" open><summary>Mer om hur svaret trycks' in again


def test_what_belongs_elsewhere_cannot_be_answered_too(world, controller, assignment):
    an_indicator(world.goals[0])
    elsewhere = an_indicator(world.goals[1])
    response = controller.post(
        page(world, assignment, "assignment", "committee_assessment"), {"also": [f"indicator-{elsewhere.pk}"]}
    )
    assert response.status_code == 422
    assert not AssessmentReference.objects.exists()


def test_a_reference_that_another_answer_has_is_refused_and_stays_on_the_screen(world, controller, assignment):
    for ref in ("", "3"):
        Assessment.objects.create(round=world.round, assignment=assignment, status="on_track", ref=ref)
    plain = Assessment.objects.get(ref="")
    response = controller.post(
        page(world, assignment, "assignment", "committee_assessment"),
        {"status": "on_track", "ref": "3", "version": plain.version},
    )
    assert response.status_code == 422
    assert "Det finns redan ett svar med referensen ”3”." in response.content.decode()
    assert 'value="3"' in response.content.decode()
