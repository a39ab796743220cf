"""What is hidden because it points somebody out, and that nobody can work it out from what is shown."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.build.assemble import assemble
from reports.build.facts import UnitFact
from reports.build.suppression.applied import hidden_figures, suppressed
from reports.build.suppression.attack import equations, range_of
from reports.build.suppression.choice import hidden_keys
from reports.build.suppression.relations import Key, absent_sexes, relations
from tests.reports.facts import a_figure, a_section_fact, an_indicator_fact, some_facts

SEXES = ("women", "men")
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


counts = st.one_of(st.integers(0, 6), st.integers(0, 60))


@st.composite
def tables(draw, most_units=3, most_submeasures=2):
    """Amounts that add up over sexes, units and submeasures, some totals left out; and a rest in no unit."""
    units, submeasures = draw(st.integers(1, most_units)), draw(st.integers(1, most_submeasures))
    inner = {
        (unit, submeasure, sex): draw(counts)
        for unit, submeasure, sex in product(range(units + 1), range(submeasures), SEXES)
    }
    amounts = {}
    for unit, submeasure, sex in product(range(units + 1), range(-1, submeasures), ("total", *SEXES)):
        amounts[cell(unit, submeasure, sex)] = Fraction(
            sum(
                value
                for (of_unit, of_submeasure, of_sex), value in inner.items()
                if unit in (0, of_unit) and submeasure in (-1, of_submeasure) and sex in ("total", of_sex)
            )
        )
    left_out = draw(st.sets(st.sampled_from(sorted(amounts)), max_size=3))
    return {key: amount for key, amount in amounts.items() if key not in left_out}, dict.fromkeys(
        range(1, units + 1), 0
    )


def cell(unit, submeasure, sex):
    return Key(date(2017, 1, 1), date(2017, 12, 31), unit, "" if submeasure < 0 else f"s{submeasure}", sex)


def chosen(amounts, parents, smallest=5):
    absent = absent_sexes(amounts)
    every = {**amounts, **absent}
    small = {key for key, amount in every.items() if amount is not None and 0 < amount < smallest}
    related = relations(every, parents)
    return every, related, small, hidden_keys(every, related, small, tuple(absent), smallest) | small | set(absent)


def solved(every, related, unknown):
    """What a reader gets who solves the equations by elimination: the unknowns with one value alone."""
    places = {key: place for place, key in enumerate(sorted(unknown))}
    rests = {id(relation): len(places) + n for n, relation in enumerate(related)}
    width = len(places) + len(related)
    rows = []
    for relation in related:
        row = [Fraction(0)] * (width + 1)
        for key, sign in [(relation.total, 1), *((part, -1) for part in relation.parts)]:
            if key in places:
                row[places[key]] += sign
            else:
                row[-1] -= sign * every[key]
        if relation.has_rest:
            row[rests[id(relation)]] = Fraction(-1)
        rows.append(row)
    done = 0
    for column in range(width):
        pivot = next((n for n in range(done, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][column] for value in rows[done]]
        for n, row in enumerate(rows):
            if n != done and row[column]:
                rows[n] = [value - row[column] * of for value, of in zip(row, rows[done], strict=True)]
        done += 1
    return {
        key: row[-1]
        for row in rows
        for key, place in places.items()
        if row[place] == 1 and sum(value != 0 for value in row[:-1]) == 1
    }


@settings(max_examples=25, deadline=None)
@given(tables())
def test_no_hidden_count_can_be_solved_for(table):
    every, related, small, gone = chosen(*table)
    assert small <= gone
    assert not small & solved(every, related, gone).keys()


@settings(max_examples=25, deadline=None)
@given(tables())
def test_no_hidden_count_can_be_hemmed_in(table):
    every, related, small, gone = chosen(*table)
    for key in small:
        known = range_of(key, equations(every, related, gone, key))
        assert known.greatest is None or known.greatest - known.least >= 5
        assert known.least <= every[key]


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=4, max_size=4))
def test_there_are_other_tables_that_show_the_same(inner):
    """Every table of two units and two sexes is tried: the hidden ones take values at least five apart."""
    afi_women, afi_men, ifo_women, ifo_men = inner

    def table(aw, am, iw, im):
        rows = [(0, aw + iw, am + im), (1, aw, am), (2, iw, im)]
        return {
            cell(unit, -1, sex): Fraction(value)
            for unit, women, men in rows
            for sex, value in (("total", women + men), ("women", women), ("men", men))
        }

    every, _, small, gone = chosen(table(afi_women, afi_men, ifo_women, ifo_men), {1: 0, 2: 0})
    shown = {key: amount for key, amount in every.items() if key not in gone}
    values = {key: {every[key]} for key in small}
    for other in product(range(9), repeat=4):
        candidate = table(*other)
        if all(candidate[key] == amount for key, amount in shown.items()):
            for key in small:
                values[key].add(candidate[key])
    assert all(max(found) - min(found) >= 5 for found in values.values())


@settings(max_examples=25, deadline=None)
@given(tables())
def test_nothing_goes_where_nobody_is_pointed_out(table):
    amounts, parents = table
    many = {key: amount + 100 if amount else amount for key, amount in amounts.items()}
    many = {key: amount for key, amount in many.items() if key.sex != "total"}
    assert hidden_keys(many, relations(many, parents), (), (), 5) == frozenset()
