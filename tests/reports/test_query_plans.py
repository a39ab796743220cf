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

from followup.core.access import COMMAND_LINE
from followup.core.models import Committee
from reports.choices import Audience
from reports.commands.publishing import publish
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, answer_to, place, sign_in, ways_in  # noqa: F401 - fixtures
from tests.bench.waited import places_waited_for
from tests.reports.asked_among_many import make_attachments, make_jobs, pages, work

pytestmark = [
    pytest.mark.django_db(transaction=True, reset_sequences=True),
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
BY_RIGHT = {
    **dict.fromkeys(("/", "reading:start", "/sok/", "reading:search"), OF_ALL),
    **dict.fromkeys(("reading:open_data", "reading:catalogue", "reading:data_reports"), OF_ALL),
    **dict.fromkeys(("reading:feed", "reading:sitemap"), OF_ALL),
    "looking for files of nobody": {"reports_publicationfile"},
}
"""By name what is read whole. Newest versions: they belong to everybody. Files of the copies: all name the same few."""


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


def whole_reads(name, act, growing, *, large, never=range(400, 600)):
    """What `act` asks that reads a growing table whole: one that is `large` at all, the others with indexes alone."""
    with CaptureQueriesContext(connection) as asked:
        answer = act()
    assert getattr(answer, "status_code", 200) not in never, (name, answer.status_code)
    for sql in {each["sql"] for each in asked if each["sql"].startswith(("SELECT", "UPDATE", "DELETE"))}:
        whole = tables_read_whole(sql) & large | tables_read_whole(sql, BY_INDEX_ALONE) & growing.keys()
        if whole := whole - BY_RIGHT.get(name.partition("?")[0], set()):
            yield f"{name} reads all of {', '.join(sorted(whole))}: {sql}"


@pytest.fixture
def many(transactional_db, light_pdf, at_once, settings, tmp_path):
    """A hundred municipalities with a committee each, two years, and what gathers beside; no files of other tests."""
    here = {**settings.STORAGES["default"], "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = settings.STORAGES | {"default": here}
    call_command("make_bench_data", municipalities=MUNICIPALITIES, committees=1, years=2, verbosity=0, **SHORT_TEXTS)
    make_jobs(for_each=10)
    make_attachments(for_each=5)


@pytest.fixture
def growing(many):
    return tables_that_grow()


@pytest.fixture
def large(growing):
    found = {table for table, rows in growing.items() if rows >= ROWS_OF_A_LARGE_TABLE}
    assert {"goals_goal", "indicators_indicator", "indicators_measurement", "reports_assessment"} <= found
    assert {"reports_job", "reports_publicationattachment", "reports_publicationfile"} <= found
    return found


def test_nothing_that_grows_is_read_whole(many, growing, large):
    committee, found = Committee.objects.order_by("pk").first(), []
    for name, act in {**pages(committee), **work(committee)}.items():
        found += whole_reads(name, act, growing, large=large)
    assert not found, "\n".join(found)

    waited_for, growing = places_waited_for(), tables_that_grow()
    for each in waited_for:
        found += whole_reads(each.address, partial(each.client.get, each.address), growing, large=set())
    assert not found, "\n".join(found)


def test_no_address_reads_whole_what_grows(many, growing, large, request, client):
    """Every one that a role may open, for a small committee among the others. A superuser sees all by right.

    What is sent is empty, as in the access matrix, so some of it is not taken; but nobody is kept out.
    """
    here, cast, found = request.getfixturevalue("place"), request.getfixturevalue("cast"), []
    publish(report=here.report, audience=Audience.PUBLIC, change_note="Öppnad.", accept_warnings=True, by=COMMAND_LINE)
    here.arguments["version"] = 2
    for role in ("controller", "reporter", "reader", "anonymous"):
        sign_in(client, getattr(cast, role))
        for name, rule in MATRIX.items():
            for method in {"get", rule.method} if role in rule.allowed else ():
                act = partial(answer_to, client, method, address(name, here))
                found += whole_reads(name, act, growing, large=large, never={403, 404, 500})
    assert not found, "\n".join(found)
