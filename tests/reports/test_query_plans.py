"""No question that a page or a piece of work asks reads a whole table that grows, with a hundred municipalities there.

PostgreSQL alone, set as the instructions say. The planner is asked about each statement as it was sent: with its own
settings of the tables that have a thousand rows by then, and with nothing but indexes allowed of those that are smaller
too, since it rightly finds a small table quicker to read whole, whether or not there is an index. So it does where one
committee holds half of all there is: of the largest pages it is asked whether indexes lead to everything. Passages are
read whole for a word that stands in most of them; the search is asked for one that is seldom.
"""

import json
from functools import partial

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from followup.core.models import Committee
from tests.bench.waited import places_waited_for
from tests.reports.asked_among_many import make_attachments, make_jobs, pages, work

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="it is PostgreSQL's planner that is asked"),
]

MUNICIPALITIES = 100
ROWS_THAT_GROW, ROWS_OF_A_LARGE_TABLE = 300, 1_000
READS = {"Seq Scan", "Index Scan", "Index Only Scan"}
ADVISED = {"random_page_cost": "1.1"}
"""As docs/install.md and compose.yaml set the server."""
BY_INDEX_ALONE = dict.fromkeys(("enable_seqscan", "enable_hashjoin", "enable_mergejoin"), "off")
SHORT_TEXTS = {"sentences": 2, "accounts": 3}
OF_ALL = {"reports_publication", "reports_newestversion"}
"""What the start page and a search look through by right: it belongs to everybody."""


def tables_read_whole(sql, settings=ADVISED):
    """The tables that the plan of the statement reads from one end to the other.

    An index of a part of a table is no table that grows, as long as that part is small: the jobs that are open.
    """
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid "
            "WHERE indpred IS NOT NULL AND reltuples < %s",
            [ROWS_THAT_GROW],
        )
        of_few = {name for (name,) in cursor.fetchall()}
        for name, value in settings.items():
            cursor.execute(f"SET LOCAL {name} = {value}")
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        found = cursor.fetchone()[0]
    left, whole = [each["Plan"] for each in (json.loads(found) if isinstance(found, str) else found)], set()
    while left:
        node = left.pop()
        left += node.get("Plans", ())
        is_led = "Index Cond" in node or node.get("Index Name") in of_few
        if "Relation Name" in node and node["Node Type"] in READS and not is_led:
            whole.add(node["Relation Name"])
    return whole


def tables_that_grow():
    """By name how many rows, once the server has tidied up after what was written, which it does by itself."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute(
            "SELECT relname, reltuples FROM pg_class WHERE relkind = 'r' AND reltuples >= %s", [ROWS_THAT_GROW]
        )
        return dict(cursor.fetchall())


def whole_reads(name, act, growing, *, large):
    """What `act` asks that reads a growing table whole: one that is `large` at all, the others with indexes alone."""
    with CaptureQueriesContext(connection) as asked:
        answer = act()
    assert getattr(answer, "status_code", 200) in {200, 302}, (name, answer.status_code)
    for sql in {each["sql"] for each in asked if each["sql"].startswith(("SELECT", "UPDATE", "DELETE"))}:
        whole = tables_read_whole(sql) & large | tables_read_whole(sql, BY_INDEX_ALONE) & growing.keys()
        if name == "/" or name.startswith("/sok/"):
            whole -= OF_ALL
        if name == "looking for files of nobody":
            whole -= {"reports_publicationfile"}  # that all name the same few files, so that all are found
        if whole:
            yield f"{name} reads all of {', '.join(sorted(whole))}: {sql}"


def test_nothing_that_grows_is_read_whole(light_pdf, at_once):
    call_command("make_bench_data", municipalities=MUNICIPALITIES, committees=1, years=2, verbosity=0, **SHORT_TEXTS)
    make_jobs(for_each=10)
    make_attachments(for_each=5)
    growing, committee, found = tables_that_grow(), Committee.objects.order_by("pk").first(), []
    large = {table for table, rows in growing.items() if rows >= ROWS_OF_A_LARGE_TABLE}
    assert {"goals_goal", "indicators_indicator", "indicators_measurement", "reports_assessment"} <= large
    assert {"reports_job", "reports_publicationattachment", "reports_publicationfile"} <= large
    for name, act in {**pages(committee), **work(committee)}.items():
        found += whole_reads(name, act, growing, large=large)
    assert not found, "\n".join(found)

    places, growing = places_waited_for(), tables_that_grow()
    for place in places:
        found += whole_reads(place.address, partial(place.client.get, place.address), growing, large=set())
    assert not found, "\n".join(found)
