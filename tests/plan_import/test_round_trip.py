"""Out and in again: the same plan, whatever it holds."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup.core.richtext import from_text
from goals.models import Goal, GoalContribution, GoalUnit, Plan
from reports.commands.plan_import import known_ids
from reports.demo.load import FIXTURES
from reports.models import Assessment, AssessmentReference, Attachment, DataTable, DataTableRow
from reports.plan_book.reading import fixture_books, read_fixture, read_workbook
from reports.plan_book.stored import stored_book
from reports.plan_book.writing import write_workbook
from tests.builders import (
    a_committee,
    a_goal,
    a_level,
    a_measurement,
    a_municipality,
    a_plan,
    a_report,
    a_round,
    a_section,
    a_target,
    a_unit,
    an_assessment,
    an_assignment,
    an_indicator,
)
from tests.plan_import.books import only, read_in

BOOKS = fixture_books(FIXTURES)


def through_a_workbook(book):
    return read_workbook(BytesIO(write_workbook(book)), known_ids)


def said(book):
    """What stands in the rows of each sheet, without the columns that are empty everywhere or left out."""
    return {
        sheet: [{heading: value for heading, value in row.values.items() if value} for row in rows]
        for sheet, rows in book.rows.items()
        if rows
    }


@pytest.mark.django_db
@pytest.mark.parametrize("path", BOOKS, ids=[path.stem for path in BOOKS])
def test_every_demo_committee_exported_and_read_in_is_unchanged(path):
    plan = read_in(read_fixture(path)).plan
    exported = stored_book(plan)
    again = read_in(through_a_workbook(exported))
    assert only(again) == {}
    assert again.changes.warnings == ()


words = st.text(alphabet="abcÅÄÖåäö =+-*'\"<>&%§1,.–€😀", min_size=1, max_size=15).map(str.strip).filter(bool)
maybe = st.one_of(st.just(""), words)
long_words = st.lists(words, max_size=3).map("\n\n".join).map(from_text)
numbers = st.decimals(Decimal("-99999999.9999"), Decimal("99999999.9999"), places=4)
pick = st.integers(0, 99)


@st.composite
def plans(draw):
    """A random plan, stored, with something on most sheets. References go to whichever row a drawn number falls on."""
    committee = a_committee(municipality=a_municipality(name=draw(words)), name=draw(words))
    units = [a_unit(committee, f"E{number}", name=draw(words)) for number in range(draw(st.integers(0, 3)))]
    plan = a_plan(committee, title=draw(words), introduction=draw(long_words), word_achieved=draw(maybe))
    levels = [a_level(plan, name=f"{draw(words)} {number}") for number in range(draw(st.integers(1, 3)))]
    goals = _goals(draw, plan, levels, units)
    indicators = _indicators(draw, plan, goals, units)
    assignments = [
        an_assignment(plan, key=f"u {number}", name=draw(words), position=number, due_words=draw(maybe))
        for number in range(draw(st.integers(0, 2)))
    ]
    _follow_up(draw, plan, goals, indicators, assignments, units)
    return plan


def _goals(draw, plan, levels, units):
    goals = []
    for number in range(draw(st.integers(0, 5))):
        parent = goals[-1] if goals and draw(st.booleans()) else None
        goal = a_goal(
            plan,
            level=levels[draw(pick) % len(levels)],
            parent=parent,
            key=f"m{number}",
            number=draw(maybe),
            name=draw(words),
            description=draw(long_words),
            responsible=draw(st.lists(words, max_size=2)),
            year=draw(st.none() | st.integers(1900, 2200)),
        )
        for position, place in enumerate(draw(st.lists(pick, max_size=3)) if units else ()):
            GoalUnit.objects.create(goal=goal, unit=units[place % len(units)], position=position)
        if goals:
            GoalContribution.objects.create(goal=goal, target_goal=goals[draw(pick) % len(goals)], position=1)
        goals.append(goal)
    _put_depth_first(plan)
    return goals


def _put_depth_first(plan):
    below = {}
    for goal in plan.goals.order_by("pk"):
        below.setdefault(goal.parent_id, []).append(goal.pk)
    order, waiting = [], list(reversed(below.get(None, [])))
    while waiting:
        order.append(waiting.pop())
        waiting += reversed(below.get(order[-1], []))
    for position, key in enumerate(order, start=1):
        Goal.objects.filter(pk=key).update(position=position)


def _indicators(draw, plan, goals, units):
    indicators = []
    for number in range(draw(st.integers(0, 3))):
        indicator = an_indicator(
            goals[draw(pick) % len(goals)] if goals and draw(st.booleans()) else None,
            plan=plan,
            key=f"i{number}",
            name=draw(words),
            source=draw(maybe),
            decimals=draw(st.none() | st.integers(0, 6)),
            units=units[: draw(st.integers(0, 2))],
        )
        indicators.append(indicator)
        for year in draw(st.sets(st.integers(2000, 2003))):
            a_target(indicator, year=year, value=draw(numbers), submeasure=draw(maybe))
        for period in draw(st.sets(st.sampled_from(["2022", "2022T2", "2022K3", "2022-08", "2022-01..2022-08"]))):
            a_measurement(
                indicator,
                period,
                sex=draw(st.sampled_from(["total", "women", "men"])),
                value=draw(numbers),
                words=draw(maybe),
                submeasure=draw(maybe),
                is_preliminary=draw(st.booleans()),
                unit=units[0] if units and draw(st.booleans()) else None,
            )
    return indicators


def _follow_up(draw, plan, goals, indicators, assignments, units):
    round = a_round(plan, key="r1", title=draw(words), as_of=date(2017, 8, 31))
    for number, goal in enumerate(goals[:3]):
        answer = an_assessment(
            round,
            goal,
            units[0] if units and draw(st.booleans()) else None,
            ref=draw(maybe),
            status=draw(st.sampled_from(["", "achieved", "not_assessable"])),
            comment=draw(long_words),
            state=draw(st.sampled_from(["draft", "ready", "approved"])),
            position=number + 1,
        )
        for position, row in enumerate(indicators[:1]):
            AssessmentReference.objects.create(assessment=answer, indicator=row, position=position)
    for row in assignments:
        Assessment.objects.create(round=round, assignment=row, status="ongoing", state="ready", position=9)
    report = a_report(round, key="rapport", title=draw(words), subtitle=draw(maybe))
    for _number in range(draw(st.integers(1, 4))):
        a_section(report, title=draw(maybe), content=draw(long_words), level=draw(st.integers(1, 4)))
    if draw(st.booleans()):
        table = DataTable.objects.create(report=report, key="t1", title=draw(maybe), position=1)
        for position in range(draw(st.integers(1, 3))):
            cells = draw(st.lists(st.sampled_from(["", "12,70", "-3", "IU", "=1+1"]), max_size=4))
            while cells and not cells[-1]:
                cells.pop()
            DataTableRow.objects.create(table=table, position=position, kind="row", label=draw(maybe), cells=cells)
    Attachment.objects.create(report=report, title=draw(words), position=1)


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_any_plan_comes_back_the_same_and_makes_the_same_in_an_empty_database(data):
    with transaction.atomic():
        plan = data.draw(plans())
        exported = stored_book(Plan.objects.get(pk=plan.pk))
        book = through_a_workbook(exported)
        assert only(read_in(book)) == {}
        transaction.set_rollback(True)
    with transaction.atomic():
        made = read_in(through_a_workbook(exported)).plan
        assert said(stored_book(made)) == said(exported)
        transaction.set_rollback(True)


def test_answers_of_one_place_stand_in_the_order_of_what_they_are_about_with_any_database(world):
    """Such as those that were written in the browser, whatever came first; what has no unit stands last."""
    first, second, third = world.goals
    indicator, assignment = an_indicator(first, is_assessed=True), an_assignment(world.plan)
    for goal, unit in ((third, world.afi), (first, None), (first, world.ifo), (first, world.afi), (second, world.ifo)):
        an_assessment(world.round, goal, unit)
    an_assessment(world.round, None, world.afi, assignment=assignment)
    an_assessment(world.round, None, world.afi, indicator=indicator)
    names = ("Mål", "Indikator", "Uppdrag", "Enhet")
    rows = stored_book(world.plan).of("Bedömningar")
    assert [tuple(row.text(name) for name in names) for row in rows] == [
        (first.key, "", "", "AFI"),
        (first.key, "", "", "IFO"),
        (first.key, "", "", ""),
        (second.key, "", "", "IFO"),
        (third.key, "", "", "AFI"),
        ("", indicator.key, "", "AFI"),
        ("", "", assignment.key, "AFI"),
    ]
