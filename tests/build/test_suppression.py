"""What is hidden because it points somebody out, and what goes with it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reports.build.assemble import assemble
from reports.build.facts import UnitFact
from reports.build.suppression.applied import hidden_figures, suppressed
from tests.reports.facts import a_figure, a_section_fact, an_indicator_fact, some_facts

AFI, IFO, EKB = UnitFact(1, "AFI", "Försörjning"), UnitFact(2, "IFO", "Individ och familj"), UnitFact(3, "EKB", "Barn")


def an_indicator(**overrides):
    values = {"unit_of_measure": "personer", "suppresses_small_counts": True}
    return an_indicator_fact(1, **values | overrides)


def hidden(*figures, units=(AFI, IFO, EKB), smallest=5, **overrides):
    """What is hidden, each as `period unit submeasure sex` without what is the whole."""
    codes = {unit.id: unit.code for unit in units}
    found = hidden_figures(an_indicator(**overrides), figures, units, smallest)
    return [
        " ".join(filter(None, [codes.get(item.unit_id, ""), item.submeasure, "" if item.sex == "total" else item.sex]))
        or "whole"
        for item in found
    ]


def by_sex(total, women, men, **where):
    given = {"total": total, "women": women, "men": men}
    return [a_figure(1, "2017", value, sex=sex, **where) for sex, value in given.items() if value is not None]


def test_a_small_count_goes_and_with_it_what_it_follows_from():
    assert hidden(*by_sex(20, 3, 17)) == ["women", "men"]


@pytest.mark.parametrize("counted", [(20, 10, 10), (10, 0, 10), (5, 5, 0), (0, 0, 0)])
def test_none_and_enough_point_nobody_out(counted):
    assert hidden(*by_sex(*counted)) == []


@pytest.mark.parametrize(("smallest", "gone"), [(3, []), (4, ["women", "men"])])
def test_the_committee_says_how_few_are_too_few(smallest, gone):
    assert hidden(*by_sex(20, 3, 17), smallest=smallest) == gone


def test_all_go_where_the_total_would_hem_them_in():
    assert hidden(*by_sex(4, 3, 1)) == ["whole", "women", "men"]


def test_men_who_stand_nowhere_are_hidden_by_hiding_what_they_follow_from():
    assert hidden(*by_sex(20, 18, None)) == ["women"]


def test_a_unit_is_not_the_rest_of_the_committee():
    whole = a_figure(1, "2017", 30)
    units = [a_figure(1, "2017", value, unit_id=unit_id) for unit_id, value in ((1, 2), (2, 8), (3, 20))]
    assert hidden(whole, *units) == ["AFI", "IFO"]


def test_a_unit_below_another_is_a_part_of_it():
    units = (AFI, IFO, replace(EKB, parent_id=2))
    below = UnitFact(4, "ÄO", "Äldre", parent_id=2)
    figures = [
        a_figure(1, "2017", value, unit_id=key) for key, value in ((None, 50), (1, 20), (2, 30), (3, 2), (4, 28))
    ]
    assert hidden(*figures, units=(*units, below)) == ["EKB", "ÄO"]


def test_people_in_no_unit_are_a_rest_that_hems_in_as_well():
    whole = a_figure(1, "2017", 30)
    figures = [a_figure(1, "2017", value, unit_id=unit_id) for unit_id, value in ((1, 2), (2, 27))]
    assert hidden(whole, *figures, units=(AFI, IFO)) == ["AFI", "IFO"]


def test_submeasures_that_add_up_are_parts_and_others_are_not():
    def figures(whole):
        return [a_figure(1, "2017", whole), *(a_figure(1, "2017", n, submeasure=s) for n, s in ((2, "A"), (9, "B")))]

    assert hidden(*figures(11)) == ["A", "B"]
    assert hidden(*figures(40)) == ["A"]


def test_tertials_are_parts_of_the_year():
    periods = {"2017T1": 2, "2017T2": 9, "2017T3": 10, "2017": 21}
    found = hidden_figures(an_indicator(), [a_figure(1, code, n) for code, n in periods.items()], (), 5)
    assert [item.period for item in found] == ["2017T1", "2017T2"]


def test_two_periods_are_parts_of_the_one_they_fill():
    periods = {"2017-01..2017-08": 12, "2017T1": 10, "2017T2": 2}
    found = hidden_figures(an_indicator(), [a_figure(1, code, n) for code, n in periods.items()], (), 5)
    assert [item.period for item in found] == ["2017T1", "2017T2"]


def test_what_somebody_hid_by_hand_is_protected_too():
    by_hand = a_figure(1, "2017", None, sex="women", missing_reason="suppressed")
    assert hidden(*by_sex(20, None, 17), by_hand) == ["men", "women"]


@pytest.mark.parametrize(
    ("share", "counts", "gone"),
    [
        ("12", {"numerator": 3, "denominator": 25}, True),
        ("88", {"numerator": 22, "denominator": 25}, True),
        ("50", {"numerator": 2, "denominator": 4}, True),
        ("12", {"denominator": 25}, True),
        ("40", {"numerator": 10, "denominator": 25}, False),
        ("0", {"numerator": 0, "denominator": 25}, False),
        ("100", {"numerator": 25, "denominator": 25}, False),
        ("3", {}, False),
    ],
)
def test_a_share_hides_those_in_it_and_those_outside(share, counts, gone):
    figure = a_figure(1, "2017", share, **counts)
    assert bool(hidden(figure, unit_of_measure="%")) is gone


def test_shares_of_women_and_men_add_up_through_what_they_are_shares_of():
    def share(sex, numerator, denominator):
        value = Fraction(100 * numerator, denominator)
        return a_figure(1, "2017", float(value), sex=sex, numerator=numerator, denominator=denominator)

    figures = [share("total", 23, 100), share("women", 3, 50), share("men", 20, 50)]
    assert hidden(*figures, unit_of_measure="%") == ["women", "men"]


def test_a_mean_of_few_answers_goes():
    figures = [a_figure(1, "2017", 7.5, denominator=3), a_figure(1, "2016", 7.1, denominator=30)]
    assert hidden_figures(an_indicator(unit_of_measure="medelvärde"), figures, (), 5) == (figures[0],)


def test_a_count_in_words_is_a_count():
    assert hidden(a_figure(1, "2017", None, words="3 personer")) == ["whole"]
    assert hidden(a_figure(1, "2017", None, words="Ungefär 1 200 personer")) == []


def test_an_indicator_that_hides_nothing_is_left_alone():
    facts = some_facts(indicators=(an_indicator(suppresses_small_counts=False),), measurements=tuple(by_sex(20, 3, 17)))
    assert suppressed(facts) is facts


def test_a_hidden_figure_is_two_points_with_why_and_keeps_nothing_else():
    (figure,) = by_sex(None, 3, None, numerator=3, denominator=40, remark="Avser 3 av 40.", is_preliminary=True)
    facts = some_facts(indicators=(an_indicator(),), measurements=(figure,))
    (shown,) = suppressed(facts).measurements
    assert (shown.words, shown.missing_reason) == ("..", "suppressed")
    assert (shown.value, shown.numerator, shown.denominator, shown.is_preliminary) == (None, None, None, False)
    assert shown.remark.startswith("Visas inte: ")
    assert "40" not in shown.remark


def test_a_remark_without_figures_stays_with_the_reason():
    facts = some_facts(indicators=(an_indicator(),), measurements=tuple(by_sex(None, 3, None, remark="Ny mätning.")))
    (shown,) = suppressed(facts).measurements
    assert shown.remark.endswith(" Ny mätning.")


def test_the_document_is_made_of_what_may_be_shown():
    section = a_section_fact("indicator_table", "Indikatorer")
    facts = some_facts(sections=(section,), indicators=(an_indicator(),), measurements=tuple(by_sex(8713, 3, 8710)))
    document = repr(assemble(facts, None))
    assert "Decimal('8713')" in document
    assert "8710" not in document
    assert "8\\xa0710" not in document
    assert "Decimal('3')" not in document
