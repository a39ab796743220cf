"""In which order rows stand after an import."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.commands.plan_import.rows import places
from reports.plan_book.compare.order import depth_first, merged, moved


@pytest.mark.parametrize(
    ("book", "stored", "order"),
    [
        ("abc", "", "abc"),
        ("", "abc", "abc"),
        ("cab", "abc", "cab"),
        ("ac", "abc", "abc"),
        ("ca", "abc", "cab"),
        ("anc", "abc", "abnc"),
        ("b", "abc", "abc"),
    ],
)
def test_the_books_order_holds_and_what_it_lacks_stays_behind_the_row_it_followed(book, stored, order):
    assert "".join(merged(book, stored)) == order


names = st.lists(st.integers(0, 30), unique=True, max_size=12)


@given(names, names)
def test_no_row_is_lost_or_doubled(book, stored):
    found = merged(book, stored)
    assert sorted(found) == sorted({*book, *stored})
    assert [name for name in found if name in book] == book


@given(names)
def test_importing_a_part_of_a_plan_moves_nothing(stored):
    part = stored[::2]
    assert merged(part, stored) == stored
    assert moved(stored, stored, lambda name: 0, set(part)) == set()


@pytest.mark.parametrize(("order", "rows"), [("abcd", ""), ("bcda", "a"), ("dabc", "d"), ("badc", "ac"), ("abnc", "")])
def test_as_few_rows_as_possible_move(order, rows):
    found = moved(order, "abcd", lambda name: 0, "abcd")
    assert len(found) == len(rows)


def test_rows_move_only_among_their_siblings():
    assert moved("xaby", "abxy", lambda name: name in "ab", "abxy") == set()


def test_goals_are_put_depth_first_whatever_order_they_came_in():
    parents = {"a": None, "a1": "a", "a2": "a", "b": None, "b1": "b", "a11": "a1"}
    assert depth_first(["a11", "b1", "a2", "b", "a1", "a"], parents) == ["b", "b1", "a", "a2", "a1", "a11"]


def test_goals_in_a_circle_are_not_lost():
    assert depth_first(["a", "b", "c"], {"a": "b", "b": "a", "c": None}) == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("current", "found"),
    [
        ([], []),
        ([None, None], [1, 2]),
        ([1, 4, None], [1, 4, 5]),
        ([1, None, 2], [1, 2, 3]),
        ([2, 1], [1, 2]),
        ([0, 0, None], [1, 2, 3]),
    ],
)
def test_places_stay_where_they_rise_and_what_is_new_comes_last(current, found):
    assert places(current) == found
