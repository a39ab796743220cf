"""The controller's instruction for a goal or an indicator: who writes it, and two who write at once."""

import pytest
from django.db import IntegrityError, transaction

from followup.core.faults import Locked, NotAllowed
from followup.core.models import AuditEvent
from reports.commands.subject_instruction import InstructionChanged, save_instruction
from reports.models import SubjectInstruction
from tests.builders import a_goal, a_plan, an_indicator


@pytest.fixture
def save(world, cast):
    def run(text, *, version=0, by=None, subject=None):
        return save_instruction(
            round=world.round, subject=subject or world.goals[0], text=text, version=version, by=by or cast.controller
        )

    return run


def test_the_controller_writes_it_for_a_goal_and_for_an_indicator(world, cast, save):
    indicator = an_indicator(world.goals[0])
    save("<p onclick='x()'>Skriv kort.</p>")
    save("<p>Ange källan.</p>", subject=indicator)
    of_goal, of_indicator = SubjectInstruction.objects.order_by("pk")
    assert (of_goal.goal, of_goal.text, of_goal.version) == (world.goals[0], "<p>Skriv kort.</p>", 1)
    assert (of_indicator.indicator, of_indicator.updated_by) == (indicator, cast.controller)
    assert AuditEvent.objects.filter(object_type="reports.subjectinstruction").count() == 2


def test_it_is_changed_and_taken_back_and_every_wording_stays_in_the_history(save):
    save("<p>Ett</p>")
    save("<p>Två</p>", version=1)
    save("", version=2)
    assert SubjectInstruction.objects.get().text == ""
    assert SubjectInstruction.history.count() == 3


def test_saving_nothing_or_the_same_writes_nothing(save):
    assert save("<p> </p>") is None
    save("<p>Ett</p>")
    assert save("<p>Ett</p>").version == 1


def test_the_second_of_two_is_told(save):
    save("<p>Ett</p>")
    with pytest.raises(InstructionChanged) as refused:
        save("<p>Två</p>")
    assert refused.value.current.text == "<p>Ett</p>"


def test_nobody_else_writes_it_and_nobody_in_a_closed_round(world, cast, save):
    for person in (cast.reporter, cast.approver, cast.reader, cast.outsider, cast.anonymous):
        with pytest.raises(NotAllowed):
            save("<p>Nej</p>", by=person)
    world.round.state = "closed"
    world.round.save()
    with pytest.raises(Locked):
        save("<p>Nej</p>")


def test_the_database_holds_one_for_one_subject_of_the_rounds_own_plan(world):
    goal, indicator = world.goals[0], an_indicator(world.goals[0])
    create = SubjectInstruction.objects.create
    create(round=world.round, goal=goal)
    for values in ({}, {"goal": goal}, {"goal": world.goals[1], "indicator": indicator}):
        with pytest.raises(IntegrityError), transaction.atomic():
            create(round=world.round, **values)


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_a_goal_of_another_plan(world):
    stranger = a_goal(a_plan(world.committee))
    with pytest.raises(IntegrityError):
        SubjectInstruction.objects.create(round=world.round, goal=stranger)
