"""Is everything there? Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.richtext import is_blank
from goals.choices import GoalStatus
from goals.words import owed_words
from reports.build.facts import AssessmentFact, GoalFact, IndicatorFact, ReportFacts, UnitFact
from reports.build.material import is_reported
from reports.checks.finding import About, Finding, Place, Rule, Severity
from reports.checks.scope import Scope, subject_words
from reports.choices import AnswerState, SectionKind, SubjectKind

NO_SECTIONS = Rule(
    "no_sections",
    Severity.ERROR,
    gettext_lazy("Rapporten har inga avsnitt"),
    gettext_lazy("En tom rapport säger ingenting till den som läser den."),
)
EMPTY_SECTION = Rule(
    "empty_section",
    Severity.WARNING,
    gettext_lazy("Ett avsnitt har ingen text"),
    gettext_lazy("En rubrik utan text läses som att något har fallit bort."),
)
MISSING_ANSWER = Rule(
    "missing_answer",
    Severity.WARNING,
    gettext_lazy("En enhet har inte svarat"),
    gettext_lazy("Nämnden ska se alla enheter som har målet. Den som saknas kan vara den där det går sämst."),
)
UNFINISHED_ANSWER = Rule(
    "unfinished_answer",
    Severity.WARNING,
    gettext_lazy("Ett svar är inte klarmarkerat"),
    gettext_lazy("Utkast kommer inte med i rapporten, så det enheten har skrivit syns inte."),
)
MISSING_STATUS = Rule(
    "missing_status",
    Severity.WARNING,
    gettext_lazy("Ett svar saknar bedömning"),
    gettext_lazy("Utan bedömning räknas svaret inte med när måluppfyllelsen summeras."),
)
UNAPPROVED_ANSWER = Rule(
    "unapproved_answer",
    Severity.WARNING,
    gettext_lazy("Ett svar är inte godkänt"),
    gettext_lazy("Den som godkänner har inte läst det som nämnden får läsa."),
)
MISSING_CAUSE = Rule(
    "missing_cause",
    Severity.NOTE,
    gettext_lazy("Orsak eller åtgärd saknas"),
    gettext_lazy("Den som läser att ett mål inte nås frågar varför, och vad som görs åt det."),
)
UNFINISHED_OWN = Rule(
    "unfinished_committee_assessment",
    Severity.WARNING,
    gettext_lazy("Nämndens egen bedömning är inte klarmarkerad"),
    gettext_lazy("Utkast kommer inte med i rapporten."),
)
MISSING_OWN = Rule(
    "no_committee_assessment",
    Severity.NOTE,
    gettext_lazy("Nämndens egen bedömning saknas"),
    gettext_lazy("Enheternas svar visar läget var för sig. Nämnden svarar för den samlade bedömningen."),
)
NO_REASON = Rule(
    "not_assessable_without_reason",
    Severity.WARNING,
    gettext_lazy("Kan ej bedömas, utan skäl"),
    gettext_lazy("Läsaren behöver veta om siffrorna dröjer, om mätningen är ändrad eller om målet inte går att mäta."),
)
RULES = (
    NO_SECTIONS,
    EMPTY_SECTION,
    MISSING_ANSWER,
    UNFINISHED_ANSWER,
    MISSING_STATUS,
    UNAPPROVED_ANSWER,
    NO_REASON,
    MISSING_CAUSE,
    UNFINISHED_OWN,
    MISSING_OWN,
)


def completeness(scope: Scope) -> list[Finding]:
    """What is missing, in the report's order."""
    return [*_sections(scope.report), *_answers(scope)]


