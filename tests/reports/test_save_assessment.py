"""Saving an answer: who may, when, and what happens when two save at once."""

import threading

import pytest
from django.db import OperationalError, connection, transaction

from followup.core.faults import CommandRefused, Locked, NotAllowed
from reports.choices import AnswerState
from reports.commands.assessments import Answer, AnswerChanged, hold_open, save_assessment
from reports.commands.decisions import approve, approve_unit, return_to_unit
from reports.commands.handing_in import hand_in_unit
from reports.commands.rounds import close_round
from reports.models import Assessment, Round
from tests.builders import an_assessment


def save(world, by, *, status="achieved", comment="<p>Det går bra.</p>", version=0, is_ready=False, goal=0, unit="afi"):
    return save_assessment(
        round=world.round,
        subject=world.goals[goal],
        unit=getattr(world, unit) if unit else None,
        answer=Answer(status=status, comment=comment),
        version=version,
        is_ready=is_ready,
        by=by,
    )


def test_a_reporter_saves_the_answer_of_the_own_unit(world, cast):
    saved = save(world, cast.reporter)
    kept = Assessment.objects.get()
    assert (kept.status, kept.comment, kept.state, kept.version) == ("achieved", "<p>Det går bra.</p>", "draft", 1)
    assert (kept.plan, kept.committee, kept.updated_by) == (world.plan, world.committee, cast.reporter)
    assert saved == kept


def test_nobody_answers_for_another_unit(world, cast):
    for person in (cast.other_reporter, cast.reader, cast.approver, cast.outsider, cast.anonymous):
        with pytest.raises(NotAllowed):
            save(world, person)
    assert not Assessment.objects.exists()


def test_only_the_controller_writes_the_committees_own_assessment(world, cast):
    with pytest.raises(NotAllowed):
        save(world, cast.reporter, unit=None)
    assert save(world, cast.controller, unit=None).unit is None


def test_what_was_typed_is_sanitised(world, cast):
    saved = save(world, cast.reporter, comment='<p onclick="x()">Bra<script>x()</script></p>')
    assert saved.comment == "<p>Bra</p>"


def test_the_second_of_two_people_is_told_and_the_first_text_stands(world, cast):
    first = save(world, cast.reporter, comment="<p>Först</p>")
    save(world, cast.controller, comment="<p>Sedan</p>", version=first.version)
    with pytest.raises(AnswerChanged) as refused:
        save(world, cast.reporter, comment="<p>Samtidigt</p>", version=first.version)
    assert refused.value.current.comment == "<p>Sedan</p>"
    assert Assessment.objects.get().comment == "<p>Sedan</p>"


def test_two_people_who_both_start_on_an_empty_answer(world, cast):
    save(world, cast.reporter, comment="<p>Först</p>")
    with pytest.raises(AnswerChanged):
        save(world, cast.controller, comment="<p>Samtidigt</p>", version=0)


def test_saving_the_same_again_writes_no_new_version(world, cast):
    save(world, cast.reporter)
    again = save(world, cast.reporter, version=0)
    assert (again.version, again.history.count()) == (1, 1)


def test_every_change_is_kept_in_the_history(world, cast):
    first = save(world, cast.reporter, comment="<p>Ett</p>")
    save(world, cast.reporter, comment="<p>Två</p>", version=first.version)
    assert [row.comment for row in first.history.all()] == ["<p>Två</p>", "<p>Ett</p>"]


def test_ready_needs_a_status(world, cast):
    with pytest.raises(CommandRefused, match="Välj en bedömning"):
        save(world, cast.reporter, status="", is_ready=True)
    assert save(world, cast.reporter, is_ready=True).ready_by == cast.reporter


@pytest.mark.parametrize("state", ["planned", "closed"])
def test_a_round_that_is_not_open_takes_no_answers(world, cast, state):
    world.round.state = state
    world.round.save()
    with pytest.raises(Locked):
        save(world, cast.reporter)


def test_a_locked_period_takes_no_answers(world, cast):
    world.committee.period_locks.create(
        period_from="2017-01-01", period_through="2017-12-31", reason="Boksluten är klara.", locked_by=cast.controller
    )
    with pytest.raises(Locked, match="Boksluten är klara"):
        save(world, cast.reporter)


