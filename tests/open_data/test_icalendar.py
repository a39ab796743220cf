"""The calendar, read by another reader of RFC 5545 than ours."""

from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from reports.open_data.icalendar import CalendarDay, write_calendar

CHANGED = datetime(2017, 8, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200)


def a_day(**overrides):
    values = {
        "uid": "round-1-deadline@uppfoljning.example",
        "day": date(2017, 9, 8),
        "changed_at": CHANGED,
        "title": "Sista dag: Delår",
        "text": "Socialnämnden\nhttps://uppfoljning.example/",
        "address": "https://uppfoljning.example/oversikt/1/",
    }
    return CalendarDay(**values | overrides)


def events(content):
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_a_day_is_a_whole_day_with_a_stamp_in_utc():
    (event,) = events(write_calendar("Uppföljningar", [a_day()]))
    assert event["UID"] == "round-1-deadline@uppfoljning.example"
    assert event.decoded("DTSTART") == date(2017, 9, 8)
    assert event.decoded("DTEND") == date(2017, 9, 9)
    assert event.decoded("DTSTAMP") == datetime(2017, 8, 1, 10, 30, tzinfo=UTC)
    assert event["DESCRIPTION"] == "Socialnämnden\nhttps://uppfoljning.example/"


def test_the_calendar_says_what_it_must():
    content = write_calendar("Uppföljningar, mina", [])
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert "NAME:Uppföljningar\\, mina\r\n".encode() in content


@given(title=TEXT, text=TEXT)
def test_any_words_come_back_and_no_line_is_too_long(title, text):
    content = write_calendar("K", [a_day(title=title, text=text)])
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    (event,) = events(content)
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]) == text


def test_words_cannot_begin_a_line_of_their_own():
    (event,) = events(write_calendar("K", [a_day(title="Delår\r\nEND:VEVENT\r\nATTACH:x")]))
    assert "ATTACH" not in event
    assert str(event["SUMMARY"]) == "Delår\nEND:VEVENT\nATTACH:x"
