"""Every text that the report shows, in plain words, with where it stands. Pure; for the checks that read prose."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from followup.core.richtext import plain_lines
from reports.build.facts import AssessmentFact, ReportFacts
from reports.build.material import is_reported
from reports.checks.finding import About, Place
from reports.checks.named_tables import sections_of_tables
from reports.checks.scope import Scope, SubjectFact, capitalised
from reports.choices import SectionKind

PARTS = ("comment", "overall_view", "cause", "measure", "forecast")


@dataclass(frozen=True, slots=True)
class Text:
    """`plain` is on one line; `html` is empty where the text never was rich.

    `lines` stand for themselves: a rich text's paragraphs, headings and items, else the whole text.
    `answer` and `subject` are what it belongs to, where it is part of an answer; `part` is then one of `PARTS`.
    """

    place: Place
    plain: str
    html: str = ""
    part: str = ""
    answer: AssessmentFact | None = None
    subject: SubjectFact | None = None
    lines: tuple[str, ...] = ()


def _worded(place: Place, words: str) -> Text:
    return Text(place, words, lines=(words,))


def _rich(
    place: Place, html: str, part: str = "", answer: AssessmentFact | None = None, subject: SubjectFact | None = None
) -> Text:
    lines = plain_lines(html)
    return Text(place, " ".join(lines), html, part, answer, subject, lines)


def texts_of(scope: Scope) -> tuple[Text, ...]:
    """In the report's order: its head, sections, answers handed in, footnotes, tables. Empty texts are left out."""
    return scope.once(_texts)


def plan_texts_of(scope: Scope) -> tuple[Text, ...]:
    """What the plan says of the goals and indicators shown: names, descriptions, remarks and figures in words."""
    return scope.once(_plan_texts)


def _texts(scope: Scope) -> tuple[Text, ...]:
    found = [*_head(scope.report), *_sections(scope.report), *_answers(scope), *_notes(scope), *_tables(scope)]
    return tuple(text for text in found if text.plain)


def _plan_texts(scope: Scope) -> tuple[Text, ...]:
    return tuple(text for text in (*_goals(scope), *_indicators(scope), *_figures(scope)) if text.plain)


def _goals(scope: Scope) -> Iterator[Text]:
    for goal in scope.goals_in_order():
        place = scope.place(goal, about=About.PLAN)
        yield _worded(place, goal.name)
        yield _rich(place, goal.description)


def _indicators(scope: Scope) -> Iterator[Text]:
    for indicator in scope.indicators_in_order():
        place = scope.place(indicator, about=About.PLAN)
        yield _worded(place, indicator.name)
        yield _rich(place, indicator.description)
        yield _worded(place, indicator.source)


def _figures(scope: Scope) -> Iterator[Text]:
    for item in scope.report.measurements:
        if item.indicator_id in scope.indicators:
            indicator = scope.material.indicators[item.indicator_id]
            place = scope.place(indicator, unit_id=item.unit_id, about=About.OUTCOME, period=item.period)
            yield _worded(place, item.words)
            yield _worded(place, item.remark)


def _head(report: ReportFacts) -> Iterator[Text]:
    place = Place(_("Rapporten"), About.REPORT)
    yield _worded(place, report.title)
    yield _worded(place, report.subtitle)


def _sections(report: ReportFacts) -> Iterator[Text]:
    for section in report.sections:
        words = section.title or capitalised(str(SectionKind(section.kind).label))
        place = Place(words, About.SECTION, section_id=section.id)
        yield _worded(place, section.title)
        yield _rich(place, section.content)


def _answers(scope: Scope) -> Iterator[Text]:
    for answer in scope.report.assessments:
        subject = _subject(scope, answer)
        if subject is None or not is_reported(answer):
            continue
        place = scope.place(subject, unit_id=answer.unit_id)
        for part in PARTS:
            yield _rich(place, getattr(answer, part), part, answer, subject)


def _subject(scope: Scope, answer: AssessmentFact) -> SubjectFact | None:
    material = scope.material
    if answer.goal_id is not None:
        return material.goals.get(answer.goal_id) if answer.goal_id in scope.judged_goals else None
    if answer.indicator_id is not None:
        shown = scope.judged_indicators | scope.indicators
        return material.indicators.get(answer.indicator_id) if answer.indicator_id in shown else None
    if answer.assignment_id in scope.assignments:
        return material.assignments.get(answer.assignment_id)
    return None


def _notes(scope: Scope) -> Iterator[Text]:
    for indicator in scope.indicators_in_order():
        yield Text(scope.place(indicator, about=About.PLAN), indicator.footnote)


def _tables(scope: Scope) -> Iterator[Text]:
    """Mended in the first section that shows the table."""
    sections = sections_of_tables(scope)
    for table in scope.report.tables:
        for number, row in enumerate(table.rows, start=1):
            words = _("%(table)s, rad %(row)d") % {"table": table.title or table.key, "row": number}
            place = Place(words, About.TABLE, section_id=sections.get(table.key), table=table.key)
            for text in (row.label, *row.cells):
                yield _worded(place, text)
