"""Is everything there? Pure functions over the facts of a report."""

from collections.abc import Iterator
from itertools import zip_longest

from django.utils.translation import gettext as _

from followup.core.richtext import is_blank
from goals.choices import GoalStatus
from goals.words import owed_words
from reports.build.facts import AssessmentFact, GoalFact, ReportFacts
from reports.build.material import is_reported, material_of
from reports.build.needs import SHOWS_JUDGEMENTS
from reports.build.options import parsed
from reports.build.selection import shown_goals
from reports.checks.finding import Finding, Severity
from reports.choices import AnswerState, SectionKind


def completeness(facts: ReportFacts) -> list[Finding]:
    """What is missing, in the report's order."""
    return [*_sections(facts), *_answers(facts)]


def _sections(facts: ReportFacts) -> Iterator[Finding]:
    if not facts.sections:
        yield Finding(
            "no_sections", Severity.ERROR, _("Rapporten"), _("Rapporten har inga avsnitt. Lägg till minst ett.")
        )
    for section, following in zip_longest(facts.sections, facts.sections[1:]):
        is_heading = section.title and following is not None and following.level > section.level
        if section.kind == SectionKind.TEXT and is_blank(section.content) and not is_heading:
            where = section.title or _("Avsnitt utan rubrik")
            yield Finding(
                "empty_section",
                Severity.WARNING,
                where,
                _("Avsnittet ”%(title)s” har ingen text.") % {"title": where},
                section_id=section.id,
            )


def _answers(facts: ReportFacts) -> Iterator[Finding]:
    """Of the goals that some section shows the judgement of, where somebody was asked."""
    shown = _judged(facts) if facts.has_round else set()
    codes = {unit.id: unit.code for unit in facts.units}
    owed = owed_words(facts.words.cause, facts.words.measure)
    answers: dict[tuple[int | None, int | None], AssessmentFact] = {
        (answer.goal_id, answer.unit_id): answer for answer in facts.assessments
    }
    for goal in facts.goals:
        if goal.id not in shown:
            continue
        for unit_id in goal.unit_ids:
            yield from _answer(goal, unit_id, codes[unit_id], answers.get((goal.id, unit_id)), owed)
        yield from _own(goal, answers.get((goal.id, None)))


def _judged(facts: ReportFacts) -> set[int]:
    material = material_of(facts)
    return {
        shown.goal.id
        for section in facts.sections
        if section.kind in SHOWS_JUDGEMENTS
        for shown in shown_goals(material, parsed(section.options))
    }


def _own(goal: GoalFact, own: AssessmentFact | None) -> Iterator[Finding]:
    words = {"goal": goal.number or goal.name}

    def finding(rule: str, severity: Severity, message: str) -> Finding:
        return Finding(rule, severity, _("Mål %(goal)s") % words, message % words, goal_id=goal.id)

    if own is not None and not is_reported(own):
        yield finding(
            "unfinished_committee_assessment",
            Severity.WARNING,
            _("Nämndens egen bedömning av mål %(goal)s är inte klarmarkerad och kommer inte med i rapporten."),
        )
    elif goal.is_judged_by_committee and not (own and (own.status or own.status_words)):
        yield finding("no_committee_assessment", Severity.NOTE, _("Nämndens egen bedömning saknas för mål %(goal)s."))


def _answer(goal: GoalFact, unit_id: int, code: str, answer: AssessmentFact | None, owed: str) -> Iterator[Finding]:
    """`owed` says, in the plan's own words, that the cause or the measure is missing."""
    words = {"goal": goal.number or goal.name, "unit": code, "owed": owed}
    where = _("Mål %(goal)s, %(unit)s") % words

    def finding(rule: str, severity: Severity, message: str) -> Finding:
        return Finding(rule, severity, where, message % words, goal_id=goal.id, unit_id=unit_id)

    if answer is None:
        yield finding("missing_answer", Severity.WARNING, _("%(unit)s har inte svarat på mål %(goal)s."))
        return
    if not is_reported(answer):
        yield finding(
            "unfinished_answer",
            Severity.WARNING,
            _("%(unit)s har inte klarmarkerat mål %(goal)s. Svaret kommer inte med i rapporten."),
        )
        return
    if not (answer.status or answer.status_words):
        yield finding("missing_status", Severity.WARNING, _("Bedömning saknas från %(unit)s för mål %(goal)s."))
    if answer.state != AnswerState.APPROVED:
        yield finding("unapproved_answer", Severity.WARNING, _("Svaret från %(unit)s på mål %(goal)s är inte godkänt."))
    if answer.status and GoalStatus(answer.status).asks_for_cause and not (answer.cause and answer.measure):
        yield finding(
            "missing_cause",
            Severity.NOTE,
            _("%(owed)s från %(unit)s för mål %(goal)s, som inte är helt uppnått."),
        )
