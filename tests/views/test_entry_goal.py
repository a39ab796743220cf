"""Saving one goal: answer and figures together or not at all, and nothing that was typed is ever lost."""

import pytest
from django.urls import reverse

from followup.core.choices import Role
from reports.commands.assessments import Answer, save_assessment
from reports.models import Assessment
from tests.builders import a_goal, a_member, a_plan, an_assessment, an_indicator, said_in

HTMX = {"HX-Request": "true"}


@pytest.fixture
def address(world):
    return reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])


@pytest.fixture
def post(client, cast, address):
    def send(*, by=None, to=address, htmx=True, **data):
        client.force_login(by or cast.reporter)
        data = {"status": "achieved", "comment": "Det går bra.", "version": "0", "action": "save"} | data
        data = {name: value for name, value in data.items() if value is not None}
        return client.post(to, data, headers=HTMX if htmx else {})

    return send


@pytest.fixture
def figure(world):
    """The name of an outcome's field."""
    indicator = an_indicator(world.goals[0], units=[world.afi])
    return f"o{indicator.pk}-0-total"


def text(response):
    return response.content.decode()


def test_without_javascript_it_saves_and_leads_back_to_the_goal(world, post):
    response = post(htmx=False)
    assert response.url == f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[0].pk}/"
    saved = Assessment.objects.get()
    assert (saved.status, saved.comment, saved.state) == ("achieved", "<p>Det går bra.</p>", "draft")


def test_with_javascript_only_what_changed_comes_back(world, cast, post):
    response = post()
    assert response.status_code == 200
    shown = text(response)
    assert 'id="svaret-sparat" hx-swap-oob="innerHTML">Sparat ' in shown
    assert "av Reporter" in shown
    assert "1 av 3 mål besvarade" in shown
    assert 'value="1" id="id_version"' in shown
    assert "textarea" not in shown
    assert "<html" not in shown


def test_ready_and_back_to_draft(post):
    shown = text(post(action="ready"))
    assert Assessment.objects.get().state == "ready"
    assert "Ta tillbaka till utkast" in shown
    post(version="1", action="save")
    assert Assessment.objects.get().state == "draft"


def test_ready_without_a_judgement_is_refused_and_keeps_the_text(post):
    response = post(status="", action="ready", comment="Halvfärdigt")
    assert response.status_code == 422
    assert "Välj en bedömning" in text(response)
    assert "Halvfärdigt" in text(response)
    assert not Assessment.objects.exists()


def test_a_draft_may_wait_with_the_judgement(post):
    post(status="")
    assert Assessment.objects.get().status == ""


def test_partly_without_cause_is_saved_and_pointed_out(post):
    shown = text(post(status="partly_achieved", measure="Utbildning"))
    assert "Fyll i det som saknas: Orsak." in shown
    assert Assessment.objects.get().measure == "<p>Utbildning</p>"


def test_text_pasted_from_word_is_cleaned(post):
    pasted = '<p class="MsoNormal"><span style="font-family:Arial"><b>Nej</b><o:p></o:p></span></p><script>x()</script>'
    post(comment=pasted, comment_markup="html")
    assert Assessment.objects.get().comment == "<p><em>Nej</em></p>"


def test_the_second_of_two_is_shown_both_texts_and_loses_nothing(world, cast, post):
    post(by=cast.controller, comment="Kollegans text", cause="Kollegans orsak")
    response = post(comment="Min text", status="not_achieved")
    assert response.status_code == 409
    assert response["HX-Retarget"] == "#svaret"
    shown = text(response)
    for words in ("Kollegans text", "Kollegans orsak", "Controller sparade", "Ej uppnått"):
        assert words in said_in(shown)
    assert "Min text</textarea>" in shown
    assert 'name="version" value="1"' in shown
    assert Assessment.objects.get().comment == "<p>Kollegans text</p>"


def test_saving_again_replaces_knowingly_and_the_others_text_stays_in_the_history(cast, post):
    post(by=cast.controller, comment="Kollegans text")
    post(comment="Min text")
    assert post(comment="Min text", version="1").status_code == 200
    saved = Assessment.objects.get()
    assert saved.comment == "<p>Min text</p>"
    assert [row.comment for row in saved.history.all()] == ["<p>Min text</p>", "<p>Kollegans text</p>"]


