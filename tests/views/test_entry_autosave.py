"""An autosave that changes texts alone takes a short way, and what comes of it is what the long way gives."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse

from followup.core.choices import Role
from followup.core.commands.autosave import seal
from followup.core.models import PeriodLock
from goals.models import Goal
from indicators.models import Measurement
from reports.commands import autosaving
from reports.commands.assessments import Answer, check_answer, save_assessment
from reports.commands.decisions import approve, return_to_unit
from reports.models import Assessment, MeasureFollowUp, Round
from reports.views.entry import subject as view
from tests.builders import a_goal, a_member, a_round, an_assessment, an_indicator
from tests.sent_fields import fields_in, hidden_fields_in

HTMX = {"HX-Request": "true"}
QUERIES = 6


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to("2017-09-01 08:00:00+02:00", tick=False)
    return time_machine


class Form:
    """The form of an answer in somebody's browser."""

    def __init__(self, client, user, address):
        self.client, self.user, self.address = client, user, address
        client.force_login(user)
        self.fields = fields_in(client.get(address).content.decode())

    def save(self, **typed):
        """Autosave; `action` makes it on purpose."""
        self.client.force_login(self.user)
        self.fields |= typed
        answer = self.client.post(self.address, self.fields, headers=HTMX)
        self.fields.pop("action", None)
        if answer.status_code in {200, 202}:
            self.fields |= hidden_fields_in(answer.content.decode())
        return answer


@pytest.fixture
def opened(client, cast, world):
    def opened(user=None, *, subject=None):
        kind = "goal" if subject is None else "indicator"
        key = (subject or world.goals[0]).pk
        address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, kind, key])
        return Form(client, user or cast.reporter, address)

    return opened


@pytest.fixture
def form(opened):
    """A form in which somebody is typing, so that nothing but the next text is new."""
    form = opened()
    for text in ("Ett", "Två"):
        assert form.save(comment=text).status_code == 200
    return form


def is_short(answer):
    return answer.status_code == 200 and "framsteg" not in answer.content.decode()


def told(answer):
    """What the long way says of the page, without what every save and every request change."""
    html = re.sub(r'(csrfmiddlewaretoken" value="|nonce="|X-CSRFToken": ")[^"]*', "", answer.content.decode())
    for name in ("id_version", "svaret-delar", "svaret-ovrigt"):
        html = re.sub(rf'<input[^>]*id="{name}"[^>]*>', "", html)
    return re.sub(r'<p id="svaret-sparat".*?</p>', "", html)


def stored():
    """All that a save may write; keys are left out, since they differ from run to run."""
    answers, history = (
        manager.order_by(order, "pk").values_list(*_names(manager.model))
        for manager, order in ((Assessment.objects, "pk"), (Assessment.history, "history_date"))
    )
    figures = Measurement.objects.order_by("pk").values_list("value")
    measures = MeasureFollowUp.objects.order_by("position").values_list("promise", "outcome")
    return [list(rows) for rows in (answers, history, figures, measures)]


def _names(model):
    return [field.attname for field in model._meta.concrete_fields if field.attname not in {"id", "history_id"}]


@pytest.mark.parametrize("size", [1, 20])
def test_typing_on_takes_six_queries_and_tells_what_changed(form, clock, world, size, django_assert_num_queries):
    for _number in range(size):
        an_indicator(a_goal(world.plan), units=[world.afi], unit_of_measure="%")
    clock.shift(timedelta(minutes=3))
    form.client.get(form.address)
    with django_assert_num_queries(QUERIES + len(("SAVEPOINT", "RELEASE"))):
        answer = form.client.post(form.address, form.fields | {"comment": "Tre"}, headers=HTMX)
    assert is_short(answer)
    assert hidden_fields_in(answer.content.decode())["version"] == "3"
    assert "Sparat 08.03 av Reporter" in answer.content.decode()
    saved = Assessment.objects.get()
    assert (saved.comment, saved.version) == ("<p>Tre</p>", 3)
    assert [row.comment for row in saved.history.all()] == ["<p>Tre</p>"]


