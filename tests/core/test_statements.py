"""A statement answers as its queryset does, for whatever is told, and its SQL is made once."""

from datetime import date
from decimal import Decimal

from django.db.models import CharField, DateField, Q

from followup.core.statements import Given, Statement
from indicators.models import Measurement
from reports.models import DataTable, DataTableRow
from tests.builders import a_measurement, a_report, an_indicator

SHOWN = ("period", "period_from", "value", "is_preliminary")


def test_it_answers_for_each_that_is_told_and_makes_its_sql_once(world, django_assert_num_queries):
    made = []

    def figures():
        made.append(True)
        return Measurement.objects.filter(indicator=Given("indicator")).order_by("pk").values_list(*SHOWN)

    statement = Statement(figures)
    first, second = an_indicator(world.goals[0]), an_indicator(world.goals[1])
    a_measurement(first, "2016", value=Decimal("2.5")), a_measurement(second, "2017", is_preliminary=True)
    a_measurement(first, "2017", value=None, words="många")
    for indicator in (first, second):
        expected = list(Measurement.objects.filter(indicator=indicator).order_by("pk").values_list(*SHOWN))
        with django_assert_num_queries(1):
            assert statement.rows(indicator=indicator.pk) == expected
    assert statement.rows(indicator=0) == []
    assert made == [True]


def test_days_and_words_are_told_as_their_fields_have_them(world):
    is_shown = Q(period_from__lte=Given("day", DateField())) | Q(period__in=[Given("period", CharField())])
    statement = Statement(lambda: Measurement.objects.filter(is_shown).order_by("pk").values_list("period"))
    for period in ("2016", "2017", "2018", "2019"):
        a_measurement(an_indicator(world.goals[0]), period)
    assert statement.rows(day=date(2017, 1, 1), period="2019") == [("2016",), ("2017",), ("2019",)]
    assert statement.rows(day=date(2015, 12, 31), period="2018' OR 1=1 --") == []


def test_lists_are_read(world):
    table = DataTable.objects.create(report=a_report(world.round), key="drift")
    for cells in (["1", "-2,50"], [], ["1", "-2,50"]):
        DataTableRow.objects.create(table=table, cells=cells)
    rows = DataTableRow.objects.filter(table=Given("table")).order_by("pk").values_list("cells", "kind")
    found = Statement(lambda: rows).rows(table=table.pk)
    assert found == [(["1", "-2,50"], "row"), ([], "row"), (["1", "-2,50"], "row")]
