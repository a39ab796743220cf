"""What two sequences have in common, found in a time that does not run away with their length."""

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

MOST_PAIRS = 400_000
"""Pairs of equal members that are looked at: some seconds' work at worst, and far more than two real texts have."""

Run = tuple[bool, int, int, int, int]
"""Whether it is the same in both, and from where to before where in the first and in the second."""


def matching_runs(first: Sequence[Hashable], second: Sequence[Hashable]) -> list[Run]:
    """The runs of both in order, those that are the same and those that are not, in turns.

    Where comparing all would take too long, all between the common beginning and the common end is one run.
    """
    head = _common(first, second)
    tail = min(_common(first[::-1], second[::-1]), len(first) - head, len(second) - head)
    end, other_end = len(first) - tail, len(second) - tail
    numbers: dict[Hashable, int] = {}
    left = [numbers.setdefault(member, len(numbers)) for member in first[head:end]]
    right = [numbers.setdefault(member, len(numbers)) for member in second[head:other_end]]
    runs: list[Run] = [(True, 0, head, 0, head)]
    if _pairs(left, right) > MOST_PAIRS:
        runs.append((False, head, end, head, other_end))
    else:
        for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            runs.append((tag == "equal", head + a, head + b, head + c, head + d))
    runs.append((True, end, len(first), other_end, len(second)))
    return [run for run in runs if run[1] < run[2] or run[3] < run[4]]


def _common(first: Sequence[Hashable], second: Sequence[Hashable]) -> int:
    """How many members the two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _pairs(first: Sequence[int], second: Sequence[int]) -> int:
    counts = Counter(second)
    return sum(times * counts[number] for number, times in Counter(first).items())
