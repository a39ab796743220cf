"""Room for frames: what is called is called as it was, and no depth of calls costs more than another."""

import resource
import sys

import pytest

from followup.core.frames import with_room

CALLS = 2_000
DEPTHS = range(0, 200, 2)


def called(a, b=1, c=2):
    return a + b + c


def loop():
    for number in range(CALLS):
        called(number)


def deep(depth):
    """The page faults of calls from so deep."""
    if depth:
        return deep(depth - 1)
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    loop()
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def test_it_is_called_as_it_was():
    assert with_room(called)(1, c=5) == 7
    assert with_room(called).__name__ == "called"
    with pytest.raises(TypeError, match="unexpected"):
        with_room(called)(1, d=1)


def test_no_depth_of_calls_asks_the_system_for_memory_in_each():
    faults = [with_room(deep)(depth) for depth in DEPTHS]
    assert max(faults) < CALLS / 10


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="Python keeps a piece of its own accord")
def test_without_room_some_depth_does():
    assert max(deep(depth) for depth in DEPTHS) >= CALLS
