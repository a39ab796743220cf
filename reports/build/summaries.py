"""How many goals, indicators and assignments have each status. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goals.choices import AssignmentKind, AssignmentStatus, GoalStatus
from reports.build.document import Result, StatusCount, StatusMark, StatusSummary
from reports.build.facts import GoalFact, IndicatorFact
from reports.build.material import Material
from reports.build.options import SectionOptions
from reports.build.results import assignment_answers, goal_results, indicator_answers
from reports.build.shown import judged_indicators, shows_assignments, shows_judgements


@dataclass(frozen=True, slots=True)
class _Labels:
    units: str
    own: str


def report_summaries(material: Material) -> tuple[StatusSummary, ...]:
    """How goals, indicators and assignments are judged, as far as the report shows it."""
    facts = material.facts
    of_indicators = _indicator_summaries(material, judged_indicators(material))
    of_assignments = _assignment_summaries(material)
    if not shows_judgements(facts):
        return (*of_indicators, *of_assignments)
    labels = _of_goals() if of_indicators or of_assignments else _alone()
    return (*_goal_summaries(material, facts.goals, SectionOptions(), labels), *of_indicators, *of_assignments)


def goal_summaries(material: Material, goals: Iterable[GoalFact], options: SectionOptions) -> tuple[StatusSummary, ...]:
    """The units' judgements counted, and the committee's own where it has given any or where no unit judges."""
    return _goal_summaries(material, goals, options, _alone())


def _alone() -> _Labels:
    return _Labels(_("Enheternas bedömningar"), _("Nämndens egna bedömningar"))


def _of_goals() -> _Labels:
    return _Labels(_("Enheternas bedömningar av mål"), _("Nämndens egna bedömningar av mål"))


def _of_indicators() -> _Labels:
    return _Labels(_("Enheternas bedömningar av indikatorer"), _("Nämndens egna bedömningar av indikatorer"))


def _goal_summaries(
    material: Material, goals: Iterable[GoalFact], options: SectionOptions, labels: _Labels
) -> tuple[StatusSummary, ...]:
    shown = tuple(goals)
    results = {goal.id: goal_results(material, goal, options) for goal in shown}
    units = [result for rows in results.values() for result in rows if not result.is_committee]
    own = [result for rows in results.values() for result in rows if result.is_committee]
    owed = [
        goal
        for goal in shown
        if goal.is_judged_by_committee and not any(result.is_committee for result in results[goal.id])
    ]
    found = [_summary(labels.units, units, 0, material)] if units else []
    if any(result.status for result in own) or (owed and not units and material.facts.has_round):
        found.append(_summary(labels.own, own, len(owed), material))
    return tuple(found)


def _indicator_summaries(material: Material, indicators: Sequence[IndicatorFact]) -> tuple[StatusSummary, ...]:
    """Those of whom somebody has given an indicator a status."""
    results = [
        result for indicator in indicators for result in indicator_answers(material, indicator, SectionOptions())
    ]
    owed = [by for indicator in indicators for by in _silent(material, indicator)]
    labels = _of_indicators()
    found = []
    for label, is_own in ((labels.units, False), (labels.own, True)):
        given = [result for result in results if result.is_committee == is_own]
        if any(result.status for result in given):
            found.append(_summary(label, given, sum((by is None) == is_own for by in owed), material))
    return tuple(found)


def _assignment_summaries(material: Material) -> tuple[StatusSummary, ...]:
    """One of those that the report shows with their status, where somebody has given one; only statuses that occur."""
    if not shows_assignments(material.facts):
        return ()
    shown = material.facts.assignments
    answers = [(each, assignment_answers(material, each, SectionOptions())) for each in shown]
    given = [result.status for _each, results in answers for result in results if result.status]
    if not given:
        return ()
    order = [(status.value, str(status.label)) for status in AssignmentStatus]
    known = [StatusMark(mark, word) for mark, word in order]
    counts = [StatusCount(each, sum(status.mark == each.mark for status in given)) for each in known]
    alone = [status for status in given if not status.mark]
    counts += [StatusCount(status, alone.count(status)) for status in dict.fromkeys(alone)]
    unjudged = [results for _each, results in answers if not any(result.status for result in results)]
    return (
        StatusSummary(
            label=_assignments_label({each.kind for each in shown}),
            counts=tuple(each for each in counts if each.count),
            without=len(unjudged),
            in_words=sum(bool(results) for results in unjudged),
        ),
    )


def _assignments_label(kinds: set[str]) -> str:
    if kinds == {AssignmentKind.ASSIGNMENT}:
        return _("Uppdrag")
    return _("Aktiviteter") if kinds == {AssignmentKind.ACTIVITY} else _("Uppdrag och aktiviteter")


def _silent(material: Material, indicator: IndicatorFact) -> Iterator[int | None]:
    """The units (None: the committee) that were asked about an indicator and are not among those who have answered."""
    goal = material.goals.get(indicator.goal_id) if indicator.goal_id is not None else None
    if not indicator.is_assessed or not material.facts.has_round or (goal and not goal.is_due):
        return
    answered = {answer.unit_id for answer in material.indicator_answers.get(indicator.id, ())}
    asked = indicator.unit_ids or (goal.unit_ids if goal else ())
    yield from (by for by in dict.fromkeys(asked or (None,)) if by not in answered)


def _summary(label: str, results: list[Result], unanswered: int, material: Material) -> StatusSummary:
    """Statuses of the scale in its order, then those that are words alone in the order in which they appear."""
    given = [result.status for result in results if result.status]
    marks = [status.mark for status in given]
    words = material.facts.words.status
    counts = [StatusCount(StatusMark(mark, words[mark]), marks.count(mark)) for mark in GoalStatus.values]
    alone = [status for status in given if status.mark not in GoalStatus.values]
    counts += [StatusCount(status, alone.count(status)) for status in dict.fromkeys(alone)]
    unjudged = [result for result in results if not result.status]
    return StatusSummary(
        label=label,
        counts=tuple(counts),
        without=unanswered + len(unjudged),
        in_words=sum(bool(result.parts) for result in unjudged),
    )
