"""What has happened since the form was read stops the short way of an autosave, and the long way tells of it."""

from datetime import date

import pytest

from followup.core.commands.autosave import seal
from followup.core.models import PeriodLock
from goals.models import Goal
from reports.commands import autosaving
from reports.commands.assessments import Answer, check_answer, save_assessment
from reports.commands.decisions import approve
from reports.models import Assessment, Round
from tests.views.entry_forms import is_short, told


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
def test_what_has_happened_meanwhile_is_told_by_the_long_way(typed_form, world, cast, both_ways, change, status):
    change(world, cast)
    short, long = both_ways(typed_form, comment="Tre")
    assert (short.status_code, is_short(short)) == (status, False)
    assert told(short) == told(long)


@pytest.mark.parametrize(
    "change", [lock, close, ask_others, write_too, seal_it, approve_it], ids=lambda each: each.__name__
)
def test_what_happens_between_reading_and_writing_stops_the_short_way(typed_form, world, cast, monkeypatch, change):
    def meanwhile(answer):
        if not change_done:
            change_done.append(change(world, cast))
        return check_answer(answer)

    change_done = []
    monkeypatch.setattr(autosaving, "check_answer", meanwhile)
    answer = typed_form.save(comment="Mitt")
    assert not is_short(answer)
    history = [row.comment for row in Assessment.history.order_by("history_date", "history_id")]
    assert history[0] == "<p>Två</p>"
    if answer.status_code != 200:
        assert Assessment.objects.get().comment != "<p>Mitt</p>"
