"""What was answered, as results: the committee's own first, then the units in their order. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goals.choices import AssignmentStatus, GoalStatus
from reports.build.document import Result, StatusMark, TextPart, TrendMark
from reports.build.facts import AssessmentFact, AssignmentFact, GoalFact, IndicatorFact, PlanWords
from reports.build.material import Material
from reports.build.options import SectionOptions, Shown
from reports.build.selection import includes_unit
from reports.choices import Trend

_TRENDS = {
    Trend.UP: gettext_lazy("uppåt"),
    Trend.UNCHANGED: gettext_lazy("oförändrad"),
    Trend.DOWN: gettext_lazy("nedåt"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A result, and its parts again as comment and forecast (HTML, or empty)."""

    result: Result
    comments: tuple[TextPart, ...]
    forecast: str


def goal_results(material: Material, goal: GoalFact, options: SectionOptions) -> tuple[Result, ...]:
    """A goal's results; a unit that owes an answer is there with neither status nor text."""
    answers = material.goal_answers.get(goal.id, [])
    found = [_told(answer, material, options).result for answer in answers if answer.unit_id is None]
    for unit_id in _order(material, goal.unit_ids):
        if not includes_unit(material, options, unit_id):
            continue
        given = [answer for answer in answers if answer.unit_id == unit_id]
        found += [_told(answer, material, options).result for answer in given]
        if not given and unit_id in goal.unit_ids and material.facts.has_round:
            unit = material.units[unit_id]
            found.append(Result(unit.code, unit.name, is_committee=False, status=None, parts=()))
    return tuple(found)


def units_in_order(material: Material, results: Iterable[tuple[Result, ...]]) -> list[str]:
    """The units that are asked or have answered, in the committee's order, by what is printed for them."""
    order = {unit.code: place for place, unit in enumerate(material.facts.units)}
    found = dict.fromkeys(result.unit for rows in results for result in rows if not result.is_committee)
    return sorted(found, key=lambda unit: order.get(unit, len(order)))


def goal_answers(material: Material, goal: GoalFact, options: SectionOptions) -> tuple[Result, ...]:
    """A goal's results from those who have answered."""
    answered = _answered(material, material.goal_answers.get(goal.id, []), goal.unit_ids, options)
    return tuple(told.result for told in answered)


def indicator_answers(material: Material, indicator: IndicatorFact, options: SectionOptions) -> tuple[Result, ...]:
    """An indicator's results from those who have answered; where another's text answers it, where that stands."""
    answers = material.indicator_answers.get(indicator.id, [])
    return tuple(told.result for told in _answered(material, answers, indicator.unit_ids, options, indicator))


def assignment_answers(material: Material, assignment: AssignmentFact, options: SectionOptions) -> tuple[Result, ...]:
    """An assignment's results, in the same way."""
    return tuple(told.result for told in told_of_assignment(material, assignment, options))


def told_of_assignment(material: Material, assignment: AssignmentFact, options: SectionOptions) -> tuple[Told, ...]:
    """An assignment's results with comment and forecast apart."""
    return _answered(material, material.assignment_answers.get(assignment.id, []), (), options, assignment)


def _answered(
    material: Material,
    answers: Iterable[AssessmentFact],
    first: tuple[int, ...],
    options: SectionOptions,
    subject: IndicatorFact | AssignmentFact | None = None,
) -> tuple[Told, ...]:
    """Those that say something which the section shows."""
    place: dict[int | None, int] = {unit_id: place for place, unit_id in enumerate(_order(material, first))}
    shown = [
        _told(answer, material, options, subject)
        for answer in sorted(answers, key=lambda answer: place.get(answer.unit_id, -1))
        if includes_unit(material, options, answer.unit_id)
    ]
    return tuple(told for told in shown if told.result.status or told.result.parts or told.result.trend)


def _order(material: Material, first: tuple[int, ...]) -> list[int]:
    """All units: those named, in their order, then the others in the committee's."""
    return list(dict.fromkeys((*first, *material.units)))


def _told(
    answer: AssessmentFact,
    material: Material,
    options: SectionOptions,
    subject: IndicatorFact | AssignmentFact | None = None,
) -> Told:
    """The answer as the section shows it: without the parts that `visa=` leaves out."""
    committee, words = material.facts.committee, material.facts.words
    unit = material.units[answer.unit_id] if answer.unit_id is not None else None
    elsewhere = _elsewhere(answer, material, subject)
    comments, forecast = comment_parts(answer, words), answer.forecast
    if elsewhere:
        comments, forecast = (TextPart("", elsewhere),), ""
    if not options.shows(Shown.COMMENTS):
        comments, forecast = (), ""
    has_status = options.shows(Shown.STATUS)
    result = Result(
        unit=answer.unit_words or (unit.code if unit else committee),
        unit_name=unit.name if unit else committee,
        is_committee=unit is None,
        status=mark_of(answer, words) if has_status else None,
        parts=(*comments, *((TextPart(_("Prognos"), forecast),) if forecast else ())),
        ref=answer.ref,
        trend=trend_of(answer) if has_status else None,
    )
    return Told(result, comments, forecast)


def _elsewhere(answer: AssessmentFact, material: Material, subject: IndicatorFact | AssignmentFact | None) -> str:
    """Where the text stands, as HTML, if it is given on something else than `subject`."""
    own: IndicatorFact | AssignmentFact | None = None
    if answer.indicator_id is not None:
        own = material.indicators.get(answer.indicator_id)
    elif answer.assignment_id is not None:
        own = material.assignments.get(answer.assignment_id)
    if subject is None or own is None or own == subject:
        return ""
    return f"<p>{escape(_('Besvaras under %(subject)s.') % {'subject': own.number or own.name})}</p>"


def comment_parts(answer: AssessmentFact, words: PlanWords) -> tuple[TextPart, ...]:
    """The parts of a comment that are written, without the forecast."""
    parts = (
        TextPart("", answer.comment),
        TextPart(words.overall_view, answer.overall_view),
        TextPart(words.cause, answer.cause),
        TextPart(words.measure, answer.measure),
    )
    return tuple(part for part in parts if part.html)


def mark_of(answer: AssessmentFact, words: PlanWords) -> StatusMark | None:
    """The status in the answer's own words, else the plan's; words alone have no mark."""
    if not answer.status:
        return StatusMark("", answer.status_words) if answer.status_words else None
    if answer.status in GoalStatus.values:
        return StatusMark(answer.status, answer.status_words or words.status[answer.status])
    return StatusMark(answer.status, answer.status_words or str(AssignmentStatus(answer.status).label))


def trend_of(answer: AssessmentFact) -> TrendMark | None:
    return TrendMark(answer.trend, str(_TRENDS[Trend(answer.trend)])) if answer.trend else None