@pytest.fixture
def both(monkeypatch):
    """Does the same by the short way and by the long, from the same stored rows; (short answer, long answer)."""

    def done(form, **typed):
        fields, results = dict(form.fields), []
        for way in ("short", "long"):
            form.fields = dict(fields)
            with monkeypatch.context() as patched, transaction.atomic():
                if way == "long":
                    patched.setattr(view, "save_texts_alone", lambda *_all: None)
                answer = form.save(**typed)
                results.append((answer, stored()))
                transaction.set_rollback(True)
        form.fields = fields
        (short, after_short), (long, after_long) = results
        assert short.status_code == long.status_code
        assert after_short == after_long
        return short, long

    return done


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
def test_texts_alone_are_saved_by_the_short_way_as_by_the_long(form, both, typed):
    before = told(form.save(comment="Två", trend=""))
    short, long = both(form, **typed)
    assert is_short(short)
    assert not is_short(long)
    assert told(long) == before
    fields = hidden_fields_in(long.content.decode())
    assert hidden_fields_in(short.content.decode()).items() <= fields.items()


@pytest.mark.parametrize("typed", NO_TEXTS.values(), ids=NO_TEXTS)
def test_what_is_more_than_texts_takes_the_long_way(form, both, typed):
    short, long = both(form, **typed)
    assert not is_short(short)
    assert told(short) == told(long)


def lock(world, cast):
    PeriodLock.objects.create(
        committee=world.committee,
        period_from=world.round.as_of,
        period_through=world.round.as_of,
        reason="Revision",
        locked_by=cast.controller,
    )


def close(world, _cast):
    Round.objects.filter(pk=world.round.pk).update(state="closed")


def close_goal(world, _cast):
    Goal.objects.filter(pk=world.goals[0].pk).update(closed_on=world.round.as_of)


def ask_others(world, _cast):
    world.goals[0].goal_units.create(unit=world.ifo)


def end_role(_world, cast):
    cast.reporter.memberships.update(valid_through=date(2017, 8, 31))


def approve_it(_world, cast):
    Assessment.objects.update(state="ready", status="achieved")
    approve(assessment=Assessment.objects.get(), version=2, by=cast.controller)


def seal_it(_world, cast):
    seal(history=Assessment.history.all(), by=cast.reporter)


def write_too(_world, cast):
    answer = Assessment.objects.get()
    save_assessment(
        round=answer.round,
        subject=answer.goal,
        unit=answer.unit,
        answer=Answer(comment="<p>Den andras</p>"),
        version=answer.version,
        is_ready=False,
        by=cast.controller,
    )


def remove(_world, _cast):
    Assessment.objects.all().delete()


MEANWHILE = {
    lock: 423,
    close: 423,
    close_goal: 404,
    ask_others: 404,
    end_role: 404,
    approve_it: 423,
    write_too: 409,
    remove: 200,
    seal_it: 200,
}


@pytest.mark.parametrize(("change", "status"), MEANWHILE.items(), ids=[each.__name__ for each in MEANWHILE])
def test_what_has_happened_meanwhile_is_told_by_the_long_way(form, world, cast, both, change, status):
    change(world, cast)
    short, long = both(form, comment="Tre")
    assert (short.status_code, is_short(short)) == (status, False)
    assert told(short) == told(long)


@pytest.mark.parametrize("change", [lock, ask_others, write_too, seal_it, approve_it], ids=lambda each: each.__name__)
def test_what_happens_between_reading_and_writing_stops_the_short_way(form, world, cast, monkeypatch, change):
    def meanwhile(answer):
        if not change_done:
            change_done.append(change(world, cast))
        return check_answer(answer)

    change_done = []
    monkeypatch.setattr(autosaving, "check_answer", meanwhile)
    answer = form.save(comment="Mitt")
    assert not is_short(answer)
    history = [row.comment for row in Assessment.history.order_by("history_date", "history_id")]
    assert history[0] == "<p>Två</p>"
    if answer.status_code != 200:
        assert Assessment.objects.get().comment != "<p>Mitt</p>"


def test_of_two_at_once_the_second_is_told_of_the_first(opened, form, cast):
    form.save(comment="Tre")
    other = opened(cast.controller)
    other.save(comment="Den andras")
    other.save(comment="Den andras, mer")
    assert is_short(other.save(comment="Den andras, ännu mer"))
    assert form.save(comment="Mitt").status_code == 409
    assert Assessment.objects.get().comment == "<p>Den andras, ännu mer</p>"


def test_after_a_while_a_row_of_history_begins_by_the_long_way(form, clock, both):
    clock.shift(timedelta(minutes=16))
    short, _long = both(form, comment="Tre")
    assert not is_short(short)
    form.save(comment="Tre")
    assert is_short(form.save(comment="Fyra"))
    assert [row.comment for row in Assessment.history.order_by("history_id")] == ["<p>Två</p>", "<p>Fyra</p>"]


