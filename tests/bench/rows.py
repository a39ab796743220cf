"""A line of the table of docs/performance.md: a job against a floor that was measured in the same run.

What is measured prints its rows for `tests.bench.__main__` to collect; a row without `is_met` has no target.
"""

import gc
import json
import statistics
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

MARK = "row "
ROUNDS = 5


@dataclass(frozen=True)
class Row:
    """`number` is that of the target's line, with a letter where the line has several.

    `figures` are the same in numbers, where a chart is drawn of them.
    """

    number: str
    job: str
    floor: str
    target: str
    measured: str
    is_met: bool | None = None
    figures: Sequence[float] = ()


@dataclass(frozen=True)
class Compared:
    """The median of the ratios of pairs that alternated, and of each side's seconds."""

    ratio: float
    ours: float
    floor: float

    def __str__(self):
        return f"× {self.ratio:.2f} ({seconds(self.ours)} against {seconds(self.floor)})"


def tell(row):
    print(f"{MARK}{json.dumps(asdict(row), ensure_ascii=False)}", flush=True)


def read(line):
    """The row that a line of output tells, or None."""
    return Row(**json.loads(line.removeprefix(MARK))) if line.startswith(MARK) else None


def compared(ours, floor, *, clock=time.process_time, rounds=ROUNDS):
    """Ours and the floor in turn, after a pair that warms up."""
    return of_pairs(in_turn((ours, floor), clock=clock, rounds=rounds))


def in_turn(acts, *, clock=time.perf_counter, rounds=ROUNDS):
    """Round by round the seconds of each, after a round that warms up."""
    return [[timed(act, clock) for act in acts] for _round in range(rounds + 1)][1:]


def of_pairs(pairs):
    """Of the seconds of ours and of the floor, pair by pair."""
    return Compared(
        statistics.median(own / other for own, other in pairs),
        statistics.median(own for own, _other in pairs),
        statistics.median(other for _own, other in pairs),
    )


def median_of(act, *, clock=time.perf_counter, rounds=ROUNDS):
    """Seconds, after one that warms up."""
    return statistics.median([timed(act, clock) for _round in range(rounds + 1)][1:])


def timed(act, clock=time.perf_counter):
    start = clock()
    act()
    return clock() - start


def cleared(act):
    """As `act`, which also clears away what it made and does not use any more: where one side puts that off."""

    def both():
        act()
        gc.collect()

    return both


def seconds(value):
    """`12,3 s` as `12.3 s`, below one second as milliseconds."""
    return f"{value:.1f} s" if value >= 1 else f"{1000 * value:.1f} ms"


def mebibytes(value):
    return f"{value / 2**20:.1f} MiB"
