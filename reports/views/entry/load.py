"""Reading what the entry pages show: the same number of queries whatever is asked for."""

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
from followup.core.statements import Given
from goals.models import Goal
from goals.querysets import GoalQuerySet
from indicators.models import Indicator
from indicators.querysets import IndicatorQuerySet
from reports.asked import Key
from reports.choices import AnswerState
from reports.commands.assessments import TEXTS, check_open
from reports.forms.answer import AnswerForm
from reports.forms.measures import MeasuresForm
from reports.forms.outcome import OutcomeRow, OutcomeSheet
from reports.models import Assessment, Round
from reports.subjects import kind_of
from reports.views.entry.context.page import context_of
from reports.views.entry.figures import target_words
from reports.views.entry.known import known_of, rows_in_round
from reports.views.entry.page import EntryPage
from reports.views.entry.parts import IndicatorLine, Item, Part


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
    goals = list(asked_goals(round, unit).in_plan_order())
    in_question = Q(goal__in=[goal.pk for goal in goals]) | Q(is_asked_of_unit=True)
    indicators = _indicators_for(round, unit).filter(in_question).select_related("goal").in_plan_order()
    return _Asked(goals, list(indicators))


def asked_goals(round: Round, unit: Unit | Given) -> GoalQuerySet:
    """The goals that the unit judges in the round."""
    return _standing(round).answered_by(unit)


def asked_indicators(round: Round, unit: Unit | Given) -> IndicatorQuerySet:
    """The indicators that the unit judges by themselves in the round."""
    return _indicators_for(round, unit).filter(is_asked_of_unit=True)


def _indicators_for(round: Round, unit: Unit | Given) -> IndicatorQuerySet:
    of_standing = Q(goal__isnull=True) | Q(goal__in=_standing(round))
    return Indicator.objects.filter(of_standing, plan_id=round.plan_id).concerning(unit)


def _standing(round: Round) -> GoalQuerySet:
    return Goal.objects.filter(plan_id=round.plan_id).standing_on(round.as_of)


def entry_page(round: Round, unit: Unit, today: date, *, only_left: bool = False) -> EntryPage:
    """The list of all that the unit is asked for, with how far it has come. Five queries at most."""
    asked = _asked(round, unit)
    answers: dict[Key, Assessment] = {}
    for answer in Assessment.objects.filter(round=round, unit=unit).plain_first().defer(*TEXTS):
        answers.setdefault(answer.subject_key, answer)
    items = [Item(subject, round.plan, answers.get((kind_of(subject), subject.pk))) for subject in asked.subjects]
    named = {goal.pk for goal in asked.goals}
    for item in items:
        if item.goal is not None and item.goal.pk not in named:
            item.heading = item.goal
            named.add(item.goal.pk)
    return EntryPage(
        round=round,
        unit=unit,
        today=today,
        items=items,
        only_left=only_left,
        lock=lock_of(round),
        reopened=_reopened(round),
    )


def part_of(page: EntryPage, key: Key) -> Part:
    """What is being answered, with a form where it can be changed. Ten queries at most; 404 where it is not asked."""
    round, unit = page.round, page.unit
    item = page.item_or_404(key)
    people = ("updated_by", "returned_by", "approved_by")
    answers = Assessment.objects.filter(round=round, unit=unit).on(*key).plain_first().select_related(*people)
    answer = answers.first()
    indicators = _indicators_of(item.subject, unit)
    figures = _Figures(round, unit, indicators)
    page.part = Part(
        subject=item.subject,
        plan=round.plan,
        assessment=answer,
        heading=item.heading,
        indicators=figures.lines(item.subject),
        measured=indicators,
        all_rows=[row for each in indicators for row in figures.rows_of(each)],
        target=figures.target(item.subject) if isinstance(item.subject, Indicator) else "",
        context=context_of(round, unit, item.subject, answer),
        sheet=OutcomeSheet(figures.rows(item.subject)),
    )
    if not page.lock and page.part.state != AnswerState.APPROVED:
        page.part.form = AnswerForm(plan=round.plan, assessment=answer)
        page.part.measures_form = MeasuresForm(page.part.context.measures)
        page.part.saw_answer()
    return page.part


def _indicators_of(subject: Goal | Indicator, unit: Unit) -> list[Indicator]:
    """A goal's indicators, or the one. One query at most."""
    if isinstance(subject, Indicator):
        return [subject]
    return list(Indicator.objects.filter(goal=subject).concerning(unit).in_plan_order())


def lock_of(round: Round) -> str:
    """Why the round takes no answers, empty where it does. No query for one that is open and read `with_lock`."""
    if round.is_open and getattr(round, "has_lock", True) is False:
        return ""
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


class _Figures:
    """Targets and outcomes of the indicators in question. Two queries."""

    def __init__(self, round: Round, unit: Unit, indicators: Sequence[Indicator]) -> None:
        self.round, self.unit = round, unit
        self._of_goal: dict[int | None, list[Indicator]] = defaultdict(list)
        for indicator in indicators:
            self._of_goal[indicator.goal_id].append(indicator)
        self._known = known_of(indicators, unit)

    def lines(self, subject: Goal | Indicator) -> list[IndicatorLine]:
        """A goal's indicators, to read."""
        if isinstance(subject, Indicator):
            return []
        return [
            IndicatorLine(name=str(each), group=each.group, target=self.target(each))
            for each in self._of_goal[subject.pk]
        ]

    def target(self, indicator: Indicator) -> str:
        return target_words(indicator, self._known[indicator.pk].targets, self.round.as_of.year, self.unit.pk)

    def rows(self, subject: Goal | Indicator) -> list[OutcomeRow]:
        """The figures that stand with an indicator asked for by itself, else with its goal."""
        if isinstance(subject, Indicator):
            return self.rows_of(subject)
        own = [each for each in self._of_goal[subject.pk] if not each.is_asked_of_unit]
        return [row for each in own for row in self.rows_of(each)]

    def rows_of(self, indicator: Indicator) -> list[OutcomeRow]:
        return rows_in_round(indicator, self._known[indicator.pk], self.round)