@pytest.mark.parametrize("state", ["ready", "returned"])
def test_an_answer_that_is_ready_or_returned_stays_so(form, cast, both, state):
    form.save(comment="Två", status="achieved", action="ready")
    if state == "returned":
        return_to_unit(assessment=Assessment.objects.get(), reason="Skriv mer.", by=cast.controller)
        form = Form(form.client, form.user, form.address)
    for text in ("Tre", "Fyra"):
        form.save(comment=text)
    short, _long = both(form, comment="Fem")
    assert is_short(short)
    form.save(comment="Fem")
    assert Assessment.objects.get().state == state


def test_figures_take_the_long_way_until_they_rest(opened, world, both):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    form, figure = opened(), f"o{indicator.pk}-0-total"
    for text in ("Ett", "Två"):
        form.save(comment=text)
    short, _long = both(form, comment="Tre", **{figure: "12"})
    assert not is_short(short)
    form.save(comment="Tre", **{figure: "12"})
    assert not is_short(form.save(comment="Fyra"))
    assert is_short(form.save(comment="Fem"))
    assert Measurement.objects.get().value == Decimal(12)


def test_a_figure_that_waits_to_be_confirmed_is_asked_about_every_time(opened, world):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    form = opened()
    for text in ("Ett", "Två", "Tre"):
        assert form.save(comment=text, **{f"o{indicator.pk}-0-total": "812"}).status_code == 202


def test_promised_measures_take_the_long_way_until_they_rest(opened, world, both):
    earlier = a_round(world.plan, as_of=date(2017, 4, 30), state="closed")
    an_assessment(earlier, world.goals[0], world.afi, status="partly_achieved", measure="<p>Anställa</p>")
    form = opened()
    for text in ("Ett", "Två"):
        form.save(comment=text)
    (measure,) = (name for name in form.fields if name.startswith("atgard-") and name.endswith("-outcome"))
    short, _long = both(form, comment="Tre", **{measure: "done"})
    assert not is_short(short)
    for text in ("Tre", "Fyra"):
        form.save(comment=text, **{measure: "done"})
    before = told(form.save(action="save"))
    form.save(comment="Fem")
    short, long = both(form, comment="Sex")
    assert is_short(short)
    assert told(long) == before
    assert (
        hidden_fields_in(short.content.decode())["answer_seen"]
        == hidden_fields_in(long.content.decode())["answer_seen"]
    )


def test_becoming_last_times_text_is_told(opened, world, both):
    earlier = a_round(world.plan, as_of=date(2017, 4, 30), state="closed")
    an_assessment(earlier, world.goals[0], world.afi, status="achieved", comment="<p>Som då</p>")
    form = opened()
    for text in ("Ett", "Två"):
        form.save(comment=text)
    assert is_short(both(form, comment="Tre")[0])
    short, _long = both(form, comment="Som då")
    assert not is_short(short)
    assert "Texten är från förra gången" in short.content.decode()


def test_an_indicator_of_its_own_is_saved_by_the_short_way_too(opened, world, both):
    indicator = an_indicator(world.goals[0], units=[world.afi], is_assessed=True)
    form = opened(subject=indicator)
    for text in ("Ett", "Två"):
        form.save(comment=text)
    assert is_short(both(form, comment="Tre")[0])
    indicator.units.clear()
    world.goals[0].goal_units.create(unit=world.ifo)
    assert both(form, comment="Tre")[0].status_code == 404


def test_another_unit_s_reporter_does_not_save_by_the_short_way(form, cast):
    form.user = cast.other_reporter
    assert form.save(comment="Inte mitt").status_code == 403
    form.user = cast.outsider
    assert form.save(comment="Inte mitt").status_code == 404
    assert Assessment.objects.get().comment == "<p>Två</p>"


def test_a_substitute_writes_in_a_row_of_history_of_their_own(form, opened, world, both):
    other = opened(a_member("ersattare", Role.REPORTER, world.committee, world.afi))
    assert not is_short(both(other, comment="Ersättarens")[0])
    other.save(comment="Ersättarens")
    assert [row.comment for row in Assessment.history.order_by("history_id")] == ["<p>Två</p>", "<p>Ersättarens</p>"]
