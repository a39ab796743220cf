"""Whoever adds, subtracts and solves equations cannot work out a hidden count from what is shown."""

from datetime import date
from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.build.suppression.attack import Attack
from reports.build.suppression.choice import hidden_keys
from reports.build.suppression.relations import Key, absent_sexes, relations

SEXES = ("women", "men")

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
        known = Attack(every, related, gone).range_of(key)
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


def test_more_than_can_be_solved_is_hidden_altogether(monkeypatch):
    monkeypatch.setattr("reports.build.suppression.attack.MOST_UNKNOWN", 1)
    amounts = {cell(0, -1, "total"): 23, cell(0, -1, "women"): 3, cell(0, -1, "men"): 20}
    *_, gone = chosen({key: Fraction(amount) for key, amount in amounts.items()}, {})
    assert gone == amounts.keys()
