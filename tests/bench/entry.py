"""Entry, measured: `python -m tests.bench.entry` tells rows of the database that the environment names.

Queries and milliseconds of one autosave and of the page of an answer at two sizes, bytes of that page, and fifty
reporters who write at once against a server process of its own: how many saves failed or got lost.
"""

import gzip
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

from tests.bench.installation import installation, served
from tests.bench.made import a_typist, queries_of
from tests.bench.reporters import REPORTERS, Form, a_unit_with, reporters
from tests.bench.rows import Row, tell

SAVES, GOALS, FEW = 10, 40, 4


def main():
    with installation():
        measured()


def measured():
    few, many = a_unit_with(FEW), a_unit_with(GOALS)
    lines = []
    for name, place in ((f"{FEW} goals", few), (f"{GOALS} goals", many)):
        lines += one_person(name, place)
    lines += together(many)
    for name, value in lines:
        tell(Row("", name, "", "", str(value)))


def one_person(name, place):
    from django.test import Client

    address, user = place
    client = Client()
    client.force_login(user)

    def seen(act):
        act(0)
        return queries_of(lambda: act(1)), 1000 * statistics.median(timed(act, number) for number in range(2, 9))

    typist = a_typist(client, address)

    def save(_number):
        typist()

    for _until_nothing_else_is_new in range(3):
        typist()
    body = client.get(address).content
    page_queries, page_time = seen(lambda _number: client.get(address))
    save_queries, save_time = seen(save)
    return [
        (f"page of an answer, {name}: queries", page_queries),
        (f"page of an answer, {name}: ms", f"{page_time:.1f}"),
        (f"page of an answer, {name}: bytes", f"{len(body)} ({len(gzip.compress(body))} compressed)"),
        (f"autosave, {name}: queries", save_queries),
        (f"autosave, {name}: ms", f"{save_time:.1f}"),
    ]


def timed(act, number):
    start = time.perf_counter()
    act(number)
    return time.perf_counter() - start


def together(place):
    """Fifty people, each on a unit of their own, save ten times as fast as they can."""
    from reports.models import Assessment

    people = reporters(place)
    with served(port := 8987):
        start = time.perf_counter()
        with ThreadPoolExecutor(REPORTERS) as pool:
            times = [each for found in pool.map(lambda person: write(port, *person), people) for each in found]
        took = time.perf_counter() - start
    last = f"<p>Text {SAVES}</p>"
    kept = Assessment.objects.filter(comment=last, version=SAVES, unit__code__startswith="E").count()
    ok = [seconds for seconds in times if seconds is not None]
    return [
        (f"{REPORTERS} at once × {SAVES} saves: failed", len(times) - len(ok)),
        (f"{REPORTERS} at once: lost (of {REPORTERS} answers)", REPORTERS - kept),
        (f"{REPORTERS} at once: saves a second", f"{len(ok) / took:.0f}"),
        (
            f"{REPORTERS} at once: ms a save, median and 95th of 100",
            f"{1000 * statistics.median(ok):.0f}, {1000 * sorted(ok)[int(len(ok) * 0.95)]:.0f}",
        ),
    ]


def write(port, address, session):
    """Seconds of each save, None for one that failed."""
    form = Form(port, address, session)
    return [form.save() for _number in range(SAVES)]


if __name__ == "__main__":
    main()
