"""An autosave that changes texts alone takes a short way, and what comes of it is what the long way gives."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from followup.core.choices import Role
from indicators.models import Measurement
from reports.commands.decisions import return_to_unit
from reports.models import Assessment
from tests.builders import a_goal, a_member, a_round, an_assessment, an_indicator
from tests.sent_fields import hidden_fields_in
from tests.views.entry_forms import HTMX, Form, is_short, told

QUERIES = 6


@pytest.mark.parametrize("size", [1, 20])
def test_typing_on_takes_six_queries_and_tells_what_changed(typed_form, clock, world, size, django_assert_num_queries):
    for _number in range(size):
        an_indicator(a_goal(world.plan), units=[world.afi], unit_of_measure="%")
    clock.shift(timedelta(minutes=3))
    typed_form.client.get(typed_form.address)
    with django_assert_num_queries(QUERIES + len(("SAVEPOINT", "RELEASE"))):
        answer = typed_form.client.post(typed_form.address, typed_form.fields | {"comment": "Tre"}, headers=HTMX)
    assert is_short(answer)
    assert hidden_fields_in(answer.content.decode())["version"] == "3"
    assert "Sparat 08.03 av Reporter" in answer.content.decode()
    saved = Assessment.objects.get()
    assert (saved.comment, saved.version) == ("<p>Tre</p>", 3)
    assert [row.comment for row in saved.history.all()] == ["<p>Tre</p>"]


TEXTS = {
    "typed on": {"comment": "Två och mer"},
    "formatted": {"comment": "<p>Två <em>ord</em></p><script>x</script>", "comment_markup": "html"},
    "a trend": {"comment": "Tre", "trend": "up"},
}
NO_TEXTS = {
    "a text more": {"cause": "Därför"},
    "a text taken away": {"comment": ""},
    "a status": {"comment": "Tre", "status": "achieved"},
    "nothing": {},
    "too long": {"comment": "ord " * 30_000},
    "a trend that is none": {"trend": "bakåt"},
    "an old version": {"comment": "Tre", "version": "1"},
    "no version": {"comment": "Tre", "version": ""},
    "no mark": {"comment": "Tre", "rest_seen": ""},
    "a wrong mark": {"comment": "Tre", "rest_seen": "rest:1"},
    "on purpose": {"comment": "Tre", "action": "save"},
    "ready": {"comment": "Tre", "status": "achieved", "action": "ready"},
}


@pytest.mark.parametrize("typed", TEXTS.values(), ids=TEXTS)
def test_texts_alone_are_saved_by_the_short_way_as_by_the_long(typed_form, both_ways, typed):
    before = told(typed_form.save(comment="Två", trend=""))
    short, long = both_ways(typed_form, **typed)
    assert is_short(short)
    assert not is_short(long)
    assert told(long) == before
    fields = hidden_fields_in(long.content.decode())
    assert hidden_fields_in(short.content.decode()).items() <= fields.items()


@pytest.mark.parametrize("typed", NO_TEXTS.values(), ids=NO_TEXTS)
def test_what_is_more_than_texts_takes_the_long_way(typed_form, both_ways, typed):
    short, long = both_ways(typed_form, **typed)
    assert not is_short(short)
    assert told(short) == told(long)


def test_of_two_at_once_the_second_is_told_of_the_first(open_form, typed_form, cast):
    typed_form.save(comment="Tre")
    other = open_form(cast.controller)
    other.save(comment="Den andras")
    other.save(comment="Den andras, mer")
    assert is_short(other.save(comment="Den andras, ännu mer"))
    assert typed_form.save(comment="Mitt").status_code == 409
    assert Assessment.objects.get().comment == "<p>Den andras, ännu mer</p>"


def test_after_a_while_a_row_of_history_begins_by_the_long_way(typed_form, clock, both_ways):
    clock.shift(timedelta(minutes=16))
    short, _long = both_ways(typed_form, comment="Tre")
    assert not is_short(short)
    typed_form.save(comment="Tre")
    assert is_short(typed_form.save(comment="Fyra"))
    assert [row.comment for row in Assessment.history.order_by("history_id")] == ["<p>Två</p>", "<p>Fyra</p>"]


@pytest.mark.parametrize("state", ["ready", "returned"])
def test_an_answer_that_is_ready_or_returned_stays_so(typed_form, cast, both_ways, state):
    typed_form.save(comment="Två", status="achieved", action="ready")
    if state == "returned":
        return_to_unit(assessment=Assessment.objects.get(), reason="Skriv mer.", by=cast.controller)
        typed_form = Form(typed_form.client, typed_form.user, typed_form.address)
    for text in ("Tre", "Fyra"):
        typed_form.save(comment=text)
    short, _long = both_ways(typed_form, comment="Fem")
    assert is_short(short)
    typed_form.save(comment="Fem")
    assert Assessment.objects.get().state == state


def test_figures_take_the_long_way_until_they_rest(open_form, world, both_ways):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    typed_form, figure = open_form(), f"o{indicator.pk}-0-total"
    for text in ("Ett", "Två"):
        typed_form.save(comment=text)
    short, _long = both_ways(typed_form, comment="Tre", **{figure: "12"})
    assert not is_short(short)
    typed_form.save(comment="Tre", **{figure: "12"})
    assert not is_short(typed_form.save(comment="Fyra"))
    assert is_short(typed_form.save(comment="Fem"))
    assert Measurement.objects.get().value == Decimal(12)


def test_a_figure_that_waits_to_be_confirmed_is_asked_about_every_time(open_form, world):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    typed_form = open_form()
    for text in ("Ett", "Två", "Tre"):
        assert typed_form.save(comment=text, **{f"o{indicator.pk}-0-total": "812"}).status_code == 202


def test_promised_measures_take_the_long_way_until_they_rest(open_form, world, both_ways):
    earlier = a_round(world.plan, as_of=date(2017, 4, 30), state="closed")
    an_assessment(earlier, world.goals[0], world.afi, status="partly_achieved", measure="<p>Anställa</p>")
    typed_form = open_form()
    for text in ("Ett", "Två"):
        typed_form.save(comment=text)
    (measure,) = (name for name in typed_form.fields if name.startswith("atgard-") and name.endswith("-outcome"))
    short, _long = both_ways(typed_form, comment="Tre", **{measure: "done"})
    assert not is_short(short)
    for text in ("Tre", "Fyra"):
        typed_form.save(comment=text, **{measure: "done"})
    before = told(typed_form.save(action="save"))
    typed_form.save(comment="Fem")
    short, long = both_ways(typed_form, comment="Sex")
    assert is_short(short)
    assert told(long) == before
    assert (
        hidden_fields_in(short.content.decode())["answer_seen"]
        == hidden_fields_in(long.content.decode())["answer_seen"]
    )


def test_becoming_last_times_text_is_told(open_form, world, both_ways):
    earlier = a_round(world.plan, as_of=date(2017, 4, 30), state="closed")
    an_assessment(earlier, world.goals[0], world.afi, status="achieved", comment="<p>Som då</p>")
    typed_form = open_form()
    for text in ("Ett", "Två"):
        typed_form.save(comment=text)
    assert is_short(both_ways(typed_form, comment="Tre")[0])
    short, _long = both_ways(typed_form, comment="Som då")
    assert not is_short(short)
    assert "Texten är från förra gången" in short.content.decode()


def test_an_indicator_of_its_own_is_saved_by_the_short_way_too(open_form, world, both_ways):
    indicator = an_indicator(world.goals[0], units=[world.afi], is_assessed=True)
    typed_form = open_form(subject=indicator)
    for text in ("Ett", "Två"):
        typed_form.save(comment=text)
    assert is_short(both_ways(typed_form, comment="Tre")[0])
    indicator.units.clear()
    world.goals[0].goal_units.create(unit=world.ifo)
    assert both_ways(typed_form, comment="Tre")[0].status_code == 404


def test_another_unit_s_reporter_does_not_save_by_the_short_way(typed_form, cast):
    typed_form.user = cast.other_reporter
    assert typed_form.save(comment="Inte mitt").status_code == 403
    typed_form.user = cast.outsider
    assert typed_form.save(comment="Inte mitt").status_code == 404
    assert Assessment.objects.get().comment == "<p>Två</p>"


def test_a_substitute_writes_in_a_row_of_history_of_their_own(typed_form, open_form, world, both_ways):
    other = open_form(a_member("ersattare", Role.REPORTER, world.committee, world.afi))
    assert not is_short(both_ways(other, comment="Ersättarens")[0])
    other.save(comment="Ersättarens")
    assert [row.comment for row in Assessment.history.order_by("history_id")] == ["<p>Två</p>", "<p>Ersättarens</p>"]