def _sections(report: ReportFacts) -> Iterator[Finding]:
    if not report.sections:
        place = Place(_("Rapporten"), About.SECTION)
        yield NO_SECTIONS.finding(place, _("Rapporten har inga avsnitt. Lägg till minst ett."))
    for section, following in zip_longest(report.sections, report.sections[1:]):
        is_heading = section.title and following is not None and following.level > section.level
        if section.kind == SectionKind.TEXT and is_blank(section.content) and not is_heading:
            where = section.title or _("Avsnitt utan rubrik")
            message = _("Avsnittet ”%(title)s” har ingen text.") % {"title": where}
            yield EMPTY_SECTION.finding(Place(where, About.SECTION, section_id=section.id), message)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A goal or an indicator that somebody owes an answer on."""

    scope: Scope
    subject: GoalFact | IndicatorFact
    unit_ids: tuple[int, ...]
    is_asked_of_committee: bool

    @property
    def key(self) -> tuple[SubjectKind, int]:
        kind = SubjectKind.GOAL if isinstance(self.subject, GoalFact) else SubjectKind.INDICATOR
        return kind, self.subject.id

    def finding(self, rule: Rule, message: str, unit: UnitFact | None = None, owed: str = "") -> Finding:
        """`message` has the places `subject`, `unit` and `owed`."""
        words = {"subject": subject_words(self.subject), "unit": unit.code if unit else "", "owed": owed}
        return rule.finding(self.scope.place(self.subject, unit_id=unit.id if unit else None), message % words)


def _answers(scope: Scope) -> Iterator[Finding]:
    """On what some section shows the judgement of, where somebody was asked."""
    report = scope.report
    if not report.has_round:
        return
    owed = owed_words(report.words.cause, report.words.measure)
    answers = _by_subject(report)
    for asked in _asked(scope):
        for unit_id in asked.unit_ids:
            yield from _answer(asked, scope.material.units[unit_id], answers.get((*asked.key, unit_id)), owed)
        yield from _own(asked, answers.get((*asked.key, None)))


def _by_subject(report: ReportFacts) -> dict[tuple[SubjectKind, int, int | None], AssessmentFact]:
    """By what is answered and by whom; an indicator that another's text answers too has that text."""
    found: dict[tuple[SubjectKind, int, int | None], AssessmentFact] = {}
    for answer in report.assessments:
        if answer.goal_id is not None:
            found.setdefault((SubjectKind.GOAL, answer.goal_id, answer.unit_id), answer)
        elif answer.indicator_id is not None:
            found[SubjectKind.INDICATOR, answer.indicator_id, answer.unit_id] = answer
        for indicator_id in answer.also_indicators:
            found.setdefault((SubjectKind.INDICATOR, indicator_id, answer.unit_id), answer)
    return found


def _asked(scope: Scope) -> Iterator[_Asked]:
    """In plan order, each goal before its indicators."""
    for goal in scope.report.goals:
        if goal.id in scope.judged_goals:
            yield _Asked(scope, goal, goal.unit_ids, goal.is_judged_by_committee)
        for indicator in scope.material.indicators_of.get(goal.id, ()):
            if indicator.id in scope.judged_indicators and indicator.is_assessed and goal.is_due:
                asked = tuple(dict.fromkeys(indicator.unit_ids)) or goal.unit_ids
                yield _Asked(scope, indicator, asked, not asked)


def _own(asked: _Asked, own: AssessmentFact | None) -> Iterator[Finding]:
    if own is not None and not is_reported(own):
        message = _("Nämndens egen bedömning av %(subject)s är inte klarmarkerad och kommer inte med i rapporten.")
        yield asked.finding(UNFINISHED_OWN, message)
    elif asked.is_asked_of_committee and not (own and (own.status or own.status_words or own.forecast)):
        yield asked.finding(MISSING_OWN, _("Nämndens egen bedömning saknas för %(subject)s."))
    elif own is not None and _lacks_reason(own):
        message = _("Nämnden kan inte bedöma %(subject)s, men skälet står inte.")
        yield asked.finding(NO_REASON, message)


def _lacks_reason(answer: AssessmentFact) -> bool:
    texts = (answer.comment, answer.overall_view, answer.cause, answer.measure, answer.forecast)
    return answer.status == GoalStatus.NOT_ASSESSABLE and all(is_blank(text) for text in texts)


def _answer(asked: _Asked, unit: UnitFact, answer: AssessmentFact | None, owed: str) -> Iterator[Finding]:
    """`owed` says, in the plan's own words, that the cause or the measure is missing."""
    if answer is None:
        yield asked.finding(MISSING_ANSWER, _("%(unit)s har inte svarat på %(subject)s."), unit)
        return
    if not is_reported(answer):
        message = _("%(unit)s har inte klarmarkerat %(subject)s. Svaret kommer inte med i rapporten.")
        yield asked.finding(UNFINISHED_ANSWER, message, unit)
        return
    if not (answer.status or answer.status_words):
        yield asked.finding(MISSING_STATUS, _("Bedömning saknas från %(unit)s för %(subject)s."), unit)
    if answer.state != AnswerState.APPROVED:
        yield asked.finding(UNAPPROVED_ANSWER, _("Svaret från %(unit)s på %(subject)s är inte godkänt."), unit)
    if _lacks_reason(answer):
        yield asked.finding(NO_REASON, _("%(unit)s kan inte bedöma %(subject)s, men skälet står inte."), unit)
    if answer.status and GoalStatus(answer.status).asks_for_cause and not (answer.cause and answer.measure):
        if isinstance(asked.subject, IndicatorFact):
            message = _("%(owed)s från %(unit)s för %(subject)s, som inte är helt uppnådd.")
        else:
            message = _("%(owed)s från %(unit)s för %(subject)s, som inte är helt uppnått.")
        yield asked.finding(MISSING_CAUSE, message, unit, owed)
