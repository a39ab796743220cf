"""A computation after columns have been added, moved or removed: it goes on meaning the same columns."""

import re
from collections.abc import Callable

from reports.build.arithmetic.expression import MAX_COLUMNS, ExpressionFault, columns_of, parse_expression

_NUMBERS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def renumbered(text: str, place_of: Callable[[int], int]) -> str:
    """The text with the number of each column as it is now. What cannot be read as a computation is left alone."""
    if not columns_in(text):
        return text

    def now(found: re.Match[str]) -> str:
        written = found.group()
        is_column = written.isdigit() and 1 <= int(written) <= MAX_COLUMNS
        return str(place_of(int(written))) if is_column else written

    return _NUMBERS.sub(now, text)


def columns_in(text: str) -> frozenset[int]:
    """The columns that the text computes with; none where it is no computation."""
    try:
        return columns_of(parse_expression(text)) if text.strip() else frozenset()
    except ExpressionFault:
        return frozenset()
