"""Which rows of a table add up to which."""

import pytest

from reports.build.arithmetic.sums import parts_of_sums
from tests.build.data_tables import KINDS


def parts(*kinds):
    return parts_of_sums([KINDS[kind] for kind in kinds])


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("rad", "rad", "summa"), {2: (0, 1)}),
        (("rad", "varav", "varav", "rad", "summa"), {4: (0, 3)}),
        (("rad", "summa", "rad", "rad", "summa"), {1: (0,), 4: (2, 3)}),
        (("rad", "mellanrubrik", "rad", "summa"), {3: (2,)}),
        (("summa", "rad", "rad", "summa"), {3: (1, 2)}),
        (("rad", "total", "rad", "summa"), {3: (0, 2)}),
    ],
)
def test_a_sum_takes_the_rows_since_the_last_sum_heading_or_the_start(kinds, expected):
    assert parts(*kinds) == expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("delsumma", "rad", "rad", "delsumma", "rad"), {0: (1, 2), 3: (4,)}),
        (("delsumma", "delsumma", "rad"), {1: (2,)}),
        (("delsumma", "rad", "mellanrubrik", "rad"), {0: (1,)}),
        (("delsumma", "rad", "summa", "rad"), {0: (1,), 2: (0,)}),
        (("delsumma", "rad", "varav", "rad"), {0: (1, 3)}),
    ],
)
def test_a_subtotal_takes_the_rows_below_up_to_the_next_subtotal_sum_or_heading(kinds, expected):
    assert parts(*kinds) == expected


def test_a_sum_takes_subtotals_and_the_rows_that_are_part_of_none():
    assert parts("rad", "delsumma", "rad", "rad", "delsumma", "rad", "summa")[6] == (0, 1, 4)


@pytest.mark.parametrize(
    ("kinds", "place", "expected"),
    [
        (("rad", "summa", "rad", "summa", "totalsumma"), 4, (1, 3)),
        (("rad", "summa", "rad", "totalsumma"), 3, (1, 2)),
        (("rad", "mellanrubrik", "rad", "summa", "totalsumma"), 4, (0, 3)),
        (("delsumma", "rad", "rad", "delsumma", "rad", "totalsumma"), 5, (0, 3)),
        (("totalsumma", "rad", "summa", "rad"), 0, (2, 3)),
    ],
)
def test_a_grand_total_takes_the_sums_and_the_rows_that_are_part_of_none(kinds, place, expected):
    assert parts(*kinds)[place] == expected


@pytest.mark.parametrize("kinds", [("summa",), ("delsumma",), ("varav", "summa"), ("total", "totalsumma")])
def test_a_sum_of_nothing_is_not_there(kinds):
    assert parts(*kinds) == {}
