"""Which rows of a data table add up to which: the kinds of the rows alone decide it."""

from collections.abc import Sequence

from reports.choices import RowKind


def parts_of_sums(kinds: Sequence[RowKind]) -> dict[int, tuple[int, ...]]:
    """The places of the rows that add up to each sum row, by the sum's place; a sum of nothing is not there.

    A subtotal stands above its parts, the ordinary rows up to the next subtotal, sum or group heading. A sum stands
    below: it takes the subtotals, and the rows that are part of none, since the last sum, group heading or the start.
    A grand total takes the sums before it and whatever is part of none of them; one that stands first takes all below.
    """
    parts: dict[int, list[int]] = {}
    open_rows: list[int] = []
    outside: list[int] = []
    sums: list[int] = []
    subtotal: int | None = None
    first_of_all: list[int] = []
    for place, kind in enumerate(kinds):
        match kind:
            case RowKind.ROW if subtotal is not None:
                parts[subtotal].append(place)
            case RowKind.ROW:
                open_rows.append(place)
            case RowKind.SUBTOTAL:
                subtotal, parts[place] = place, []
                open_rows.append(place)
            case RowKind.SUM:
                parts[place], open_rows, subtotal = open_rows, [], None
                sums.append(place)
            case RowKind.GROUP_HEADING:
                outside, open_rows, subtotal = [*outside, *open_rows], [], None
            case RowKind.GRAND_TOTAL:
                parts[place] = sorted([*sums, *outside, *open_rows])
                if not parts[place]:
                    first_of_all.append(place)
    for place in first_of_all:
        parts[place] = sorted([*sums, *outside, *open_rows])
    return {place: tuple(rows) for place, rows in parts.items() if rows}
