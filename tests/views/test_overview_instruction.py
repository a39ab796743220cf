"""The instruction on the page of a goal's answers, and what the answers say of the round before."""

from datetime import date

import pytest
from django.urls import reverse

from reports.models import MeasureFollowUp, SubjectInstruction
from tests.builders import a_round, an_assessment, an_assignment


@pytest.fixture
def page(world):
    return reverse("reports:round_subject", args=[world.round.pk, "goal", world.goals[0].pk])


@pytest.fixture
def send(client, cast, page):
    def post(text, version="0", by=None):
        client.force_login(by or cast.controller)
        return client.post(f"{page}anvisning/", {"anvisning-text": text, "anvisning-version": version})

    return post


def text(response):
    return response.content.decode()


def test_the_controller_writes_it_and_sees_it(client, cast, page, send):
    client.force_login(cast.controller)
    assert "Skriv en anvisning" in text(client.get(page))
    assert send("Skriv om köerna.").url == f"{page}#anvisning"
    shown = text(client.get(page))
    assert "<p>Skriv om köerna.</p>" in shown
    assert "Ändra anvisningen" in shown


def test_the_approver_reads_it_and_has_no_form(client, cast, page, send):
    send("Skriv om köerna.")
    client.force_login(cast.approver)
    shown = text(client.get(page))
    assert "Skriv om köerna." in shown
    assert "Spara anvisningen" not in shown


def test_the_second_of_two_sees_both_and_may_save_over(cast, send):
    send("Först", by=cast.administrator)
    response = send("Sedan")
    assert response.status_code == 409
    shown = text(response)
    for words in (
        "<p>Först</p>",
        "Sedan</textarea>",
        "Det här har Administrator sparat",
        'name="anvisning-version" value="1"',
    ):
        assert words in shown
    assert send("Sedan", version="1").status_code == 302
    assert SubjectInstruction.objects.get().text == "<p>Sedan</p>"


def test_in_a_closed_round_it_is_not_saved_and_not_lost(world, send):
    world.round.state = "closed"
    world.round.save()
    response = send("För sent")
    assert response.status_code == 423
    assert "För sent</textarea>" in text(response)


def test_an_assignment_has_none(client, cast, world):
    client.force_login(cast.controller)
    page = reverse("reports:round_subject", args=[world.round.pk, "assignment", an_assignment(world.plan).pk])
    assert "Anvisning till enheterna" not in text(client.get(page))
    assert client.post(f"{page}anvisning/", {"anvisning-text": "x"}).status_code == 404


def test_an_answer_with_last_rounds_text_is_marked_and_its_measures_stand_beside(client, cast, world, page):
    before = a_round(world.plan, as_of=date(2016, 12, 31), state="closed")
    said = {"status": "achieved", "comment": "<p>Samma</p>"}
    an_assessment(before, world.goals[0], world.afi, measure="<ul><li>Anställa</li><li>Utbilda</li></ul>", **said)
    answer = an_assessment(world.round, world.goals[0], world.afi, **said)
    MeasureFollowUp.objects.create(assessment=answer, position=2, promise="Utbilda", outcome="done")
    an_assessment(world.round, world.goals[0], world.ifo, **said)
    client.force_login(cast.controller)
    shown = text(client.get(page))
    assert shown.count("Texten är från förra gången och inte ändrad") == 1
    for words in ("Åtgärder från förra gången", "Anställa", "Inte besvarad", "Genomförd"):
        assert words in shown
