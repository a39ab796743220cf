"""What a `beräkning` row may say, and what it comes to."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.build.arithmetic.expression import (
    ExpressionFault,
    columns_of,
    is_sum,
    parse_expression,
    shown,
    value_of,
)

COLUMNS = {1: Decimal("1500"), 2: Decimal("1300"), 3: Decimal("-443"), 4: Decimal(0)}


def worked(text, columns=COLUMNS):
    return value_of(parse_expression(text), columns)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1-2", "200"),
        ("=1-2", "200"),
        (" = 1 − 2 ", "200"),
        ("1–2", "200"),
        ("1+2-3", "3243"),
        ("1-2-3", "643"),
        ("1-(2-3)", "-243"),
        ("2*100", "130000"),
        ("2×0,5", "650"),
        ("2*0.5", "650"),
        ("1+2*100", "131500"),
        ("(1+2)*100", "280000"),
        ("-1+2", "-200"),
        ("1--3", "1057"),
        ("3", "-443"),
        ("21-20,5", "0.5"),
    ],
)
def test_columns_and_numbers_are_worked_out_as_at_school(text, value):
    assert worked(text) == Decimal(value)


def test_a_share_is_worked_out_exactly_enough_to_be_rounded_later():
    assert worked("2/1*100").quantize(Decimal("0.0001")) == Decimal("86.6667")


def test_a_number_up_to_20_is_a_column_and_any_other_is_itself():
    assert columns_of(parse_expression("1/20*100+21+0+2,5")) == {1, 20}


@pytest.mark.parametrize("text", ["1/4", "4/4", "1-5", "5", "-5", "(1+5)*2"])
def test_nothing_comes_of_a_division_by_zero_or_of_an_empty_column(text):
    assert worked(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "=",
        "1-",
        "+1",
        "1 2",
        "1 000*2",
        "(1",
        "1)",
        "()",
        "1*/2",
        "a-b",
        "1^2",
        "B2-C2",
        "1;2",
        "١-٢",
        "1,",
        "=" * 9,
    ],
)
def test_anything_else_is_refused_in_words(text):
    with pytest.raises(ExpressionFault, match="är ingen uträkning"):
        parse_expression(text)


def test_a_text_of_any_length_is_refused_without_being_worked_on():
    with pytest.raises(ExpressionFault):
        parse_expression("(" * 100_000)


@given(st.text(alphabet="0123456789+-*/()., =−×", max_size=200))
def test_every_text_is_an_expression_or_a_fault(text):
    try:
        value = worked(text)
    except ExpressionFault:
        return
    assert value is None or value.is_finite()


@pytest.mark.parametrize(
    ("text", "adds_up"),
    [("1-2", True), ("-(1+2)-3", True), ("1/2", False), ("1*2", False), ("1+100", False)],
)
def test_only_columns_added_and_subtracted_hold_for_sums_too(text, adds_up):
    assert is_sum(parse_expression(text)) is adds_up


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1-2", "1 500 − 1 300"),
        ("1-3", "1 500 − (−443)"),
        ("=(1 - 2)/2*100", "(1 500 − 1 300) / 1 300 · 100"),
        ("-1+2", "−1 500 + 1 300"),
        ("1*0,5", "1 500 · 0,5"),
    ],
)
def test_it_is_shown_with_the_figures_in_the_columns_places(text, words):
    assert shown(parse_expression(text), {1: "1 500", 2: "1 300", 3: "−443"}) == words
