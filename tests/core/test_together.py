"""Several lists in one query are what each of them is alone."""

from datetime import date
from decimal import Decimal

import pytest

from followup.core.models import AuditEvent
from followup.core.together import read_together
from goals.models import Goal
from indicators.models import Measurement
from reports.models import Round, Section
from tests.builders import a_committee, a_goal, a_measurement, a_plan, a_report, a_round, a_section, an_indicator

pytestmark = pytest.mark.django_db

TEXT = 'Ord "inom" \\ <p>å — 😀</p>\n\t1.50'
NUMBERS = ("0", "12", "-0.1", "0.0000000001", "1234567.89", "99999.12345678", "100000000000", "-3.10")


@pytest.fixture
def plan():
    plan = a_plan(a_committee())
    for number in ("2", "1", "3"):
        a_goal(plan, number=number, name=TEXT, responsible=["A; B", '"c"', TEXT])
    indicator = an_indicator(plan.goals.first())
    for year, number in enumerate(NUMBERS, start=2010):
        a_measurement(indicator, str(year), value=Decimal(number), is_preliminary=number == "12", remark=TEXT)
    report = a_report(a_round(plan))
    for options in ({}, {"perioder": ["2018", "2019"], "mål": [TEXT]}):
        a_section(report, options=options)
    return plan


def lists_of(plan):
    return [
        Goal.objects.filter(plan=plan).order_by("-number").values_list("pk", "parent", "name", "responsible", "year"),
        Measurement.objects.order_by("period_through").values_list(
            "pk", "period_from", "value", "numerator", "is_preliminary", "remark"
        ),
        Section.objects.order_by("-pk").values_list("pk", "report__plan_id", "options", "report__title"),
        Round.objects.order_by("pk").values_list("as_of", "opens_on", "pk"),
        Goal.objects.filter(name="finns inte").values_list("pk", "name"),
        Goal.objects.filter(pk__in=[]).values_list("pk"),
    ]


def test_what_each_list_gives_comes_in_one_query(plan, django_assert_num_queries):
    alone = [list(each) for each in lists_of(plan)]
    assert alone[1][0][1] == date(2010, 1, 1)
    assert [len(each) for each in alone] == [3, len(NUMBERS), 2, 1, 0, 0]
    with django_assert_num_queries(1):
        together = read_together(*lists_of(plan))
    assert together == alone
    assert [[list(map(repr, row)) for row in each] for each in together] == [
        [list(map(repr, row)) for row in each] for each in alone
    ]


def test_nothing_is_asked_where_there_can_be_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert read_together(Goal.objects.none().values_list("pk")) == [[]]


def test_a_kind_that_is_not_read_is_refused():
    with pytest.raises(TypeError, match="is not read out of JSON"):
        read_together(AuditEvent.objects.values_list("pk", "at"))


def test_lists_with_too_many_values_to_look_for_are_asked_for_one_by_one(plan, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("followup.core.together.MOST_PARAMETERS", 1)
    lists = lists_of(plan)
    with django_assert_num_queries(len(lists) - 1):  # one of them can have no rows
        found = read_together(*lists)
    assert found == [list(each) for each in lists_of(plan)]
