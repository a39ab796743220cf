"""Reading everything that the entry page shows: the same number of queries whatever is asked for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from followup.core.choices import AuditAction
from followup.core.dates import format_moment
from followup.core.faults import Locked
from followup.core.models import AuditEvent, Unit
from goals.models import Goal
from indicators.models import Indicator, Measurement, Target
from reports.asked import Key
from reports.choices import AnswerState, SubjectKind
from reports.commands.assessments import check_open
from reports.forms.answer import AnswerForm
from reports.forms.outcome import OutcomeRow, OutcomeSheet
from reports.models import Assessment, Round
from reports.round_periods import period_for
from reports.subjects import kind_of
from reports.views.entry.figures import Known, outcome_rows, target_words
from reports.views.entry.judged import Judged, judged, texts_of
from reports.views.entry.page import EntryPage
from reports.views.entry.parts import IndicatorLine, Part, anchor


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a unit is asked in a round. `indicators` are those asked for by themselves, and all of the goals'."""

    goals: list[Goal]
    indicators: list[Indicator]

    @property
    def subjects(self) -> list[Goal | Indicator]:
        """In plan order, each goal before its indicators; what belongs to no goal comes last."""
        below: dict[int | None, list[Indicator]] = defaultdict(list)
        goals = {goal.pk: goal for goal in self.goals}
        above = dict(goals)
        for indicator in self.indicators:
            if indicator.is_asked_of_unit:
                below[indicator.goal_id].append(indicator)
                if indicator.goal is not None:
                    above.setdefault(indicator.goal.pk, indicator.goal)
        found: list[Goal | Indicator] = []
        for goal in sorted(above.values(), key=lambda goal: (goal.position, goal.pk)):
            found += [goal] if goal.pk in goals else []
            found += below[goal.pk]
        return [*found, *below[None]]


def _asked(round: Round, unit: Unit) -> _Asked:
    """Two queries. The same rule as in `reports.asked`, for one unit."""
    standing = Goal.objects.filter(plan_id=round.plan_id).standing_on(round.as_of)
    goals = list(standing.answered_by(unit).in_plan_order())
    in_question = Q(goal__in=[goal.pk for goal in goals]) | Q(is_asked_of_unit=True)
    indicators = (
        Indicator.objects.filter(Q(goal__isnull=True) | Q(goal__in=standing), plan_id=round.plan_id)
        .concerning(unit)
        .filter(in_question)
        .select_related("goal")
        .in_plan_order()
    )
    return _Asked(goals, list(indicators))


def entry_page(round: Round, unit: Unit, today: date) -> EntryPage:
    """The page as it stands, with a form for every answer that can be changed. At most eight queries."""
    asked = _asked(round, unit)
    subjects = asked.subjects
    answers: dict[Key, Assessment] = {}
    people = ("updated_by", "returned_by", "approved_by")
    for item in Assessment.objects.filter(round=round, unit=unit).plain_first().select_related(*people):
        answers.setdefault(item.subject_key, item)
    previous = _previous(round, unit, subjects)
    figures = _Figures(round, unit, asked.indicators)
    page = EntryPage(round=round, unit=unit, today=today, parts=[], lock=lock_of(round), reopened=_reopened(round))
    named = {goal.pk for goal in asked.goals}
    for subject in subjects:
        key = (kind_of(subject), subject.pk)
        part = Part(
            subject=subject,
            plan=round.plan,
            indicators=figures.lines(subject),
            previous=previous.get(key),
            assessment=answers.get(key),
            target=figures.target(subject) if isinstance(subject, Indicator) else "",
            sheet=OutcomeSheet(figures.rows(subject)),
        )
        if isinstance(subject, Indicator) and subject.goal is not None and subject.goal.pk not in named:
            part.heading = subject.goal
            named.add(subject.goal.pk)
        if not page.lock and part.state != AnswerState.APPROVED:
            part.form = AnswerForm(plan=round.plan, assessment=part.assessment, auto_id=f"{anchor(subject)}-%s")
        page.parts.append(part)
    return page


def lock_of(round: Round) -> str:
    """Why the round takes no answers, empty where it does."""
    try:
        check_open(round)
    except Locked as fault:
        return str(fault)
    return ""


