from datetime import UTC, date, datetime, timedelta

import pytest

from followup.core.dates import days_left, format_date, format_moment, format_time


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
