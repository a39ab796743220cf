"""Reading everything that the entry page shows: the same number of queries whatever the number of goals."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from followup.core.choices import AuditAction
from followup.core.dates import format_moment
from followup.core.faults import Locked
from followup.core.models import AuditEvent, Unit
from goals.models import Goal
from indicators.models import Indicator, Measurement, Target
from reports.choices import AnswerState
from reports.commands.assessments import check_open
from reports.forms.answer import AnswerForm
from reports.forms.outcome import OutcomeRow, OutcomeSheet
from reports.models import Assessment, Round
from reports.round_periods import period_for
from reports.views.entry.figures import Known, outcome_rows, target_words
from reports.views.entry.judged import Judged, judged, texts_of
from reports.views.entry.page import EntryPage, GoalPart, IndicatorLine, anchor


class _Figures(NamedTuple):
    """By goal: the lines of all its indicators, and the rows of those that the unit measures."""

    lines: dict[int, list[IndicatorLine]]
    rows: dict[int, list[OutcomeRow]]


def goals_of(round: Round, unit: Unit) -> list[Goal]:
    """The goals that the unit answers in the round, in plan order, without those closed by then. One query."""
    standing = Goal.objects.filter(plan_id=round.plan_id).standing_on(round.as_of)
    return list(standing.answered_by(unit).in_plan_order())


def entry_page(round: Round, unit: Unit, today: date) -> EntryPage:
    """The page as it stands, with a form for every answer that can be changed. At most ten queries."""
    goals = goals_of(round, unit)
    answers = {
        item.goal_id: item
        for item in Assessment.objects.filter(round=round, unit=unit, goal__in=goals, ref="").select_related(
            "updated_by", "returned_by", "approved_by"
        )
    }
    previous = _previous(round, unit, goals)
    figures = _figures(round, unit, goals)
    page = EntryPage(round=round, unit=unit, today=today, parts=[], lock=lock_of(round), reopened=_reopened(round))
    for goal in goals:
        part = GoalPart(
            goal=goal,
            plan=round.plan,
            indicators=figures.lines[goal.pk],
            previous=previous.get(goal.pk),
            assessment=answers.get(goal.pk),
            sheet=OutcomeSheet(figures.rows[goal.pk]),
        )
        if not page.lock and part.state != AnswerState.APPROVED:
            part.form = AnswerForm(plan=round.plan, assessment=part.assessment, auto_id=f"{anchor(goal)}-%s")
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


def _previous(round: Round, unit: Unit, goals: list[Goal]) -> dict[int, Judged]:
    """By goal: what the unit said in the nearest earlier round, of the goal or of its predecessor."""
    asked = {goal.pk: goal.pk for goal in goals}
    predecessors = {goal.predecessor_id: goal.pk for goal in goals if goal.predecessor_id}
    earlier = (
        Assessment.objects.filter(unit=unit, goal__in={*asked, *predecessors}, ref="", round__as_of__lt=round.as_of)
        .select_related("round", "plan")
        .order_by("-round__as_of", "-round_id", "pk")
    )
    found: dict[int, Judged] = {}
    for item in earlier:
        for goal_id in (asked.get(item.goal_id or 0), predecessors.get(item.goal_id or 0)):
            if goal_id is not None and goal_id not in found and (item.status or texts_of(item, item.plan)):
                found[goal_id] = judged(item, item.plan, item.round.title)
    return found


def _figures(round: Round, unit: Unit, goals: list[Goal]) -> _Figures:
    indicators = list(Indicator.objects.filter(goal__in=goals).in_plan_order())
    measured = set(Indicator.objects.filter(goal__in=goals).measured_by(unit).values_list("pk", flat=True))
    successors = {item.predecessor_id: item.pk for item in indicators if item.predecessor_id}
    ids = {item.pk for item in indicators}
    targets: dict[int, list[Target]] = defaultdict(list)
    for target in Target.objects.filter(Q(unit=unit) | Q(unit=None), indicator__in=ids):
        targets[target.indicator_id or 0].append(target)
    outcomes: dict[int, list[Measurement]] = defaultdict(list)
    for item in Measurement.objects.filter(
        Q(unit=unit) | Q(unit=None), indicator__in={*ids, *successors}
    ).in_series_order():
        for indicator_id in {item.indicator_id, successors.get(item.indicator_id)} & ids:
            outcomes[indicator_id].append(item)
    figures = _Figures(defaultdict(list), defaultdict(list))
    for indicator in indicators:
        goal_id = indicator.goal_id or 0
        figures.lines[goal_id].append(
            IndicatorLine(
                name=str(indicator),
                group=indicator.group,
                target=target_words(indicator, targets[indicator.pk], round.as_of.year, unit.pk),
            )
        )
        if indicator.pk in measured:
            period = period_for(indicator.frequency, round.kind, round.as_of)
            known = Known(unit.pk, targets[indicator.pk], outcomes[indicator.pk])
            figures.rows[goal_id].extend(outcome_rows(indicator, known, period))
    return figures
