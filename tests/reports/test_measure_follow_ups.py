"""What became of promised measures: who may answer, what the database promises, and two people at once."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from followup.core.faults import Locked, NotAllowed
from reports.commands.measure_follow_ups import (
    MeasuresChanged,
    PromisedMeasure,
    fingerprint_of_measures,
    save_measure_follow_ups,
)
from reports.forms.measures import MeasuresForm
from reports.models import MeasureFollowUp
from tests.builders import an_assessment

A, B = PromisedMeasure("Anställa två"), PromisedMeasure("Utbilda alla")
DONE = PromisedMeasure("Anställa två", "done")
DROPPED = PromisedMeasure("Utbilda alla", "dropped", "För dyrt")


@pytest.fixture
def answer(world):
    return an_assessment(world.round, world.goals[0], world.afi, status="achieved")


@pytest.fixture
def save(answer, cast):
    def run(*answers, seen=(), by=None):
        return save_measure_follow_ups(
            assessment=answer, answers=answers, seen=fingerprint_of_measures(seen), by=by or cast.reporter
        )

    return run


def stored():
    return [(row.position, row.promise, row.outcome, row.comment) for row in MeasureFollowUp.objects.all()]


def test_what_is_answered_is_saved_in_its_place_and_the_rest_left_out(answer, save):
    save(A, DROPPED)
    assert stored() == [(2, "Utbilda alla", "dropped", "För dyrt")]
    answer.refresh_from_db()
    assert answer.version == 2


def test_an_answer_can_be_changed_and_taken_back_and_its_history_stays(save):
    save(DONE, DROPPED)
    save(PromisedMeasure("Anställa två", "continues"), B, seen=[DROPPED, DONE])
    assert stored() == [(1, "Anställa två", "continues", "")]
    kinds = MeasureFollowUp.history.order_by("history_id").values_list("position", "history_type")
    assert list(kinds) == [(1, "+"), (2, "+"), (2, "-"), (1, "~")]


def test_saving_what_stands_there_writes_nothing(answer, save):
    save(DONE)
    save(DONE)
    answer.refresh_from_db()
    assert (answer.version, MeasureFollowUp.history.count()) == (2, 1)


def test_a_dropped_measure_needs_a_reason(answer, save):
    with pytest.raises(ValidationError, match="Skriv varför åtgärden utgår"):
        save(DONE, PromisedMeasure("Utbilda alla", "dropped", "  "))
    assert stored() == []


def test_the_second_of_two_people_is_told_and_the_first_answer_stands(save):
    save(DONE)
    with pytest.raises(MeasuresChanged) as refused:
        save(DROPPED)
    assert refused.value.current == (DONE,)
    assert len(stored()) == 1


def test_only_those_who_answer_for_the_unit_do(cast, world, save):
    for person in (cast.other_reporter, cast.reader, cast.approver, cast.outsider, cast.anonymous):
        with pytest.raises(NotAllowed):
            save(DONE, by=person)
    own = an_assessment(world.round, world.goals[0], None)
    with pytest.raises(NotAllowed):
        save_measure_follow_ups(assessment=own, answers=[DONE], seen="", by=cast.controller)


def test_an_approved_answer_and_a_closed_round_are_locked(answer, cast, save):
    answer.state, answer.approved_at, answer.approved_by = "approved", timezone.now(), cast.approver
    answer.save()
    with pytest.raises(Locked, match="godkänt"):
        save(DONE)
    answer.round.state = "closed"
    answer.round.save()
    with pytest.raises(Locked, match="stängd"):
        save(DONE)


@pytest.mark.parametrize(
    "values",
    [{"outcome": "dropped"}, {"outcome": "kanske"}, {"outcome": "done", "promise": ""}],
    ids=["dropped without reason", "unknown outcome", "of nothing"],
)
def test_the_database_refuses(answer, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        MeasureFollowUp.objects.create(**{"assessment": answer, "position": 1, "promise": "Anställa"} | values)


def test_one_place_holds_one_answer(answer):
    MeasureFollowUp.objects.create(assessment=answer, position=1, promise="A", outcome="done")
    with pytest.raises(IntegrityError), transaction.atomic():
        MeasureFollowUp.objects.create(assessment=answer, position=1, promise="B", outcome="done")


def typed(form, *pairs):
    data = {form.seen_field.html_name: form.seen_field.value()}
    for measure, (outcome, comment) in zip(form.measures, pairs, strict=True):
        data |= {measure.outcome.html_name: outcome, measure.comment.html_name: comment}
    return data


def test_the_form_reads_what_was_typed_whatever_order_the_measures_have_now():
    data = typed(MeasuresForm([A, B]), ("done", " "), ("dropped", "För dyrt"))
    form = MeasuresForm([B, A], data=data)
    assert form.is_valid()
    assert form.answers() == (DROPPED, DONE)
    assert form.seen == fingerprint_of_measures([])


def test_a_draft_may_wait_with_the_reason_and_then_that_measure_alone_is_not_saved():
    form = MeasuresForm([A, B], data=typed(MeasuresForm([A, B]), ("done", ""), ("dropped", "")))
    assert not form.is_valid()
    assert form.measures[1].comment.errors == ["Skriv varför åtgärden utgår."]
    assert form.answers() == (DONE, B)


def test_what_was_not_sent_stays_as_it_is():
    assert MeasuresForm([DONE, DROPPED], data={}).answers() == (DONE, DROPPED)


def test_after_a_conflict_the_same_typed_answers_replace_knowingly(save):
    form = MeasuresForm([A, B], data=typed(MeasuresForm([A, B]), ("continues", ""), ("", "")))
    save(DONE)
    again = form.over([DONE])
    save(*again.answers(), seen=[DONE])
    assert again.seen == fingerprint_of_measures([DONE])
    assert stored() == [(1, "Anställa två", "continues", "")]


def test_a_form_without_measures_is_empty():
    assert not MeasuresForm([])
    assert MeasuresForm([A])
