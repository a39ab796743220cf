"""Writing the sheets Uppföljningar and Bedömningar."""

from django.utils import timezone

from followup.core.access import person
from reports.choices import RoundState
from reports.commands.answers import save_answers, set_answer_references
from reports.commands.plan_import.lists import lists_of
from reports.commands.plan_import.rows import Job, arrange, instances
from reports.commands.rounds import save_rounds


def write_rounds(job: Job) -> None:
    """A round that is new and closed was closed now, by the person."""
    rounds = instances(job, "Uppföljningar")
    closer = person(job.by)
    for round in rounds.to_write:
        if closer is not None and round._state.adding and round.state == RoundState.CLOSED:
            round.closed_at, round.closed_by = timezone.now(), closer
    with job.faults.of("Uppföljningar", rounds.sources):
        save_rounds(plan=job.plan, rounds=rounds.to_write, by=job.by)


def write_answers(job: Job) -> None:
    answers = instances(job, "Bedömningar")
    arrange(answers, job.of("Bedömningar").order, group="round")
    with job.faults.of("Bedömningar", answers.sources):
        save_answers(plan=job.plan, assessments=answers.to_write, by=job.by)
    if all(answer.pk is not None for answer in answers.to_write):
        with job.faults.of("Bedömningar", answers.sources):
            set_answer_references(plan=job.plan, references=lists_of(job, answers, "Avser även"), by=job.by)
