"""Waiting for what a page's script does.

`Page.wait_for_function` looks again by `eval`, which the pages' policy refuses: it passes only when what it waits for
is true at its first look. This looks again from outside, each time by the browser's own evaluation.
"""

from time import monotonic

WAITED_S = 10


def wait_until(page, expression, arg=None):
    """Returns when the expression is true in the page; fails after ten seconds, saying what it waited for."""
    until = monotonic() + WAITED_S
    while not page.evaluate(expression, arg):
        assert monotonic() < until, f"not true in {WAITED_S} s: {expression} ({arg!r})"
        page.wait_for_timeout(50)
