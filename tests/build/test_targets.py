"""Targets in words, and which of them stands."""

from datetime import date

import pytest

from reports.build.targets import of_the_time, target_cell, target_words, targets_in_words
from tests.reports.facts import a_target_fact

NBSP = "\u00a0"
MINUS = "\u2212"


@pytest.mark.parametrize(
    ("values", "unit", "decimals", "words"),
    [
        ({"value": 80}, "%", 0, f"80{NBSP}%"),
        ({"value": "80.0000000000"}, "%", None, f"80{NBSP}%"),
        ({"value": "1.5000000000"}, "", None, "1,5"),
        ({"value": 1500}, "tkr", 0, f"1{NBSP}500"),
        ({"value": 80, "value_high": 90}, "%", 0, f"80–90{NBSP}%"),
        ({"value": -5, "value_high": 5}, "", 0, f"{MINUS}5 – 5"),
        ({"value": "0.8", "value_high": 1}, "", None, "0,8–1,0"),
        ({"value": 80, "value_high": 80}, "", 0, "80"),
        ({"value": 95, "words": "95 % inom 120 dgr"}, "%", 0, "95 % inom 120 dgr"),
        ({"value": -10, "measured_against": "change_percent"}, "", 0, f"{MINUS}10{NBSP}% mot föregående år"),
        ({"value": 2, "measured_against": "change_percent"}, "", None, f"+2{NBSP}% mot föregående år"),
        ({"value": 2, "measured_against": "change"}, "st", 0, "+2 mot föregående år"),
        ({"value": 2, "measured_against": "change"}, "%", 0, "+2 procentenheter mot föregående år"),
        ({"value": 2, "value_high": 4, "measured_against": "change"}, "", 0, "+2 – +4 mot föregående år"),
        ({"value": 0, "measured_against": "change"}, "", 0, "oförändrat mot föregående år"),
    ],
)
def test_a_target_in_words(values, unit, decimals, words):
    value = values.pop("value")
    high = values.pop("value_high", None)
    target = a_target_fact(1, 2020, value, **values)
    if high is not None:
        target = a_target_fact(1, 2020, value, value_high=type(target.value)(high), **values)
    assert target_words(target, unit, decimals) == words


@pytest.mark.parametrize(
    ("as_of", "years"), [(2019, [2019]), (2020, [2019]), (2017, [2018]), (2021, [2021]), (None, [2018, 2019, 2021])]
)
def test_the_target_of_the_year_stands_else_the_nearest_earlier_else_the_nearest_later(as_of, years):
    targets = [a_target_fact(1, year, year) for year in (2021, 2018, 2019)]
    day = date(as_of, 8, 31) if as_of else None
    assert [target.year for target in of_the_time(targets, day)] == years


def test_several_targets_have_their_years():
    targets = [a_target_fact(1, 2018, 80), a_target_fact(1, 2019, 85)]
    assert targets_in_words(targets, "%", 0) == f"2018: 80{NBSP}%; 2019: 85{NBSP}%"


def test_no_target_is_an_empty_cell():
    assert target_cell([], date(2020, 1, 1), "%", 0).is_empty


def test_the_number_goes_with_the_words_only_where_they_are_that_number():
    day = date(2020, 12, 31)
    assert target_cell([a_target_fact(1, 2020, 80)], day, "%", 0).value == 80
    assert target_cell([a_target_fact(1, 2020, 80, words="Minst 80")], day, "%", 0).value is None
    assert target_cell([a_target_fact(1, 2020, 8, measured_against="change")], day, "%", 0).value is None
