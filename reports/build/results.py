"""What was answered on each goal: the committee's own first, then the units in their order. Pure."""

from django.utils.translation import gettext as _

from reports.build.document import Result, StatusCount, StatusMark, StatusSummary, TextPart
from reports.build.facts import AssessmentFact, GoalFact, PlanWords, ReportFacts
from reports.choices import AnswerState

SCALE = ("achieved", "partly_achieved", "not_achieved", "not_assessable")


def is_reported(answer: AssessmentFact) -> bool:
    """Whether an answer has come so far that it stands in the report: ready or approved."""
    return AnswerState(answer.state).is_done_by_unit


def results_by_goal(facts: ReportFacts) -> dict[int, tuple[Result, ...]]:
    """For every goal its results; a unit that owes an answer is there with neither status nor text."""
    answers: dict[int, list[AssessmentFact]] = {goal.id: [] for goal in facts.goals}
    for answer in facts.assessments:
        if answer.goal_id in answers and is_reported(answer):
            answers[answer.goal_id].append(answer)
    codes = {unit.id: (unit.code, unit.name) for unit in facts.units}
    return {goal.id: _results(goal, answers[goal.id], codes, facts) for goal in facts.goals}


def _results(
    goal: GoalFact, answers: list[AssessmentFact], codes: dict[int, tuple[str, str]], facts: ReportFacts
) -> tuple[Result, ...]:
    own = [answer for answer in answers if answer.unit_id is None]
    answered = {answer.unit_id for answer in answers}
    order = [*goal.unit_ids, *(unit.id for unit in facts.units if unit.id not in goal.unit_ids)]
    results = [_result(answer, facts.committee, facts.committee, facts.words) for answer in own]
    for unit_id in order:
        code, name = codes[unit_id]
        results += [_result(answer, code, name, facts.words) for answer in answers if answer.unit_id == unit_id]
        if unit_id in goal.unit_ids and unit_id not in answered:
            results.append(Result(code, name, is_committee=False, status=None, parts=()))
    return tuple(results)


def _result(answer: AssessmentFact, code: str, name: str, words: PlanWords) -> Result:
    parts = (
        TextPart("", answer.comment),
        TextPart(words.overall_view, answer.overall_view),
        TextPart(words.cause, answer.cause),
        TextPart(words.measure, answer.measure),
        TextPart(_("Prognos"), answer.forecast),
    )
    return Result(
        unit=answer.unit_words or code,
        unit_name=name,
        is_committee=answer.unit_id is None,
        status=_mark(answer, words),
        parts=tuple(part for part in parts if part.html),
    )


def _mark(answer: AssessmentFact, words: PlanWords) -> StatusMark | None:
    if answer.status:
        return StatusMark(answer.status, answer.status_words or words.status[answer.status])
    return StatusMark("", answer.status_words) if answer.status_words else None


def summaries(results: dict[int, tuple[Result, ...]], words: PlanWords) -> tuple[StatusSummary, ...]:
    """The units' statuses counted, and the committee's own where it has given any."""
    every = [result for rows in results.values() for result in rows]
    units = [result for result in every if not result.is_committee]
    own = [result for result in every if result.is_committee]
    found = [_summary(_("Enheternas bedömningar"), units, words)] if units else []
    if any(result.status and result.status.mark for result in own):
        found.append(_summary(_("Nämndens egna bedömningar"), own, words))
    return tuple(found)


def _summary(label: str, results: list[Result], words: PlanWords) -> StatusSummary:
    marks = [result.status.mark if result.status else "" for result in results]
    counts = tuple(StatusCount(StatusMark(mark, words.status[mark]), marks.count(mark)) for mark in SCALE)
    return StatusSummary(label, counts, sum(mark not in SCALE for mark in marks))
