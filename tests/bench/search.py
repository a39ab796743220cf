"""Search, measured: `python -m tests.bench.search [reports]` tells rows of the environment's database.

Milliseconds of the page, the median of five after one that is not counted, over ten thousand published reports.
"""

import statistics
import sys
import time

from tests.bench.installation import installation
from tests.bench.rows import Row, tell

REPORTS, TIMES = 10_000, 5
SEARCHES = {
    "a seldom word (internkontrollen)": {"q": "internkontrollen"},
    "a word (sjukfrånvaro)": {"q": "sjukfrånvaro"},
    "a word in every report (mål)": {"q": "mål"},
    "two words (bemötande barn)": {"q": "bemötande barn"},
    "a phrase (\"ej uppnått\")": {"q": '"ej uppnått"'},
    "what is written together (2,5)": {"q": "2,5"},
    "a beginning (trygg*)": {"q": "trygg*"},
    "without a word (åtgärd -budget)": {"q": "åtgärd -budget"},
    "four words": {"q": "mål åtgärd barn kvalitet"},
    "narrowed (mål, a year, comments)": {"q": "mål", "year": "2017", "kind": "comment"},
    "narrowed (mål, notes)": {"q": "mål", "kind": "note"},
    "page 50 (mål)": {"q": "mål", "page": "50"},
    "nothing found": {"q": "zebra"},
    "nothing written": {"q": ""},
}  # fmt: skip


def main():
    with installation():
        measured(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)


def measured(number):
    from django.db import connection

    from reports.models import Publication, PublishedPassage
    from tests.bench.published import reports

    start = time.perf_counter()
    reports(number)
    took = time.perf_counter() - start
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    lines = [
        ("versions, passages", f"{Publication.objects.count()}, {PublishedPassage.objects.count()}"),
        ("made and indexed, passages a second", f"{PublishedPassage.objects.count() / took:.0f}"),
    ]
    lines += [(name, one_search(address)) for name, address in SEARCHES.items()]
    for name, value in lines:
        tell(Row("", f"search: {name}", "", "", value))


def one_search(address):
    """`12 ms, 3 hits in 2 reports`; with more, those that were read."""
    from django.contrib.auth.models import AnonymousUser
    from django.http import QueryDict
    from django.test import Client
    from django.utils.http import urlencode

    from reports.views.search.asked import asked_in
    from reports.views.search.results import results_for

    found = results_for(AnonymousUser(), asked_in(QueryDict(urlencode(address))))
    client = Client()
    times = []
    for _time in range(TIMES):
        start = time.perf_counter()
        assert client.get("/sok/", address).status_code == 200
        times.append(1000 * (time.perf_counter() - start))
    more = "more than " if found.is_cut else ""
    return f"{statistics.median(times):.0f} ms, {more}{found.hit_count} hits in {found.report_count} reports"


if __name__ == "__main__":
    main()
