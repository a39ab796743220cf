"""Outcomes that do not agree with each other are told of."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.checks.figures import figures
from tests.checks.scopes import a_scope
from tests.reports.facts import a_figure, a_goal_fact, a_section_fact, an_indicator_fact

SECTION = (a_section_fact("indicator_table"),)


def found(*measurements, unit="antal", decimals=0, unit_ids=(), **overrides):
    values = {
        "sections": SECTION,
        "goals": (a_goal_fact(1, unit_ids=unit_ids),),
        "indicators": (an_indicator_fact(1, name="Ärenden", unit_of_measure=unit, decimals=decimals),),
        "measurements": measurements,
    }
    return list(figures(a_scope(**values | overrides)))


def messages(*measurements, **overrides):
    return [
        (item.rule, item.message.replace("\xa0", " ").removeprefix("Indikator Ärenden, "))
        for item in found(*measurements, **overrides)
    ]


def by_sex(total, women, men, period="2016", **overrides):
    given_values = (("total", total), ("women", women), ("men", men))
    return [a_figure(1, period, value, sex=sex, **overrides) for sex, value in given_values]


def test_counts_of_women_and_men_must_add_up():
    assert messages(*by_sex(9, 3, 6)) == []
    assert messages(*by_sex(9, 1, 6)) == [("sexes_sum", "2016: totalt 9, men kvinnor 1 + män 6 = 7.")]
    assert messages(*by_sex(7, 1, 7)) == [("sexes_sum", "2016: totalt 7, men kvinnor 1 + män 7 = 8.")]


def test_the_finding_says_of_what_and_leads_to_the_series():
    (finding,) = found(*by_sex(9, 1, 6, submeasure="uppföljningar", period="2017-03..2017-07"))
    assert finding.message.startswith("Indikator Ärenden, uppföljningar, mars–juli 2017: totalt 9")
    place = finding.place
    assert (place.words, place.about, place.subject, place.period) == (
        "Indikator Ärenden",
        "outcome",
        ("indicator", 1),
        "2017-03..2017-07",
    )


@pytest.mark.parametrize("unit", ["%", "medelvärde", "kr/dygn"])
def test_a_share_or_a_mean_for_all_must_lie_between(unit):
    assert messages(*by_sex("6.4", "6.6", "5.2"), unit=unit, decimals=1) == []
    assert messages(*by_sex("6.6", "6.6", "5.2"), unit=unit, decimals=1) == []
    assert [rule for rule, _message in messages(*by_sex("6.9", "6.6", "5.2"), unit=unit, decimals=1)] == [
        "total_outside_sexes"
    ]


def test_days_and_money_may_be_either_a_sum_or_a_mean_and_nothing_else():
    assert messages(*by_sex(30, 10, 20), unit="dagar") == []
    assert messages(*by_sex(15, 10, 20), unit="dagar") == []
    assert messages(*by_sex(40, 10, 20), unit="dagar") == [
        ("total_outside_sexes", "2016: totalt 40 dagar, men kvinnor 10 dagar och män 20 dagar.")
    ]


def test_each_number_may_have_been_rounded():
    assert messages(*by_sex("1006.9", "756.7", "250.3"), unit="årsarbetare", decimals=1) == []
    assert len(messages(*by_sex("1006.8", "756.7", "250.3"), unit="årsarbetare", decimals=1)) == 1
    assert messages(*by_sex("6.7", "6.6", "6.6"), unit="%", decimals=1) == []
    assert len(messages(*by_sex("6.8", "6.6", "6.6"), unit="%", decimals=1)) == 1


def test_nothing_is_said_of_words_of_what_is_missing_or_of_what_is_not_shown():
    assert messages(*by_sex(9, None, 6)) == []
    assert messages(*by_sex(9, 1, 6, words="ungefär")) == []
    assert messages(*by_sex(9, 1, 6, period="2018")) == []
    assert messages(*by_sex(9, 1, 6), sections=(a_section_fact("indicator_table", perioder="2015"),)) == []
    assert messages(*by_sex(9, 1, 6), sections=(a_section_fact("text"),)) == []


def test_a_share_beside_its_counts():
    def share(value, some=57, every=70):
        return a_figure(1, "2016", value, numerator=Decimal(some), denominator=Decimal(every))

    assert messages(share(81), unit="%") == []
    assert messages(share(81, every=0), unit="%") == []
    assert messages(share(80), unit="%") == [("share_against_counts", "2016: 80 %, men 57 / 70 = 81 %.")]
    assert messages(share("81.5"), unit="%", decimals=None) == [
        ("share_against_counts", "2016: 81,5 %, men 57 / 70 = 81,4 %.")
    ]
    assert messages(share(80), unit="antal") == []


def by_unit(committee, first, second):
    return [a_figure(1, "2016", value, unit_id=unit) for unit, value in ((None, committee), (1, first), (2, second))]


def test_the_units_counts_must_become_the_committees():
    assert messages(*by_unit(10, 4, 6), unit_ids=(1, 2)) == []
    assert messages(*by_unit(11, 4, 6), unit_ids=(1, 2)) == [
        ("units_sum", "2016: nämnden 11, men enheterna AFI 4 + IFO 6 = 10.")
    ]


def test_a_share_for_the_committee_must_lie_between_the_units():
    assert messages(*by_unit(50, 40, 60), unit="%", unit_ids=(1, 2)) == []
    assert messages(*by_unit(70, 40, 60), unit="%", unit_ids=(1, 2)) == [
        ("committee_outside_units", "2016: nämnden 70 %, men enheterna AFI 40, IFO 60.")
    ]


def test_units_are_compared_only_when_all_that_measure_are_there():
    assert messages(*by_unit(11, 4, None), unit_ids=(1, 2)) == []
    assert messages(*by_unit(11, 4, 6), unit_ids=(1, 2, 3)) == []
    assert messages(*by_unit(11, 4, 6)) == []


def parts(whole, *values, named="Totalt"):
    return [
        a_figure(1, "2016", whole, submeasure=named),
        *(a_figure(1, "2016", value, submeasure=f"Del {number}") for number, value in enumerate(values, start=1)),
    ]


def test_submeasures_beside_one_that_is_called_their_total():
    assert messages(*parts(10, 4, 6)) == []
    assert messages(*parts(11, 4, 6)) == [
        ("submeasures_against_total", "Totalt, 2016: 11, men Del 1 4 + Del 2 6 = 10.")
    ]
    assert [rule for rule, _message in messages(*parts(11, 4, 6), unit="%")] == ["submeasures_against_total"]


def test_a_whole_without_a_name_is_noted_where_it_is_a_mean_outside_its_parts():
    assert messages(*parts(50, 39, 11, 10, named="")) == []
    assert messages(*parts(22, 22, 20, named=""), unit="dagar") == []
    assert messages(*parts("22.5", 22, 20, named=""), unit="dagar") == []
    assert messages(*parts(23, 22, 20, named=""), unit="dagar") == [
        ("whole_outside_submeasures", "2016: 23 dagar, men Del 1 22, Del 2 20.")
    ]
    other = a_figure(1, "2016", 246, submeasure="Brukare, antal")
    assert messages(*parts(25, 22, 20, named=""), other, unit="dagar") == []


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(-3, 3))
def test_a_sum_is_told_of_just_when_it_is_not_the_sum(women, men, off):
    assert bool(messages(*by_sex(women + men + off, women, men))) == bool(off)
