"""The day by which something is promised is read from Swedish prose, and never read as earlier than it may be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.dates import format_date
from reports.checks.promised.deadlines import deadlines_in, passed

WRITTEN = date(2017, 4, 30)


def days(text, after=WRITTEN):
    return [(each.day.isoformat(), each.is_start) for each in deadlines_in(text, after)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Klart senast den 30 juni 2017.", "2017-06-30"),
        ("Klart den 30 juni.", "2017-06-30"),
        ("Klart den 30 mars.", "2018-03-30"),
        ("Klart 2017-06-30.", "2017-06-30"),
        ("Klart 30/9.", "2017-09-30"),
        ("Den 16/9 2018 godkänns leveransen.", "2018-09-16"),
        ("Genomförs i juni.", "2017-06-30"),
        ("Genomförs senast februari 2018.", "2018-02-28"),
        ("Genomförs under våren.", "2017-06-30"),
        ("Genomförs under våren 2018.", "2018-06-30"),
        ("Anställa två före sommaren.", "2017-06-30"),
        ("Görs under sommaren.", "2017-08-31"),
        ("Görs i höst.", "2017-12-31"),
        ("Görs före hösten.", "2017-08-31"),
        ("Görs före årsskiftet.", "2017-12-31"),
        ("Görs vid årets slut.", "2017-12-31"),
        ("Görs under året.", "2017-12-31"),
        ("Görs under 2018.", "2018-12-31"),
        ("Görs kvartal 2.", "2017-06-30"),
        ("Görs i Q3 2017.", "2017-09-30"),
        ("Görs under andra kvartalet.", "2017-06-30"),
        ("Görs i T3.", "2017-12-31"),
        ("Görs tertial 2 2018.", "2018-08-31"),
    ],
)
def test_a_day_or_the_last_day_of_a_time(text, day):
    assert days(text) == [(day, False)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Löpande.",
        "Varje tertial.",
        "Rutinen från våren 2016 följs.",
        "Beslutet den 3 maj 2016.",
        "En halv tjänst, 1/2, tillsätts.",
        "Den 31 juni 2017.",
        "Den 30 februari.",
        "2017-13-45.",
        "Diarienummer 2017-123456.",
        "30 av 40 handläggare.",
        "Maj-Britt och Juni svarar.",
        "Paragraf 12, mål 3.",
    ],
)
def test_what_is_no_day_to_come_is_none(text):
    assert days(text) == []


@pytest.mark.parametrize("text", ["Efter sommaren.", "Från den 1 oktober.", "Från och med 1 september 2017."])
def test_when_something_begins_it_is_not_done(text):
    assert [is_start for _day, is_start in days(text)] == [True]
    assert passed(text, WRITTEN, date(2018, 1, 1)) is None


@pytest.mark.parametrize(("by", "is_passed"), [((2017, 6, 29), False), ((2017, 6, 30), True), ((2017, 7, 1), True)])
def test_a_day_has_passed_when_it_has_come(by, is_passed):
    assert (passed("Klart den 30 juni.", WRITTEN, date(*by)) is not None) == is_passed


def test_the_last_day_decides():
    text = "Förslag i maj, beslut i juni, klart i december."
    assert passed(text, WRITTEN, date(2017, 8, 31)) is None
    assert passed(text, WRITTEN, date(2018, 1, 1)).day == date(2017, 12, 31)


@given(st.dates(date(2017, 5, 1), date(2030, 12, 31)))
def test_any_day_is_read_as_it_is_written(day):
    for text in (format_date(day), day.isoformat()):
        assert [each.day for each in deadlines_in(f"Klart {text}.", WRITTEN)] == [day]


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text):
    assert all(each.day > WRITTEN for each in deadlines_in(text, WRITTEN))


def test_a_text_of_many_thousand_words_is_read_once():
    assert len(deadlines_in("Vi gör det under hösten, senast den 30 i november. " * 5000, WRITTEN)) == 10000
