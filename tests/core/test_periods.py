from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.periods import PeriodFault, parse_period, period_of

CODES = st.one_of(
    st.from_regex(r"(19|20)[0-9]{2}(T[1-3]|K[1-4]|-0[1-9]|-1[0-2])?", fullmatch=True),
    st.builds(
        lambda year, first, length: f"{year}-{first:02d}..{year + length}-12",
        st.integers(1901, 2100),
        st.integers(1, 12),
        st.integers(0, 3),
    ),
)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2022", (2022, 1, 1), (2022, 12, 31)),
        ("2022T1", (2022, 1, 1), (2022, 4, 30)),
        ("2022T2", (2022, 5, 1), (2022, 8, 31)),
        ("2022T3", (2022, 9, 1), (2022, 12, 31)),
        ("2022K1", (2022, 1, 1), (2022, 3, 31)),
        ("2022K2", (2022, 4, 1), (2022, 6, 30)),
        ("2022K3", (2022, 7, 1), (2022, 9, 30)),
        ("2022K4", (2022, 10, 1), (2022, 12, 31)),
        ("2022-08", (2022, 8, 1), (2022, 8, 31)),
        ("2023-02", (2023, 2, 1), (2023, 2, 28)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2022-01..2022-08", (2022, 1, 1), (2022, 8, 31)),
        ("2021-11..2022-02", (2021, 11, 1), (2022, 2, 28)),
        ("2022-08..2022-08", (2022, 8, 1), (2022, 8, 31)),
        ("1900", (1900, 1, 1), (1900, 12, 31)),
        ("9999-12", (9999, 12, 1), (9999, 12, 31)),
    ],
)
def test_a_code_covers_whole_months(code, first, last):
    period = parse_period(code)
    assert (period.first, period.last, period.code) == (date(*first), date(*last), code)


@pytest.mark.parametrize(("typed", "code"), [("2022t2", "2022T2"), ("2022k3", "2022K3"), (" 2022 ", "2022")])
def test_small_letters_and_surrounding_space_do_not_matter(typed, code):
    assert parse_period(typed).code == code


@pytest.mark.parametrize(
    "text",
    [
        *("", "22", "20222", "1899", "1899-12", "0000", "i år", "2022T0", "2022T4", "2022K0", "2022K5", "2022-T2"),
        *("2022-0", "2022-8", "2022-00", "2022-13", "202208", "2022/08", "2022-08-31", "2022T", "2022 T2", "２０２２"),
        *("2022-08..2022-01", "2022-01..2021-12", "2022-01..", "..2022-01", "2022-01..08", "2022-01-2022-08"),
        *("2022-01..2022-13", "2022-00..2022-08", "2022T1..2022T2", "2021..2022"),
    ],
)
def test_what_is_no_period_is_refused_with_what_is_allowed(text):
    with pytest.raises(PeriodFault) as fault:
        parse_period(text)
    assert f"”{text}” är inte en period" in str(fault.value)
    assert "2022T1 till 2022T3" in str(fault.value)


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("2022", "2022"),
        ("2022T2", "tertial 2 2022"),
        ("2022K3", "kvartal 3 2022"),
        ("2022-08", "augusti 2022"),
        ("2022-01..2022-08", "januari–augusti 2022"),
        ("2022-08..2022-08", "augusti 2022"),
        ("2021-11..2022-02", "november 2021 – februari 2022"),
    ],
)
def test_a_period_has_a_swedish_label(code, label):
    assert parse_period(code).label() == label


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2022", "2021"),
        ("2022T2", "2021T2"),
        ("2022K3", "2021K3"),
        ("2024-02", "2023-02"),
        ("2022-01..2022-08", "2021-01..2021-08"),
    ],
)
def test_the_year_before_is_the_same_part_of_it(code, before):
    assert parse_period(code).previous_year() == parse_period(before)


def test_there_is_no_year_before_the_first():
    with pytest.raises(PeriodFault):
        parse_period("1900").previous_year()


def test_periods_are_ordered_by_their_first_day_then_their_last():
    codes = ["2021", "2022-01", "2022K1", "2022T1", "2022", "2022-08", "2022K4"]
    assert [str(period) for period in sorted(map(parse_period, reversed(codes)))] == codes


def test_periods_of_the_same_days_are_different_but_have_an_order():
    tertial, months = parse_period("2022T2"), parse_period("2022-05..2022-08")
    assert tertial != months
    assert sorted([tertial, months]) == sorted([months, tertial])


@given(CODES, CODES)
def test_the_order_is_total(one, other):
    a, b = parse_period(one), parse_period(other)
    assert (a < b) + (a == b) + (a > b) == 1


@given(CODES)
def test_a_code_read_again_is_the_same_period(code):
    period = parse_period(code)
    assert parse_period(period.code.lower()) == period
    assert period.first.day == 1
    assert (period.last + timedelta(1)).day == 1


@pytest.mark.parametrize(
    ("frequency", "as_of", "code"),
    [
        ("month", (2022, 8, 31), "2022-08"),
        ("month", (2022, 8, 1), "2022-08"),
        ("quarter", (2022, 3, 31), "2022K1"),
        ("quarter", (2022, 8, 31), "2022K3"),
        ("quarter", (2022, 12, 31), "2022K4"),
        ("tertial", (2022, 4, 30), "2022T1"),
        ("tertial", (2022, 5, 1), "2022T2"),
        ("tertial", (2022, 8, 31), "2022T2"),
        ("tertial", (2022, 12, 31), "2022T3"),
        ("year", (2022, 12, 31), "2022"),
        ("year", (2022, 12, 1), "2022"),
        ("year", (2022, 8, 31), "2022-01..2022-08"),
        ("year", (2022, 1, 31), "2022-01"),
    ],
)
def test_a_follow_up_concerns_the_period_its_date_lies_in(frequency, as_of, code):
    assert period_of(frequency, date(*as_of)).code == code


@given(st.sampled_from(["month", "quarter", "tertial", "year"]), st.dates(date(1900, 1, 1)))
def test_the_period_of_a_date_holds_the_date(frequency, as_of):
    period = period_of(frequency, as_of)
    assert period.first <= as_of <= period.last