def test_a_conflict_without_javascript_gives_the_whole_page(cast, post):
    post(by=cast.controller, comment="Kollegans text")
    response = post(comment="Min text", htmx=False)
    assert response.status_code == 409
    assert "<html" in text(response)
    assert "Min text</textarea>" in text(response)


@pytest.mark.parametrize("state", ["closed", "planned"])
@pytest.mark.parametrize("htmx", [True, False])
def test_a_round_that_is_not_open_keeps_what_was_typed_on_the_screen(world, figure, post, state, htmx):
    world.round.state = state
    world.round.save()
    response = post(comment="Sent skrivet", htmx=htmx, **{figure: "12,5"})
    assert response.status_code == 423
    assert "Uppföljningen" in text(response)
    assert "Sent skrivet</textarea>" in text(response)
    assert 'value="12,5"' in text(response)
    assert not Assessment.objects.exists()


def test_a_locked_period_keeps_what_was_typed(world, cast, post):
    world.committee.period_locks.create(
        period_from="2017-01-01", period_through="2017-12-31", reason="Bokslutet är klart.", locked_by=cast.controller
    )
    response = post(comment="Sent skrivet")
    assert response.status_code == 423
    assert "Bokslutet är klart." in text(response)
    assert "Sent skrivet</textarea>" in text(response)


def test_an_approved_answer_keeps_what_was_typed(world, post):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="approved", comment="<p>Bra</p>")
    response = post(comment="Ändrat", version="1")
    assert response.status_code == 423
    assert "Svaret är godkänt" in text(response)
    assert "Ändrat</textarea>" in text(response)
    assert Assessment.objects.get().comment == "<p>Bra</p>"


def test_a_very_long_text_is_refused_with_its_length_and_kept(post):
    response = post(comment="ord " * 30_000)
    assert response.status_code == 422
    assert "Texten är för lång" in text(response)
    assert text(response).count("ord ") >= 30_000


def test_a_status_that_is_none_is_refused(post):
    assert post(status="utmärkt").status_code == 422


def test_a_goal_that_the_unit_does_not_answer_is_not_there(world, post):
    elsewhere = [a_goal(world.plan, units=[world.ifo]), a_goal(a_plan(world.committee))]
    for goal in elsewhere:
        to = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", goal.pk])
        assert post(to=to).status_code == 404
    assert not Assessment.objects.exists()


def test_who_may_save(world, cast, post):
    refused = {"other_reporter": 403, "reader": 403, "approver": 403, "outsider": 404}
    for who, status in refused.items():
        assert post(by=getattr(cast, who)).status_code == status
    assert not Assessment.objects.exists()


def test_nobody_saves_without_signing_in(client, address):
    assert client.post(address, {"status": "achieved"}).url.startswith("/logga-in/")


def test_what_is_saved_as_it_is_typed_keeps_its_state(post):
    def autosave(**data):
        return post(action=None, **data)

    autosave(comment="Ett")
    assert Assessment.objects.get().state == "draft"
    post(comment="Ett", action="ready", version="1")
    autosave(comment="Två", version="2")
    kept = Assessment.objects.get()
    assert (kept.state, kept.comment) == ("ready", "<p>Två</p>")


def test_saving_keeps_the_narrowed_list(world, address, post):
    assert post(to=f"{address}?visa=kvar", htmx=False).url == f"{address}?visa=kvar"


@pytest.mark.parametrize("size", [3, 30])
def test_queries_of_a_save_do_not_grow_with_the_goals(client, world, address, size, django_assert_max_num_queries):
    for _ in range(size):
        an_indicator(a_goal(world.plan), units=[world.afi], unit_of_measure="%")
    client.force_login(a_member("ny", Role.REPORTER, world.committee, world.afi))
    with django_assert_max_num_queries(32):
        assert client.post(address, {"status": "achieved", "version": "0"}, headers=HTMX).status_code == 200


def test_a_change_that_was_saved_by_another_command_is_a_conflict_too(world, cast, post):
    save_assessment(
        round=world.round,
        subject=world.goals[0],
        unit=world.afi,
        answer=Answer(comment="<p>Inläst</p>"),
        version=0,
        is_ready=False,
        by=cast.controller,
    )
    assert post(comment="Mitt").status_code == 409
