"""Two people in one answer: each part that differs is chosen, and what only one has changed is proposed."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Measurement
from reports.models import Assessment
from tests.builders import a_round, an_assessment, an_indicator, said_in
from tests.sent_fields import fields_in

HTMX = {"HX-Request": "true"}


@pytest.fixture
def address(world):
    return reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])


@pytest.fixture
def opened(client, cast, address):
    """The fields of the page as the reporter opens it."""

    def read(by=cast.reporter):
        client.force_login(by)
        return fields_in(client.get(address).content.decode())

    return read


@pytest.fixture
def send(client, cast, address):
    def sent(fields, *, by=cast.reporter, htmx=True, **changed):
        client.force_login(by)
        data = {**fields, "action": "save"} | changed
        data = {name: value for name, value in data.items() if value is not None}
        return client.post(address, data, headers=HTMX if htmx else {})

    return sent


@pytest.fixture
def both(world, cast, opened, send):
    """An answer that both begin from: the controller changes cause and measure, the reporter comment and measure."""
    an_assessment(
        world.round,
        world.goals[0],
        world.afi,
        status="not_achieved",
        comment="<p>Grund</p>",
        cause="<p>Orsak</p>",
        measure="<p>Från början</p>",
        version=1,
    )
    mine = opened()
    send(opened(cast.controller), by=cast.controller, cause="Deras orsak", measure="Deras åtgärd")
    return mine | {"comment": "Min kommentar", "measure": "Min åtgärd"}


def text(response):
    return response.content.decode()


def part(html, name):
    """The choice of one part."""
    return re.search(rf'<fieldset class="conflict__part" data-part="{name}".*?</fieldset>', html, re.DOTALL)[0]


def test_what_only_one_has_changed_is_chosen_already_and_the_rest_is_asked(both, send):
    response = send(both)
    assert response.status_code == 409
    fields = fields_in(text(response))
    assert (fields["val-comment"], fields["val-cause"]) == ("mine", "theirs")
    assert "val-measure" not in fields
    assert "Bara du har ändrat här" in part(text(response), "comment")
    assert "Bara den andra har ändrat här" in part(text(response), "cause")
    assert 'data-part="status"' not in text(response)
    assert "Deras åtgärd" in said_in(part(text(response), "measure"))
    assert "Min åtgärd" in said_in(part(text(response), "measure"))
    assert "<legend" in part(text(response), "measure")


@pytest.mark.parametrize(("side", "measure"), [("mine", "<p>Min åtgärd</p>"), ("theirs", "<p>Deras åtgärd</p>")])
def test_what_is_chosen_is_saved_part_by_part(both, send, side, measure):
    fields = fields_in(text(send(both)))
    response = send(fields, **{"val-measure": side})
    assert response.status_code == 200
    saved = Assessment.objects.get()
    assert (saved.comment, saved.cause, saved.measure) == ("<p>Min kommentar</p>", "<p>Deras orsak</p>", measure)
    assert saved.history.filter(measure="<p>Deras åtgärd</p>").exists()


def test_the_fields_come_back_with_what_was_chosen(both, send):
    response = send(fields_in(text(send(both))), **{"val-measure": "theirs"})
    assert (response["HX-Retarget"], response["HX-Reswap"]) == ("#svaret", "outerHTML")
    fields = fields_in(text(response))
    assert (fields["measure"], fields["comment"]) == ("Deras åtgärd", "Min kommentar")
    assert "Svaret är sparat med det du valde." in text(response)
    assert "data-typed" not in text(response)
    assert 'id="framsteg" hx-swap-oob' in text(response)
    assert 'id="svaret-knappar" hx-swap-oob' not in text(response)


def test_without_a_choice_nothing_is_saved_and_it_is_asked_for(both, send):
    fields = fields_in(text(send(both)))
    response = send(fields)
    assert response.status_code == 409
    assert "Välj vilken av dem som ska gälla." in part(text(response), "measure")
    again = fields_in(text(response))
    assert (again["val-comment"], again["val-cause"], again["measure"]) == ("mine", "theirs", "Min åtgärd")
    assert Assessment.objects.get().measure == "<p>Deras åtgärd</p>"


def test_who_merges_by_hand_in_the_field_has_chosen_what_stands_there(both, send):
    fields = fields_in(text(send(both)))
    assert send(fields, measure="Min och deras").status_code == 200
    assert Assessment.objects.get().measure == "<p>Min och deras</p>"


def test_a_choice_of_theirs_never_throws_away_what_was_written_since(both, send):
    fields = fields_in(text(send(both)))
    response = send(fields, measure="Min och deras", **{"val-measure": "theirs"})
    assert response.status_code == 409
    assert "också ändrat i fältet" in part(text(response), "measure")
    assert fields_in(text(response))["measure"] == "Min och deras"
    assert Assessment.objects.get().measure == "<p>Deras åtgärd</p>"


def test_what_is_saved_a_third_time_is_asked_about_anew(both, cast, opened, send):
    fields = fields_in(text(send(both)))
    send(opened(cast.controller), by=cast.controller, cause="En tredje orsak")
    response = send(fields, **{"val-measure": "mine"})
    assert response.status_code == 409
    assert "har sparats igen sedan du valde" in part(text(response), "cause")
    again = fields_in(text(response))
    assert (again["val-measure"], again["val-cause"]) == ("mine", "theirs")
    assert send(again).status_code == 200
    saved = Assessment.objects.get()
    assert (saved.cause, saved.measure) == ("<p>En tredje orsak</p>", "<p>Min åtgärd</p>")


def test_without_javascript_it_is_chosen_and_saved_with_the_same_form(both, send, address):
    response = send(both, htmx=False)
    assert response.status_code == 409
    assert "<html" in text(response)
    response = send(fields_in(text(response)), htmx=False, **{"val-measure": "theirs"})
    assert response.url == address
    assert Assessment.objects.get().measure == "<p>Deras åtgärd</p>"


def test_what_was_asked_for_is_asked_for_by_the_button_of_the_choices_too(both, send):
    shown = text(send(both, action="ready"))
    assert re.search(r'name="action" value="ready">Spara det valda och klarmarkera<', shown)
    send(fields_in(shown), action="ready", **{"val-measure": "mine"})
    assert Assessment.objects.get().state == "ready"


def test_who_has_no_memory_of_what_they_opened_is_asked_about_everything(both, send):
    fields = fields_in(text(send(both, answer_seen="")))
    assert not {"val-comment", "val-cause", "val-measure"} & set(fields)


def test_the_same_words_twice_leave_nothing_to_choose(both, send, cast, opened):
    send(opened(cast.controller), by=cast.controller, action="ready")
    theirs = opened(cast.controller)
    response = send(theirs, version="1", answer_seen=both["answer_seen"])
    assert response.status_code == 409
    assert "Ni har skrivit samma sak, men svaret är nu klar" in said_in(text(response))
    assert "conflict__part" not in text(response)


def names_of(indicator):
    return [f"o{indicator.pk}-0-{sex}" for sex in ("women", "men", "total")]


@pytest.mark.parametrize(("side", "value"), [("mine", "80"), ("theirs", "70")])
def test_a_figure_that_both_gave_is_chosen_too(world, cast, opened, send, side, value):
    figure = f"o{an_indicator(world.goals[0], units=[world.afi]).pk}-0-total"
    mine = opened()
    send(opened(cast.controller), by=cast.controller, **{figure: "70"})
    response = send(mine, **{figure: "80"})
    assert response.status_code == 409
    assert "sparat av Controller" in said_in(text(response))
    assert "val-" + figure not in fields_in(text(response))
    response = send(fields_in(text(response)), **{f"val-{figure}": side})
    assert response.status_code == 200
    assert Measurement.objects.get().value == Decimal(value)
    assert fields_in(text(response))[figure] == value


def test_a_total_follows_what_is_chosen_of_women_and_men(world, cast, opened, send):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="antal", is_sex_disaggregated=True)
    women, men, total = names_of(indicator)
    mine = opened()
    send(opened(cast.controller), by=cast.controller, **{women: "10", men: "20"})
    shown = text(send(mine, **{women: "11", men: "22"}))
    assert f'data-part="{total}"' not in shown
    response = send(fields_in(shown), **{f"val-{women}": "mine", f"val-{men}": "theirs"})
    assert response.status_code == 200
    found = {each.sex: each.value for each in Measurement.objects.all()}
    assert found == {"women": 11, "men": 20, "total": 31}


def test_a_promised_measure_that_both_answered_is_chosen_together_with_the_text(world, cast, opened, send):
    earlier = a_round(world.plan, as_of="2017-04-30", state="closed")
    an_assessment(
        earlier, world.goals[0], world.afi, status="not_achieved", measure="<ul><li>Ring</li><li>Skriv</li></ul>"
    )
    mine = opened()
    ring, skriv = (name for name in mine if name.startswith("atgard-") and name.endswith("-outcome"))
    send(opened(cast.controller), by=cast.controller, comment="Deras", **{ring: "done"})
    shown = text(send(mine, comment="Min", **{ring: "continues", skriv: "done"}))
    fields = fields_in(shown)
    stem = ring.removesuffix("-outcome")
    assert fields["val-" + skriv.removesuffix("-outcome")] == "mine"
    assert f"val-{stem}" not in fields
    response = send(fields, **{"val-comment": "mine", f"val-{stem}": "theirs"})
    assert response.status_code == 200
    answer = Assessment.objects.get(round=world.round)
    assert answer.comment == "<p>Min</p>"
    assert {each.promise: each.outcome for each in answer.measure_follow_ups.all()} == {"Ring": "done", "Skriv": "done"}
