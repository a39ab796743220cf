"""Rows that change places."""

from collections.abc import Sequence
from typing import Any, TypeVar

Row = TypeVar("Row", bound=Any)


def exchanged(rows: Sequence[Row], one: Row, other: Row) -> list[Row]:
    """Give `rows`, all of them in order, new positions from 1 with `one` and `other` in each other's place.

    The rows whose position changed. Raises ValueError where one of the two is not among them.
    """
    in_order = list(rows)
    here, there = in_order.index(one), in_order.index(other)
    in_order[here], in_order[there] = in_order[there], in_order[here]
    moved = []
    for position, row in enumerate(in_order, start=1):
        if row.position != position:
            row.position = position
            moved.append(row)
    return moved
