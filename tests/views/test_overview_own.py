"""The committee's own assessment beside the units' answers."""

import pytest
from django.urls import reverse

from goals.models import Level
from reports.commands.assessments import Answer, save_assessment
from reports.models import Assessment, Round
from tests.builders import an_assessment, said_in


@pytest.fixture
def page_url(world):
    return reverse("reports:round_subject", args=[world.round.pk, "goal", world.goals[0].pk])


@pytest.fixture
def url(world):
    return reverse("reports:committee_assessment", args=[world.round.pk, "goal", world.goals[0].pk])


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def words(response):
    return " ".join(response.content.decode().split())


def form(version=0, **overrides):
    values = {"status": "achieved", "comment": "Nämndens text", "version": version, "action": "draft"}
    return values | dict.fromkeys(("overall_view", "cause", "measure"), "") | overrides


def own():
    return Assessment.objects.get(unit=None)


def saved_by(user, world, version=0, **answer):
    return save_assessment(
        round=world.round,
        subject=world.goals[0],
        unit=None,
        answer=Answer(**answer),
        version=version,
        is_ready=False,
        by=user,
    )


@pytest.mark.parametrize(("action", "state"), [("draft", "draft"), ("ready", "ready")])
def test_saves_a_draft_or_marks_it_ready(controller, cast, url, page_url, action, state):
    response = controller.post(url, form(action=action), follow=True)
    assert response.redirect_chain == [(f"{page_url}#namnden", 302)]
    assert (own().state, own().comment, own().updated_by) == (state, "<p>Nämndens text</p>", cast.controller)


def test_ready_takes_a_status(controller, url):
    response = controller.post(url, form(status="", action="ready"))
    assert response.status_code == 422
    assert "Välj en bedömning innan du klarmarkerar." in words(response)
    assert "Nämndens text" in words(response)
    assert not Assessment.objects.exists()


def test_what_cannot_be_taken_in_stays_on_the_screen(controller, url):
    response = controller.post(url, form(status="bättre än bäst"))
    assert response.status_code == 422
    assert "Nämndens text" in words(response)


def test_nobodys_text_is_lost_when_two_save(controller, cast, url, world):
    saved_by(cast.administrator, world, status="not_achieved", comment="<p>Den andras text</p>")
    response = controller.post(url, form())
    assert response.status_code == 409
    page = said_in(response.content.decode())
    for expected in ("Administrator har sparat", "Den andras text", "Nämndens text", "Ej uppnått"):
        assert expected in page
    assert own().comment == "<p>Den andras text</p>"
    version = response.context["own_form"]["version"].value()
    controller.post(url, form(version=version))
    assert own().comment == "<p>Nämndens text</p>"
    assert own().history.filter(comment="<p>Den andras text</p>").exists()


def test_a_closed_round_keeps_what_was_typed(controller, url):
    Round.objects.update(state="closed")
    response = controller.post(url, form())
    assert response.status_code == 423
    assert "Nämndens text" in words(response)
    assert "Uppföljningen är stängd" in words(response)


def test_an_approver_reads_it_but_has_no_form(client, cast, world, page_url):
    saved_by(cast.controller, world, status="achieved", comment="<p>Nämndens text</p>")
    client.force_login(cast.approver)
    page = words(client.get(page_url))
    assert "<p>Nämndens text</p>" in page
    assert 'name="action"' not in page


def test_an_approved_one_is_opened_again_with_a_reason(controller, world, page_url):
    approved = an_assessment(world.round, world.goals[0], None, status="achieved", state="approved")
    page = words(controller.get(page_url))
    assert 'name="action"' not in page
    assert "Öppna för ändring" in page
    assert "Återsänd svaret" not in page
    address = reverse("reports:return_answer", args=[world.round.pk, approved.pk])
    assert "Skriv varför bedömningen öppnas för ändring." in words(controller.post(address))
    controller.post(address, {"reason": "Siffrorna ändrades"})
    page = words(controller.get(page_url))
    assert 'name="action"' in page
    assert "Siffrorna ändrades" in page


def test_an_assessment_that_is_ready_is_saved_or_taken_back(controller, world, page_url):
    an_assessment(world.round, world.goals[0], None, status="achieved", state="ready")
    page = words(controller.get(page_url))
    assert 'value="ready">Spara<' in page
    assert 'value="draft">Ta tillbaka till utkast<' in page


def test_no_form_on_a_level_that_the_committee_does_not_judge(controller, page_url):
    Level.objects.update(assessed_by="units")
    assert "Nämndens egen bedömning" not in words(controller.get(page_url))


@pytest.mark.parametrize(
    ("own_status", "unit_statuses", "is_noted"),
    [
        ("achieved", ["partly_achieved", "not_achieved"], True),
        ("partly_achieved", ["not_achieved"], True),
        ("achieved", ["achieved", "not_achieved"], False),
        ("not_achieved", ["achieved"], False),
        ("achieved", ["not_assessable"], False),
        ("not_assessable", ["not_achieved"], False),
        ("achieved", [], False),
    ],
)
def test_notes_a_judgement_that_is_better_than_every_units(
    controller, world, page_url, own_status, unit_statuses, is_noted
):
    an_assessment(world.round, world.goals[0], None, status=own_status)
    for unit, status in zip((world.afi, world.ifo), unit_statuses, strict=False):
        an_assessment(world.round, world.goals[0], unit, status=status)
    assert ("Nämndens bedömning är bättre än alla enheters" in words(controller.get(page_url))) is is_noted
