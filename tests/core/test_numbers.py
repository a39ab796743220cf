from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.numbers import NumberFault, format_number, parse_number

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 593 404", "1593404"),
        ("-12,7", "-12.7"),
        ("−12,7", "-12.7"),
        ("- 12,7", "-12.7"),
        ("+3,2", "3.2"),
        ("81,2 %", "81.2"),
        ("81,2%", "81.2"),
        ("  42  ", "42"),
        ("1593404", "1593404"),
        ("1 593,25", "1593.25"),
        ("12.5", "12.5"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("1 234.567", "1234.567"),
        ("1,234", "1.234"),
        ("0", "0"),
        ("007", "7"),
    ],
)
def test_a_swedish_number_is_read(text, number):
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\t"])
def test_any_kind_of_space_parts_thousands_and_percent(space):
    assert parse_number(f"{space}1{space}593{space}404,5{space}%{space}") == Decimal("1593404.5")


def test_the_decimals_are_kept_as_typed():
    assert str(parse_number("12,70")) == "12.70"


@pytest.mark.parametrize("text", ["-0", "−0,00"])
def test_there_is_no_negative_zero(text):
    assert not parse_number(text).is_signed()


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "%", ",", "tolv", "12 st", "inf", "-Infinity", "nan", "NaN", "1e3", "1E3", "0x10", "1_000"),
        *("1.234,5", "1,234.5", "1,2,3", "1.2.3", ",5", "5,", "1..2", "--1", "1-2", "12-", "81 % %", "%81", ">98 %"),
        *("15 93", "1 5934", "1  593", "1593 404", "0,123 456", "1 593 40", "1 , 5"),
        *("１２", "١٢", "²", "½", "–5"),
    ],
)
def test_what_is_no_number_is_refused_with_what_is_allowed(text):
    with pytest.raises(NumberFault) as fault:
        parse_number(text)
    assert f"”{text.strip()}” är inte ett tal" in str(fault.value)
    assert "1 593 404, -12,7 eller 81,2 %." in str(fault.value)


@pytest.mark.parametrize("text", ["1.234", "-12.345", "999.000"])
def test_a_point_that_may_part_thousands_is_refused(text):
    with pytest.raises(NumberFault, match="kan läsas på två sätt"):
        parse_number(text)


def test_both_readings_of_an_ambiguous_point_are_offered():
    with pytest.raises(NumberFault, match="Skriv 1 234 om det är tusental, eller 1,234"):
        parse_number("1.234")


@pytest.mark.parametrize(
    "text", ["9" * 15, "0" * 30 + "9" * 15, "0," + "1" * 10, "12345," + "1" * 10, "9" * 14 + ",5", "9" * 15 + ",00"]
)
def test_as_many_digits_as_are_allowed_are_read(text):
    assert parse_number(text) == Decimal(text.replace(",", "."))


@pytest.mark.parametrize("text", ["1" + "0" * 15, "0," + "1" * 11, "123456," + "1" * 10, "9" * 15 + ",5"])
def test_too_many_digits_are_refused(text):
    with pytest.raises(NumberFault, match="högst 15 i allt, varav högst 10 decimaler"):
        parse_number(text)


def test_a_long_faulty_text_is_shortened_in_the_message():
    with pytest.raises(NumberFault) as fault:
        parse_number("ord " * 1000)
    assert len(str(fault.value)) < 300


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "shown"),
    [
        ("1593404", 0, "", f"1{NBSP}593{NBSP}404"),
        ("1000", None, "", f"1{NBSP}000"),
        ("999", 0, "", "999"),
        ("-12.7", 1, "", "−12,7"),
        ("-1234.5", 1, "tkr", f"−1{NBSP}234,5"),
        ("81.2", 1, "%", f"81,2{NBSP}%"),
        ("81.2", 1, " % ", f"81,2{NBSP}%"),
        ("81.2", 1, "procentenheter", "81,2"),
        ("12", 2, "", "12,00"),
        ("12.70", None, "", "12,70"),
        ("12", None, "", "12"),
        ("1E+3", None, "", f"1{NBSP}000"),
        ("1E-7", None, "", "0,0000001"),
        ("1E+40", 2, "", NBSP.join(["10", *["000"] * 13]) + ",00"),
        ("0", 1, "%", f"0,0{NBSP}%"),
        ("12345.678901", None, "", f"12{NBSP}345,678901"),
    ],
)
def test_a_number_is_shown_in_swedish(value, decimals, unit, shown):
    assert format_number(Decimal(value), decimals, unit) == shown


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.5", 0, "−1"),
        ("0.449", 1, "0,4"),
        ("999.95", 1, f"1{NBSP}000,0"),
    ],
)
def test_half_is_rounded_away_from_zero_and_only_once(value, decimals, shown):
    assert format_number(Decimal(value), decimals) == shown


@pytest.mark.parametrize("value", ["-0.04", "-0", "-0.0"])
def test_a_zero_has_no_minus(value):
    assert format_number(Decimal(value), 1) == "0,0"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_never_shown(value):
    with pytest.raises(ValueError, match="cannot be shown"):
        format_number(Decimal(value), 1)


NUMBERS = st.decimals(min_value=-(10**8), max_value=10**8, allow_nan=False, allow_infinity=False, places=6)


@given(NUMBERS, st.integers(0, 6), st.sampled_from(["", "%", "tkr"]))
def test_a_shown_number_is_read_back_as_the_rounded_one(value, decimals, unit):
    with localcontext(prec=60):
        rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert parse_number(format_number(value, decimals, unit)) == rounded


@given(st.decimals(allow_nan=False, allow_infinity=False), st.none() | st.integers(0, 10))
def test_a_shown_number_is_never_in_scientific_notation(value, decimals):
    assert "E" not in format_number(value, decimals).upper()


@given(st.text())
def test_any_text_is_a_finite_number_or_a_fault(text):
    try:
        number = parse_number(text)
    except NumberFault:
        return
    assert number.is_finite()
