from datetime import UTC, date, datetime, time, timedelta

import pytest

from followup.core.dates import (
    NoSuchTime,
    days_left,
    format_date,
    format_duration,
    format_moment,
    format_time,
    swedish_moment,
)


def test_a_date_is_written_with_the_name_of_the_month():
    assert format_date(date(2017, 8, 31)) == "31 augusti 2017"


def test_a_day_below_ten_has_no_zero_before_it():
    assert format_date(date(2022, 5, 1)) == "1 maj 2022"


def test_every_month_has_its_swedish_name():
    names = [format_date(date(2022, month, 1)).split()[1] for month in range(1, 13)]
    assert " ".join(names) == ("januari februari mars april maj juni juli augusti september oktober november december")


def test_a_moment_is_not_taken_for_a_date():
    with pytest.raises(TypeError):
        format_date(datetime(2017, 8, 31, 23, 30, tzinfo=UTC))


def test_a_moment_is_shown_in_swedish_summer_time():
    assert format_moment(datetime(2017, 8, 31, 12, 32, tzinfo=UTC)) == "31 augusti 2017 kl. 14.32"


def test_a_moment_is_shown_in_swedish_winter_time():
    assert format_moment(datetime(2017, 12, 31, 22, 59, tzinfo=UTC)) == "31 december 2017 kl. 23.59"


def test_a_late_moment_belongs_to_the_swedish_day_and_year():
    assert format_moment(datetime(2017, 12, 31, 23, 5, tzinfo=UTC)) == "1 januari 2018 kl. 00.05"


def test_a_time_has_two_digits_for_the_hour():
    assert format_time(datetime(2017, 8, 31, 6, 5, tzinfo=UTC)) == "08.05"


@pytest.mark.parametrize("shown", [format_time, format_moment])
def test_a_moment_without_a_time_zone_is_refused(shown):
    with pytest.raises(ValueError, match="time zone"):
        shown(datetime(2017, 8, 31, 12, 32))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (30, "30 dagar kvar"),
        (3, "3 dagar kvar"),
        (1, "1 dag kvar"),
        (0, "sista dagen i dag"),
        (-1, "1 dag för sent"),
        (-2, "2 dagar för sent"),
        (-60, "60 dagar för sent"),
        (-61, "har passerat"),
    ],
)
def test_the_time_to_a_deadline_is_told_in_words(days, words):
    today = date(2022, 9, 15)
    assert days_left(today + timedelta(days), today) == words


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date(2027, 1, 15), time(8, 30), "2027-01-15T07:30"),
        (date(2027, 7, 15), time(8, 30), "2027-07-15T06:30"),
        (date(2027, 3, 28), time(1, 59), "2027-03-28T00:59"),
        (date(2027, 3, 28), time(3, 0), "2027-03-28T01:00"),
        (date(2027, 10, 31), time(2, 30), "2027-10-31T00:30"),
        (date(2027, 10, 31), time(2, 30, fold=1), "2027-10-31T00:30"),
    ],
)
def test_a_time_by_swedish_clocks_is_one_moment(day, at, expected):
    assert swedish_moment(day, at).astimezone(UTC).isoformat()[:16] == expected


@pytest.mark.parametrize("at", [time(2, 0), time(2, 30), time(2, 59)])
def test_the_hour_that_is_skipped_is_no_time(at):
    with pytest.raises(NoSuchTime):
        swedish_moment(date(2027, 3, 28), at)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "1 sekund"), (8.4, "8 sekunder"), (60, "1 minut"), (125, "2 minuter 5 sekunder"), (3600, "60 minuter")],
)
def test_how_long_something_took(seconds, expected):
    assert format_duration(timedelta(seconds=seconds)) == expected
