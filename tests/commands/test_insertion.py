"""Thousands of new rows at once, which go past the ORM: the same rows as by it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from followup.core.commands.bulk import insert_rows
from followup.core.commands.insertion import PLAIN_FROM, insert
from followup.core.commands.row_faults import RowsRefused
from followup.core.periods import parse_period
from goals.models import Goal
from indicators.models import Indicator, Measurement
from tests.builders import a_measurement, an_indicator


def figures(indicator, number):
    """As many, month by month from the year 1900, with all kinds of values."""
    months = [parse_period(f"{1900 + month // 12}-{1 + month % 12:02}") for month in range(number)]
    return [
        Measurement(
            plan=indicator.plan,
            indicator=indicator,
            period=month.code,
            period_from=month.first,
            period_through=month.last,
            value=Decimal(place) / 4 if place % 3 else None,
            words="" if place % 3 else 'Å "citat"\t\\N; rad ett\nrad två',
            is_preliminary=place % 2 == 0,
        )
        for place, month in enumerate(months)
    ]


def stored(rows):
    names = [field.attname for field in Measurement._meta.concrete_fields if not field.primary_key]
    found = Measurement.objects.filter(pk__in=[row.pk for row in rows]).order_by("pk").values_list(*names)
    stamps = [at for at, name in enumerate(names) if name.endswith("_at")]
    return [tuple(value for at, value in enumerate(row) if at not in stamps) for row in found]


def test_many_rows_are_stored_as_few_are(world, cast):
    few, many = an_indicator(world.goals[0]), an_indicator(world.goals[0])
    by_the_orm, plain = figures(few, PLAIN_FROM - 1), figures(many, PLAIN_FROM - 1)
    extra = figures(many, PLAIN_FROM)[-1:]
    insert_rows(rows=by_the_orm, by=cast.controller)
    insert_rows(rows=plain + extra, by=cast.controller)
    place = [field.attname for field in Measurement._meta.concrete_fields if not field.primary_key].index(
        "indicator_id"
    )
    ours = [(*row[:place], few.pk, *row[place + 1 :]) for row in stored(plain)]
    assert ours == stored(by_the_orm)


def test_each_row_gets_a_key_of_its_own_and_its_history(world, cast):
    indicator = an_indicator(world.goals[0])
    before = a_measurement(indicator, period="2030", value=1)
    rows = figures(indicator, PLAIN_FROM)
    insert_rows(rows=rows, by=cast.controller)
    after = a_measurement(indicator, period="2031", value=1)
    keys = [row.pk for row in rows]
    assert keys == sorted(set(keys))
    assert before.pk < keys[0]
    assert keys[-1] < after.pk
    assert not any(row._state.adding for row in rows)
    history = Measurement.history.filter(history_type="+", history_user=cast.controller)
    assert list(history.order_by("id").values_list("id", flat=True)) == keys
    rows[7].refresh_from_db()
    assert (rows[7].period_from, rows[7].value) == (date(1900, 8, 1), Decimal("1.75"))


def test_lists_are_stored_as_lists(world, cast):
    goal = world.goals[0]
    rows = [
        Goal(plan=world.plan, level=goal.level, key=f"x{number}", name=f"Mål {number}", responsible=["Ann", "Å, Ö"])
        for number in range(PLAIN_FROM)
    ]
    insert_rows(rows=rows, by=cast.controller)
    assert list(Goal.objects.get(pk=rows[-1].pk).responsible) == ["Ann", "Å, Ö"]


def test_what_the_database_refuses_is_told_in_words_and_nothing_is_kept(world, cast):
    rows = figures(an_indicator(world.goals[0]), PLAIN_FROM)
    twice = [*rows, figures(rows[0].indicator, 1)[0]]
    with pytest.raises(RowsRefused), transaction.atomic():
        insert_rows(rows=twice, by=cast.controller)
    assert not Measurement.objects.filter(indicator=rows[0].indicator).exists()


def test_a_fault_of_the_database_is_django_s_own(world):
    rows = [
        Indicator(plan=world.plan, committee=world.committee, goal=world.goals[0], name="x") for _each in range(1000)
    ]
    for row in rows:
        row.key = "same"
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(rows)


def test_three_times_as_many_take_no_more_statements(world):
    counts = []
    for number in (PLAIN_FROM, 3 * PLAIN_FROM):
        rows = figures(an_indicator(world.goals[0]), number)
        for row in rows:
            row.inherit_owner()
        with CaptureQueriesContext(connection) as captured:
            insert(rows)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 2
