"""Is everything there? Pure functions over the facts of a report."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import shorten

from django.utils.translation import gettext as _

from followup.core.richtext import is_blank
from goals.choices import GoalStatus
from goals.words import owed_words
from reports.build.facts import AssessmentFact, ReportFacts, UnitFact
from reports.build.material import is_reported, material_of
from reports.build.needs import SHOWS_INDICATOR_JUDGEMENTS, SHOWS_JUDGEMENTS
from reports.build.options import Shown, parsed
from reports.build.selection import shown_goals, shown_indicators
from reports.checks.finding import Finding, Severity
from reports.choices import AnswerState, SectionKind, SubjectKind


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


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an answer is owed on. `title` is its number, or its name where it has none; it begins with a capital."""

    kind: SubjectKind
    id: int
    title: str
    unit_ids: tuple[int, ...]
    is_asked_of_committee: bool

    @property
    def words(self) -> str:
        """`mål 4`, `indikator Väntetid`."""
        return f"{self.kind.label} {self.title}"

    def finding(
        self, rule: str, severity: Severity, message: str, unit: UnitFact | None = None, owed: str = ""
    ) -> Finding:
        """`message` has the places `subject`, `unit` and `owed`."""
        where = self.words[:1].upper() + self.words[1:]
        return Finding(
            rule,
            severity,
            f"{where}, {unit.code}" if unit else where,
            message % {"subject": self.words, "unit": unit.code if unit else "", "owed": owed},
            subject=(self.kind, self.id),
            unit_id=unit.id if unit else None,
        )


def _answers(facts: ReportFacts) -> Iterator[Finding]:
    """On what some section shows the judgement of, where somebody was asked."""
    if not facts.has_round:
        return
    units = {unit.id: unit for unit in facts.units}
    owed = owed_words(facts.words.cause, facts.words.measure)
    answers = _by_subject(facts)
    for subject in _judged(facts):
        for unit_id in subject.unit_ids:
            answer = answers.get((subject.kind, subject.id, unit_id))
            yield from _answer(subject, units[unit_id], answer, owed)
        yield from _own(subject, answers.get((subject.kind, subject.id, None)))


def _by_subject(facts: ReportFacts) -> dict[tuple[SubjectKind, int, int | None], AssessmentFact]:
    """By what is answered and by whom; an indicator that another's text answers too has that text."""
    found: dict[tuple[SubjectKind, int, int | None], AssessmentFact] = {}
    for answer in facts.assessments:
        if answer.goal_id is not None:
            found.setdefault((SubjectKind.GOAL, answer.goal_id, answer.unit_id), answer)
        elif answer.indicator_id is not None:
            found[SubjectKind.INDICATOR, answer.indicator_id, answer.unit_id] = answer
        for indicator_id in answer.also_indicators:
            found.setdefault((SubjectKind.INDICATOR, indicator_id, answer.unit_id), answer)
    return found


def _judged(facts: ReportFacts) -> Iterator[_Subject]:
    """In plan order, each goal before its indicators."""
    material = material_of(facts)
    goals: set[int] = set()
    indicators: set[int] = set()
    for section in facts.sections:
        options = parsed(section.options)
        for shown in shown_goals(material, options) if section.kind in SHOWS_JUDGEMENTS else ():
            goals.add(shown.goal.id)
            if section.kind in SHOWS_INDICATOR_JUDGEMENTS and options.shows(Shown.INDICATORS):
                indicators |= {each.id for each in shown_indicators(material, options, shown.goal.id)}
    for goal in facts.goals:
        if goal.id in goals:
            title = goal.number or _short(goal.name)
            yield _Subject(SubjectKind.GOAL, goal.id, title, goal.unit_ids, goal.is_judged_by_committee)
        for indicator in material.indicators_of.get(goal.id, ()):
            if indicator.id in indicators and indicator.is_assessed and goal.is_due:
                title = indicator.number or _short(indicator.name)
                asked = tuple(dict.fromkeys(indicator.unit_ids)) or goal.unit_ids
                yield _Subject(SubjectKind.INDICATOR, indicator.id, title, asked, not asked)


def _short(name: str) -> str:
    """A name that is a whole sentence is cut, so that the finding can be read."""
    return shorten(name.rstrip("."), 80, placeholder=" …")


def _own(subject: _Subject, own: AssessmentFact | None) -> Iterator[Finding]:
    if own is not None and not is_reported(own):
        message = _("Nämndens egen bedömning av %(subject)s är inte klarmarkerad och kommer inte med i rapporten.")
        yield subject.finding("unfinished_committee_assessment", Severity.WARNING, message)
    elif subject.is_asked_of_committee and not (own and (own.status or own.status_words or own.forecast)):
        message = _("Nämndens egen bedömning saknas för %(subject)s.")
        yield subject.finding("no_committee_assessment", Severity.NOTE, message)


def _answer(subject: _Subject, unit: UnitFact, answer: AssessmentFact | None, owed: str) -> Iterator[Finding]:
    """`owed` says, in the plan's own words, that the cause or the measure is missing."""

    def finding(rule: str, severity: Severity, message: str) -> Finding:
        return subject.finding(rule, severity, message, unit, owed)

    if answer is None:
        yield finding("missing_answer", Severity.WARNING, _("%(unit)s har inte svarat på %(subject)s."))
        return
    if not is_reported(answer):
        message = _("%(unit)s har inte klarmarkerat %(subject)s. Svaret kommer inte med i rapporten.")
        yield finding("unfinished_answer", Severity.WARNING, message)
        return
    if not (answer.status or answer.status_words):
        message = _("Bedömning saknas från %(unit)s för %(subject)s.")
        yield finding("missing_status", Severity.WARNING, message)
    if answer.state != AnswerState.APPROVED:
        message = _("Svaret från %(unit)s på %(subject)s är inte godkänt.")
        yield finding("unapproved_answer", Severity.WARNING, message)
    if answer.status and GoalStatus(answer.status).asks_for_cause and not (answer.cause and answer.measure):
        if subject.kind == SubjectKind.INDICATOR:
            message = _("%(owed)s från %(unit)s för %(subject)s, som inte är helt uppnådd.")
        else:
            message = _("%(owed)s från %(unit)s för %(subject)s, som inte är helt uppnått.")
        yield finding("missing_cause", Severity.NOTE, message)
