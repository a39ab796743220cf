"""Which figures a section shows, and how each is written."""

from datetime import date

import pytest

from reports.build.figures import figure_cell, newest, selected, shown
from reports.build.notes import Notes
from tests.reports.facts import a_figure, an_indicator_fact, some_facts

FIGURES = tuple(
    a_figure(1, period, 1) for period in ("2016", "2017T1", "2017T2", "2017", "2017-01..2017-08", "2017T3", "2018")
)
AUGUST = date(2017, 8, 31)


def periods(facts, named=()):
    return [figure.period for figure in selected(facts, named)]


def test_while_no_later_round_has_begun_all_that_has_begun_by_the_date_is_shown():
    facts = some_facts(measurements=FIGURES, as_of=AUGUST)
    assert periods(facts) == ["2016", "2017T1", "2017T2", "2017", "2017-01..2017-08"]


def test_when_a_later_round_has_begun_only_what_had_ended_by_the_date_is_shown():
    facts = some_facts(measurements=FIGURES, as_of=AUGUST, is_superseded=True)
    assert periods(facts) == ["2016", "2017T1", "2017T2", "2017-01..2017-08"]


def test_exactly_the_periods_that_are_named_are_shown_whatever_the_date():
    facts = some_facts(measurements=FIGURES, as_of=AUGUST, is_superseded=True)
    assert periods(facts, ("2018", "2016")) == ["2016", "2018"]


def test_a_report_without_a_date_shows_all():
    assert len(periods(some_facts(measurements=FIGURES, as_of=None))) == len(FIGURES)


def test_the_newest_figure_is_the_last_that_had_ended_before_one_that_had_only_begun():
    figures = [a_figure(1, "2016", 1), a_figure(1, "2017-01..2017-08", 2), a_figure(1, "2017", 3)]
    assert [figure.period for figure in newest(figures, AUGUST)] == ["2017-01..2017-08"]
    assert [figure.period for figure in newest(figures[2:], AUGUST)] == ["2017"]
    assert [figure.period for figure in newest(figures)] == ["2017"]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"value": "89.4"}, "89\u00a0%"),
        ({"value": None, "words": "IU"}, "IU"),
        ({"value": 98, "words": "Ca 98 % boende"}, "Ca 98 % boende"),
        ({"value": "81.2", "is_preliminary": True}, "81\u00a0% (prel.)"),
        ({"value": None, "missing_reason": "not_yet"}, "ej mätt ännu"),
        ({"value": None, "missing_reason": "suppressed"}, "sekretess"),
    ],
)
def test_a_figure_in_words(figure, words):
    value = figure.pop("value")
    indicator = an_indicator_fact(1, unit_of_measure="%", decimals=0)
    assert shown(a_figure(1, "2017", value, **figure), indicator) == words


def test_without_decimals_each_number_is_shown_as_it_was_given():
    indicator = an_indicator_fact(1)
    values = ["7.5000000000", "1104.0000000000", "0.9500000000", "1E+3"]
    assert [shown(a_figure(1, "2017", value), indicator) for value in values] == [
        "7,5",
        "1\u00a0104",
        "0,95",
        "1\u00a0000",
    ]


def test_a_cell_has_the_number_behind_the_words_unless_words_were_given():
    indicator, notes = an_indicator_fact(1, decimals=0), Notes()
    assert figure_cell(a_figure(1, "2017", "6.4"), indicator, notes).value == a_figure(1, "2017", "6.4").value
    assert figure_cell(a_figure(1, "2017", 6, words="Ca 6"), indicator, notes).value is None
    assert figure_cell(None, indicator, notes).is_empty
