"""What is asked about before it is saved, and what is not."""

from decimal import Decimal

import pytest

from indicators.aims import Aim, Scale
from indicators.commands.outcomes import Outcome
from indicators.comparison import Past, Standing
from indicators.plausibility import question_of_total, questions

SHARE, COUNT, MEAN = Scale("%", 1), Scale("antal", 0), Scale("medelvärde", 1)


def number(value, **more):
    return Outcome(value=None if value is None else Decimal(value), **more)


def after(*values, aim=None):
    return Standing(aim=aim, past=tuple(Past(Decimal(value), "2016") for value in values))


def asked(value, standing, scale, **more):
    return " ".join(questions(number(value, **more), standing, scale)).replace("\u00a0", " ")


@pytest.mark.parametrize(("value", "last", "asks"), [
    ("80", "10", True), ("79", "10", False), ("10", "80", True), ("11", "80", False), ("-80", "-10", True),
    ("0", "10", False), ("10", "0", False), ("-80", "10", False),
])  # fmt: skip
def test_a_leap_of_eight_times_either_way_is_asked_about(value, last, asks):
    assert bool(asked(value, after(last), COUNT)) is asks


def test_only_the_last_figure_counts():
    assert asked("80", after("10", "70"), COUNT) == ""


@pytest.mark.parametrize(("value", "last", "scale", "question"), [
    ("0.812", "81.2", SHARE, "Förra värdet var 81,2 %. Stämmer 0,812 %, eller ska det vara 81,2 %?"),
    ("12.5", "12000", Scale("tkr"), "Förra värdet var 12 000 tkr. Stämmer 12,5 tkr, eller ska det vara 12 500 tkr?"),
    ("12500000", "12000", COUNT, "Förra värdet var 12 000. Stämmer 12 500 000, eller ska det vara 12 500?"),
    ("80", "10", COUNT, "Förra värdet var 10. Stämmer 80?"),
])  # fmt: skip
def test_the_question_says_what_is_known_and_what_may_have_been_meant(value, last, scale, question):
    assert asked(value, after(last), scale) == question


def test_the_first_figure_in_the_wrong_unit_is_told_by_the_target():
    assert asked("0.81", after(aim=Aim(Decimal(80))), SHARE).startswith("Målet är 80 %. Stämmer 0,81 %,")
    assert asked("8", after(aim=Aim(Decimal(80))), SHARE) == ""
    assert asked("0.8", after(aim=Aim(Decimal(80), against="change")), SHARE) == ""


@pytest.mark.parametrize(("value", "asks"), [("100", False), ("100.1", True), ("0", False), ("-0.1", True)])
def test_a_share_lies_between_0_and_100_percent(value, asks):
    assert bool(asked(value, Standing(), SHARE)) is asks
    assert asked(value, Standing(), MEAN) == ""


def test_a_series_that_has_been_outside_before_is_not_asked_about_again():
    assert asked("104", after("103", "99"), SHARE) == ""
    assert asked("-2", after("-1"), SHARE) == ""


@pytest.mark.parametrize(("value", "asks"), [("81", False), ("81.4", False), ("81.43", False), ("82", True)])
def test_a_share_that_its_counts_do_not_give_is_asked_about(value, asks):
    question = asked(value, Standing(), SHARE, numerator=Decimal(57), denominator=Decimal(70))
    assert bool(question) is asks
    if asks:
        assert question == "57 av 70 är 81,4 %. Stämmer 82 %?"


def test_what_is_no_number_is_not_asked_about():
    assert questions(Outcome(missing_reason="not_yet"), after("1"), SHARE) == []
    assert questions(Outcome(value=Decimal(900), words="900 ind."), after("1"), SHARE) == []


@pytest.mark.parametrize(("scale", "women", "men", "total", "asks"), [
    (COUNT, "20", "14", "34", False), (COUNT, "20", "14", "35", True), (COUNT, "20", None, "35", False),
    (SHARE, "80", "70", "75", False), (SHARE, "80", "70", "80", False), (SHARE, "80", "70", "81", True),
    (SHARE, "70", "80", "69.9", True), (MEAN, "3", "4", "5", True), (MEAN, "3", "4", "3.5", False),
    (Scale("dagar"), "3", "4", "99", False), (Scale(""), "3", "4", "99", False),
])  # fmt: skip
def test_the_total_must_go_with_women_and_men(scale, women, men, total, asks):
    assert bool(question_of_total(number(total), number(women), number(men), scale)) is asks


def test_the_sum_is_told():
    question = question_of_total(number(35), number(20), number(14), COUNT)
    assert question == "Kvinnor 20 och män 14 blir tillsammans 34. Stämmer 35?"