def _reopened(round: Round) -> str:
    """Why and when the round was opened again, if it was."""
    event = (
        AuditEvent.objects.filter(action=AuditAction.OPENED, object_type="reports.round", object_id=str(round.pk))
        .order_by("-at", "-pk")
        .first()
    )
    if event is None or not event.details.get("skäl"):
        return ""
    return _("Uppföljningen öppnades igen %(when)s: %(reason)s") % {
        "when": format_moment(event.at),
        "reason": event.details["skäl"],
    }


def _previous(round: Round, unit: Unit, subjects: Sequence[Goal | Indicator]) -> dict[Key, Judged]:
    """What the unit said in the nearest earlier round, of the same thing or of its predecessor."""
    asked: dict[Key, Key] = {}
    for subject in subjects:
        kind = kind_of(subject)
        asked[kind, subject.pk] = (kind, subject.pk)
        if subject.predecessor_id:
            asked[kind, subject.predecessor_id] = (kind, subject.pk)
    ids = {kind: [pk for each, pk in asked if each == kind] for kind in (SubjectKind.GOAL, SubjectKind.INDICATOR)}
    earlier = (
        Assessment.objects.filter(
            Q(goal__in=ids[SubjectKind.GOAL]) | Q(indicator__in=ids[SubjectKind.INDICATOR]),
            unit=unit,
            round__as_of__lt=round.as_of,
        )
        .select_related("round", "plan")
        .order_by("-round__as_of", "-round_id", "ref", "unit_words", "pk")
    )
    found: dict[Key, Judged] = {}
    for item in earlier:
        key = asked[item.subject_key]
        if key not in found and (item.is_judged or texts_of(item, item.plan)):
            found[key] = judged(item, item.plan, item.round.title)
    return found


class _Figures:
    """Targets and outcomes of the indicators in question. Two queries."""

    def __init__(self, round: Round, unit: Unit, indicators: Sequence[Indicator]) -> None:
        self.round, self.unit = round, unit
        self._of_goal: dict[int | None, list[Indicator]] = defaultdict(list)
        for indicator in indicators:
            self._of_goal[indicator.goal_id].append(indicator)
        ids = {item.pk for item in indicators}
        successors = {item.predecessor_id: item.pk for item in indicators if item.predecessor_id}
        of_unit = Q(unit=unit) | Q(unit=None)
        self._targets: dict[int, list[Target]] = defaultdict(list)
        for target in Target.objects.filter(of_unit, indicator__in=ids):
            self._targets[target.indicator_id or 0].append(target)
        self._outcomes: dict[int, list[Measurement]] = defaultdict(list)
        for item in Measurement.objects.filter(of_unit, indicator__in={*ids, *successors}).in_series_order():
            for indicator_id in {item.indicator_id, successors.get(item.indicator_id)} & ids:
                self._outcomes[indicator_id].append(item)

    def lines(self, subject: Goal | Indicator) -> list[IndicatorLine]:
        """A goal's indicators, to read."""
        if isinstance(subject, Indicator):
            return []
        return [
            IndicatorLine(name=str(each), group=each.group, target=self.target(each))
            for each in self._of_goal[subject.pk]
        ]

    def target(self, indicator: Indicator) -> str:
        return target_words(indicator, self._targets[indicator.pk], self.round.as_of.year, self.unit.pk)

    def rows(self, subject: Goal | Indicator) -> list[OutcomeRow]:
        """The figures that stand with an indicator asked for by itself, else with its goal."""
        if isinstance(subject, Indicator):
            return self._rows(subject)
        own = [each for each in self._of_goal[subject.pk] if not each.is_asked_of_unit]
        return [row for each in own for row in self._rows(each)]

    def _rows(self, indicator: Indicator) -> list[OutcomeRow]:
        if not indicator.is_measured_by_unit:
            return []
        period = period_for(indicator.frequency, self.round.kind, self.round.as_of)
        known = Known(self.unit.pk, self._targets[indicator.pk], self._outcomes[indicator.pk])
        return outcome_rows(indicator, known, period)
