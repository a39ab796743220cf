"""How far the outcomes of women and men have moved since the period before."""

from datetime import date
from decimal import Decimal

import pytest

from reports.build.movements import Shift, change_words, largest_movements, span_words
from tests.reports.facts import a_figure, an_indicator_fact

SHARE = an_indicator_fact(1, unit_of_measure="%", decimals=0)


def moved(*figures, indicator=SHARE, told=(), as_of=date(2017, 12, 31), most=5):
    return largest_movements([indicator], {indicator.id: figures}, {indicator.id: told}, as_of, most)


def pair(period, women, men, **overrides):
    return [
        a_figure(1, period, value, sex=sex, **overrides)
        for sex, value in (("women", women), ("men", men))
        if value is not None
    ]


def test_women_and_men_are_told_apart_from_the_period_before():
    (found,) = moved(*pair("2015", 10, 10), *pair("2016", 40, 50), *pair("2017", 44, 45))
    assert (found.before.code, found.after.code) == ("2016", "2017")
    assert [shift.change for shift in (found.women, found.men)] == [4, -5]


def test_a_change_is_that_of_the_numbers_as_they_are_shown():
    (found,) = moved(*pair("2016", "12.4", "12.4"), *pair("2017", "13.6", "12.4"))
    assert span_words(found.women, "%") == "12\u00a0% → 14\u00a0%"
    assert change_words(found.women, "%") == "+2 procentenheter"
    assert change_words(found.men, "%") == "oförändrat"


@pytest.mark.parametrize(
    ("before", "after", "decimals", "unit", "words"),
    [
        ("80", "81", 0, "%", "+1 procentenhet"),
        ("80.0", "78.5", 1, "%", "\u22121,5 procentenheter"),
        ("107", "82", 0, "dagar", "\u221225 dagar"),
        ("1000", "2500", 0, "antal", "+1\u00a0500"),
        ("1", "3", 0, "", "+2"),
    ],
)
def test_a_change_has_its_unit_and_its_decimals(before, after, decimals, unit, words):
    assert change_words(Shift(Decimal(before), Decimal(after), decimals), unit) == words


def test_periods_are_compared_with_those_of_the_same_length():
    (found,) = moved(*pair("2016", 1, 1), *pair("2017T1", 10, 10), *pair("2017T2", 12, 12))
    assert (found.before.code, found.after.code) == ("2017T1", "2017T2")
    (found,) = moved(*pair("2016-01..2016-08", 5, 5), *pair("2017T1", 9, 9), *pair("2017-01..2017-08", 6, 6))
    assert (found.before.code, found.after.code) == ("2016-01..2016-08", "2017-01..2017-08")
    assert moved(*pair("2016", 1, 1), *pair("2017T2", 10, 10)) == ()


def test_one_sex_alone_moves_where_the_other_has_no_figure():
    (found,) = moved(*pair("2016", 1, None), *pair("2017", 2, 3))
    assert (found.women.change, found.men) == (1, None)


def test_what_is_in_words_or_for_both_cannot_be_compared():
    assert moved(*pair("2016", 1, 1), *pair("2017", 2, 2, words="ungefär 2")) == ()
    assert moved(a_figure(1, "2016", 1), a_figure(1, "2017", 2)) == ()


def test_what_did_not_move_what_is_old_and_what_was_told_before_is_no_news():
    figures = (*pair("2016", 1, 1), *pair("2017", 2, 2))
    assert moved(*pair("2016", 1, 1), *pair("2017", 1, 1)) == ()
    assert moved(*figures, told=("2017",)) == ()
    assert moved(*figures, as_of=date(2019, 12, 31)) == ()
    assert len(moved(*figures, told=("2016",), as_of=date(2018, 4, 30))) == 1


def test_the_largest_come_first_whatever_their_unit_and_no_more_than_asked_for():
    indicators = [an_indicator_fact(number, decimals=0) for number in (1, 2, 3)]
    values = {1: (100, 110), 2: (1, 2), 3: (1000, 1010)}
    figures = {
        key: [a_figure(key, year, value, sex="women") for year, value in zip(("2016", "2017"), pair_of, strict=True)]
        for key, pair_of in values.items()
    }
    found = largest_movements(indicators, figures, {}, date(2017, 12, 31), 2)
    assert [each.indicator.id for each in found] == [2, 1]


def test_units_and_submeasures_move_by_themselves():
    figures = [
        each
        for unit, submeasure in ((1, ""), (2, ""), (None, "väntetid"))
        for period, value in (("2016", 1), ("2017", 2))
        for each in pair(period, value, value, unit_id=unit, submeasure=submeasure)
    ]
    assert {(each.unit_id, each.submeasure) for each in moved(*figures)} == {(1, ""), (2, ""), (None, "väntetid")}