def test_an_approved_answer_is_locked_until_it_is_returned(world, cast):
    saved = save(world, cast.reporter, is_ready=True)
    approved = approve(assessment=saved, version=saved.version, by=cast.approver)
    with pytest.raises(Locked):
        save(world, cast.reporter, comment="<p>Nytt</p>", version=approved.version)
    returned = return_to_unit(assessment=approved, reason="Skriv orsaken.", by=cast.approver)
    assert (returned.state, returned.return_reason, returned.approved_at) == ("returned", "Skriv orsaken.", None)
    again = save(world, cast.reporter, comment="<p>Nytt</p>", version=returned.version)
    assert again.state == AnswerState.RETURNED


def test_approving_needs_the_text_as_it_was_read(world, cast):
    saved = save(world, cast.reporter, is_ready=True)
    changed = save(world, cast.reporter, comment="<p>Ändrat</p>", version=saved.version, is_ready=True)
    with pytest.raises(AnswerChanged):
        approve(assessment=changed, version=saved.version, by=cast.approver)


def test_a_draft_cannot_be_approved_and_a_reporter_cannot_approve(world, cast):
    draft = save(world, cast.reporter)
    with pytest.raises(CommandRefused):
        approve(assessment=draft, version=draft.version, by=cast.approver)
    with pytest.raises(NotAllowed):
        approve(assessment=draft, version=draft.version, by=cast.reporter)


def test_returning_needs_a_reason(world, cast):
    saved = save(world, cast.reporter, is_ready=True)
    with pytest.raises(CommandRefused):
        return_to_unit(assessment=saved, reason="  ", by=cast.approver)


def test_a_unit_is_handed_in_whole_or_not_at_all(world, cast):
    save(world, cast.reporter, goal=0)
    with pytest.raises(CommandRefused, match="mål 2, 3"):
        hand_in_unit(round=world.round, unit=world.afi, by=cast.reporter)
    assert Assessment.objects.get().state == "draft"
    save(world, cast.reporter, goal=1)
    save(world, cast.reporter, goal=2)
    assert hand_in_unit(round=world.round, unit=world.afi, by=cast.reporter) == 3
    assert set(Assessment.objects.values_list("state", flat=True)) == {"ready"}


def test_all_ready_answers_of_a_unit_are_approved_at_once(world, cast):
    save(world, cast.reporter, goal=0, is_ready=True)
    save(world, cast.reporter, goal=1)
    an_assessment(world.round, world.goals[0], world.ifo, status="achieved", state="ready")
    assert approve_unit(round=world.round, unit=world.afi, by=cast.approver) == 1
    states = Assessment.objects.filter(unit=world.afi).in_plan_order().values_list("state", flat=True)
    assert list(states) == ["approved", "draft"]


def test_a_round_that_was_closed_since_it_was_read_takes_no_answer(world, cast):
    first = save(world, cast.reporter)
    close_round(round=Round.objects.get(pk=world.round.pk), by=cast.controller)
    assert world.round.is_open
    for attempt in (
        lambda: save(world, cast.reporter, comment="<p>Sent</p>", version=first.version),
        lambda: hand_in_unit(round=world.round, unit=world.afi, by=cast.reporter),
    ):
        world.round.state = "open"
        with pytest.raises(Locked, match="stängd"):
            attempt()
    assert Assessment.objects.get().comment == "<p>Det går bra.</p>"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time")
@pytest.mark.django_db(transaction=True)
def test_nobody_closes_a_round_while_it_is_answered_in_and_others_answer_beside(world, cast):
    tried = []

    def beside():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '500ms'")
                hold_open(Round.objects.get(pk=world.round.pk))
                tried.append("answered")
                close_round(round=world.round, by=cast.controller)
        except OperationalError:
            tried.append("not closed")
        finally:
            connection.close()

    with transaction.atomic():
        hold_open(world.round)
        thread = threading.Thread(target=beside)
        thread.start()
        thread.join()
    assert tried == ["answered", "not closed"]
    close_round(round=world.round, by=cast.controller)
