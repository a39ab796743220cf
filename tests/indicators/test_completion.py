"""What follows from other figures, and what never does."""

from decimal import Decimal

import pytest

from indicators.commands.outcomes import Outcome
from indicators.completion import follows_counts, follows_parts, share_of, with_share, with_total
from indicators.measures import Measure


def number(value, **more):
    return Outcome(value=Decimal(value), **more)


def counts(numerator, denominator, value=None):
    return Outcome(
        value=None if value is None else Decimal(value),
        numerator=Decimal(numerator),
        denominator=Decimal(denominator),
    )


@pytest.mark.parametrize(
    ("numerator", "denominator", "decimals", "share"),
    [("57", "70", 0, "81"), ("1", "8", 1, "12.5"), ("1", "8", 0, "13"), ("57", "70", None, "81.4"), ("0", "9", 1, "0")],
)
def test_a_share_is_rounded_as_the_indicators_figures_with_half_away_from_zero(numerator, denominator, decimals, share):
    assert share_of(Decimal(numerator), Decimal(denominator), decimals) == Decimal(share)


def test_a_share_is_computed_only_where_its_value_is_left_out():
    assert with_share(counts(57, 70), 0).value == 81
    assert with_share(counts(57, 70, 80), 0).value == 80
    assert with_share(Outcome(), 0) == Outcome()


def test_counts_add_up_and_a_preliminary_part_makes_a_preliminary_total():
    total = with_total(Outcome(remark="r"), number(20), number(14, is_preliminary=True), Measure.COUNT, 0)
    assert total == number(34, is_preliminary=True, remark="r")


@pytest.mark.parametrize("measure", [Measure.SHARE, Measure.AVERAGE, Measure.OTHER])
def test_no_total_is_made_of_shares_and_means(measure):
    assert with_total(Outcome(), number(80), number(70), measure, 0) == Outcome()


def test_the_total_of_shares_comes_from_the_counts_behind_them():
    total = with_total(Outcome(), counts(30, 40, 75), counts(10, 60, 17), Measure.SHARE, 0)
    assert total == counts(40, 100, 40)


def test_a_typed_total_keeps_its_value_and_is_given_the_counts():
    total = with_total(number(41), counts(30, 40, 75), counts(10, 60, 17), Measure.SHARE, 0)
    assert total == counts(40, 100, 41)


@pytest.mark.parametrize("total", [Outcome(missing_reason="suppressed"), Outcome(words="IU"), number(35)])
def test_what_the_total_says_itself_stands(total):
    assert with_total(total, number(20), number(14), Measure.COUNT, 0) == total


def test_no_total_without_both_parts():
    assert with_total(Outcome(), number(20), Outcome(missing_reason="suppressed"), Measure.COUNT, 0) == Outcome()
    assert with_total(Outcome(), number(20), Outcome(), Measure.COUNT, 0) == Outcome()


def test_what_was_computed_is_known_again():
    assert follows_parts(number(34), number(20), number(14), Measure.COUNT, 0)
    assert not follows_parts(number(35), number(20), number(14), Measure.COUNT, 0)
    assert not follows_parts(Outcome(), Outcome(), Outcome(), Measure.COUNT, 0)
    assert follows_counts(counts(57, 70, 81), 0)
    assert not follows_counts(counts(57, 70, 80), 0)
    assert not follows_counts(number(81), 0)
