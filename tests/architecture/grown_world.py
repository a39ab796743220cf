"""More of everything around one of everything: what a page lists, and what stands beside what it lists."""

from django.utils import timezone

from reports.choices import Audience
from reports.commands.publishing import publish
from reports.models import CalendarAddress, PlanUpload, ReaderNote
from tests.builders import (
    a_committee,
    a_data_table,
    a_goal,
    a_job,
    a_measurement,
    a_member,
    a_plan,
    a_reader_question,
    a_reminder,
    a_report,
    a_round,
    a_section,
    a_stored_file,
    a_subscription,
    a_substitution,
    a_target,
    a_unit,
    an_assessment,
    an_assignment,
    an_attached_file,
    an_indicator,
    an_invitation,
)

FEW, MANY = 2, 6


def grow(world, cast, place, *, by):
    """`by` more units, goals, indicators, outcomes, answers, sections, rounds, reports, people, committees."""
    units = [a_unit(world.committee, f"E{by}{number}") for number in range(by)]
    goals = [a_goal(world.plan) for _each in range(by)]
    indicators = [an_indicator(goal) for goal in (world.goals[0], *goals)]
    assignments = [an_assignment(world.plan) for _each in range(by)]
    for indicator in indicators:
        a_target(indicator)
        for period in ("2016", "2017"):
            for unit in (None, *units):
                a_measurement(indicator, period, unit=unit)
    for number, unit in enumerate(units):
        reporter = a_member(f"reporter-{by}-{number}", "reporter", world.committee, unit)
        a_member(f"reader-{by}-{number}", "reader", world.committee)
        a_substitution(world.afi, reporter)
        an_invitation(world.committee)
    for unit in units:
        an_assessment(world.round, world.goals[0], unit, **JUDGED)
    for unit in (world.afi, *units):
        for goal in goals:
            an_assessment(world.round, goal, unit, **JUDGED)
        for assignment in assignments:
            an_assessment(world.round, None, unit, assignment=assignment, status="ongoing")
    for number in range(by):
        _around(world, cast, place, number, by)
    for number in range(by):
        _elsewhere(world, cast, number)


JUDGED = {
    "status": "partly_achieved",
    "comment": "<p>En bit på väg.</p>",
    "cause": "<p>Brist på folk.</p>",
    "measure": "<p>Fler anställs.</p>",
    "state": "ready",
}


def _around(world, cast, place, number, by):
    """Of the same report, and reports of earlier rounds beside it."""
    a_section(place.report, content="<p>Mer text.</p>")
    a_data_table(place.report)
    an_attached_file(place.report)
    a_reader_question(place.publication)
    a_reminder(world.round)
    PlanUpload.objects.create(user=cast.controller, name="bok.xlsx", **a_stored_file())
    ReaderNote.objects.create(
        user=cast.reader, report=place.report, anchor=f"rad-{by}-{number}", row_title="Rad", text="Fråga om detta."
    )
    round = a_round(world.plan, state="closed")
    an_assessment(round, world.goals[0], world.afi, **JUDGED | {"state": "approved"})
    _published(round, cast)
    publish(
        report=place.report, audience=Audience.PUBLIC, change_note="Rättad.", accept_warnings=True, by=cast.controller
    )


def _elsewhere(world, cast, number):
    """Another committee of the municipality, and one of another, with what they publish."""
    for committee in (a_committee(municipality=world.committee.municipality), a_committee()):
        plan = a_plan(committee)
        goal = a_goal(plan)
        a_measurement(an_indicator(goal))
        round = a_round(plan)
        an_assessment(round, goal, **JUDGED)
        _published(round, cast)
        reader = a_member(f"reader-{committee.pk}", "reader", committee)
        CalendarAddress.objects.create(user=reader, made_at=timezone.now())
        a_subscription(committee)


def _published(round, cast):
    report = a_report(round)
    a_section(report, kind="goal_table", title="Målen")
    a_section(report, kind="indicator_table", title="Indikatorerna")
    a_section(report, content="<p>Text.</p>")
    publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.superuser)
    a_job(report, version=2)
