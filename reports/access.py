"""Loading what the person may see: not visible is 404, visible but not allowed is 403."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, may_in, units_to_lend
from followup.core.models import Committee, Unit
from goals.models import Assignment, Goal, Plan
from indicators.models import Indicator
from reports.choices import SubjectKind
from reports.models import Assessment, Job, Report, Round
from reports.subjects import Subject


def _see(user: AnyUser, committee: Committee) -> None:
    if not may_in(user, Capability.READ_INTERNAL, committee):
        raise Http404


def _follow(user: AnyUser, round: Round) -> None:
    _see(user, round.committee)
    if not may_in(user, Capability.FOLLOW_ROUND, round.committee):
        raise PermissionDenied(_("Du följer inte den här uppföljningen."))


def round_to_follow(user: AnyUser, round_id: int) -> Round:
    """The round, `with_lock`, for those who follow it. Two queries."""
    rounds = Round.objects.select_related("plan", "committee__municipality").with_lock()
    round: Round = get_object_or_404(rounds, pk=round_id)
    _follow(user, round)
    return round


def answer_to_follow(user: AnyUser, round_id: int, assessment_id: int) -> Assessment:
    """An answer in the round, with the round and what was asked, for those who follow the round. Two queries."""
    related = ("round__plan", "round__committee__municipality", "goal__level", "indicator", "assignment", "unit")
    answers = Assessment.objects.select_related(*related)
    answer: Assessment = get_object_or_404(answers, pk=assessment_id, round=round_id)
    _follow(user, answer.round)
    return answer


def round_to_control(user: AnyUser, round_id: int) -> Round:
    """The round, for those who open, close and weigh it together."""
    round = round_to_follow(user, round_id)
    if not may(user, Capability.CONTROL_ROUND, round.committee):
        raise PermissionDenied(_("Det är nämndens controller som gör det här."))
    return round


def unit_to_report(user: AnyUser, round_id: int, unit_id: int) -> tuple[Round, Unit]:
    """The round, `with_lock`, and one of its committee's units, for those who answer for the unit. Three queries."""
    rounds = Round.objects.select_related("plan", "committee__municipality").with_lock()
    round: Round = get_object_or_404(rounds, pk=round_id)
    _see(user, round.committee)
    unit = get_object_or_404(Unit, pk=unit_id, committee_id=round.committee_id)
    if not may(user, Capability.REPORT, round.committee, unit):
        raise PermissionDenied(_("Du rapporterar inte för den här enheten."))
    return round, unit


def unit_to_lend(user: AnyUser, unit_id: int) -> Unit:
    """The unit, for those who may let a colleague report for it. Three queries."""
    unit = get_object_or_404(Unit.objects.select_related("committee__municipality"), pk=unit_id)
    _see(user, unit.committee)
    if not units_to_lend(user).filter(pk=unit.pk).exists():
        raise PermissionDenied(_("Du kan inte utse någon ersättare i den här enheten."))
    return unit


def subject_in_round(round: Round, kind: SubjectKind, subject_id: int) -> Subject:
    """A goal that stands on the round's date, or what belongs to one, or to none. One query."""
    standing = Goal.objects.standing_on(round.as_of)
    free_or_standing = Q(goal__isnull=True) | Q(goal__in=standing)
    found: QuerySet[Goal] | QuerySet[Indicator] | QuerySet[Assignment]
    match kind:
        case SubjectKind.GOAL:
            found = standing.select_related("level")
        case SubjectKind.INDICATOR:
            found = Indicator.objects.filter(free_or_standing).select_related("goal")
        case SubjectKind.ASSIGNMENT:
            found = Assignment.objects.filter(free_or_standing).select_related("goal")
    subject: Subject = get_object_or_404(found, pk=subject_id, plan_id=round.plan_id)
    return subject


def report_to_edit(user: AnyUser, report_id: int) -> Report:
    """The report, for those who compose it."""
    report = get_object_or_404(Report.objects.select_related("plan", "committee__municipality", "round"), pk=report_id)
    _see(user, report.committee)
    if not may(user, Capability.EDIT_REPORT, report.committee):
        raise PermissionDenied(_("Det är nämndens controller som arbetar med rapporten."))
    return report


def job_to_follow(user: AnyUser, report_id: int, job_id: int) -> Job:
    """A piece of long work on the report, for those who compose it. Three queries."""
    report = report_to_edit(user, report_id)
    job: Job = get_object_or_404(Job.objects.select_related("publication__committee"), pk=job_id, report=report)
    job.report = report
    return job


def plan_to_edit(user: AnyUser, committee_slug: str, plan_slug: str) -> Plan:
    """The plan, for those who set it up. Two queries."""
    plans = Plan.objects.select_related("committee__municipality")
    plan = get_object_or_404(plans, committee__slug=committee_slug, slug=plan_slug)
    _see(user, plan.committee)
    if not may(user, Capability.EDIT_PLAN, plan.committee):
        raise PermissionDenied(_("Det är nämndens controller som arbetar med planen."))
    return plan


def round_of_plan(plan: Plan, round_id: int) -> Round:
    return get_object_or_404(Round, pk=round_id, plan_id=plan.pk)


def assignment_of_plan(plan: Plan, assignment_id: int) -> Assignment:
    return get_object_or_404(Assignment, pk=assignment_id, plan_id=plan.pk)


def indicator_of_plan(plan: Plan, indicator_id: int) -> Indicator:
    return get_object_or_404(Indicator.objects.select_related("goal"), pk=indicator_id, plan_id=plan.pk)


def goal_of_plan(plan: Plan, goal_id: int) -> Goal:
    return get_object_or_404(Goal.objects.select_related("level", "parent"), pk=goal_id, plan_id=plan.pk)
