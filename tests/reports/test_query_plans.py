"""No question that a page or a piece of work asks reads a whole table that grows, with a hundred municipalities there.

PostgreSQL alone. The planner is asked about each statement as it was sent: with its own settings of the tables that are
large by then, and of those that are smaller with nothing but indexes allowed, since it rightly finds a small table
quicker to read whole, whether or not there is an index. Passages are read whole for a word that stands in most of them;
the search is asked for one that is seldom.
"""

import json
from functools import partial
from io import BytesIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from followup.core.access import COMMAND_LINE
from followup.core.choices import Role
from followup.core.models import Committee, User
from reports.build import build_report
from reports.checks import findings_for
from reports.choices import Audience, RoundState
from reports.commands.decisions import approve_unit
from reports.commands.plan_import import changes_of, known_ids
from reports.commands.publishing import publish
from reports.models import Assessment, Report
from reports.plan_book.reading import read_workbook
from reports.plan_book.stored import stored_book
from reports.plan_book.writing import write_workbook
from tests.sent_fields import fields_in

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="it is PostgreSQL's planner that is asked"),
]

MUNICIPALITIES = 100
ROWS_THAT_GROW, ROWS_OF_A_LARGE_TABLE = 300, 5_000
READS = {"Seq Scan", "Index Scan", "Index Only Scan"}
BY_INDEX_ALONE = ("enable_seqscan", "enable_hashjoin", "enable_mergejoin")
SHORT_TEXTS = {"sentences": 2, "accounts": 3}
SHOWS_ALL, OF_ALL = {"/", "/sok/?q=finnsinte"}, {"reports_publication"}
"""Pages of what belongs to everybody, and what they look through by right."""


def tables_read_whole(sql, *, by_index_alone=False):
    """The tables that the plan of the statement reads from one end to the other."""
    with connection.cursor() as cursor, transaction.atomic():
        for setting in BY_INDEX_ALONE if by_index_alone else ():
            cursor.execute(f"SET LOCAL {setting} = off")
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        found = cursor.fetchone()[0]
    left, whole = [each["Plan"] for each in (json.loads(found) if isinstance(found, str) else found)], set()
    while left:
        node = left.pop()
        left += node.get("Plans", ())
        if "Relation Name" in node and node["Node Type"] in READS and "Index Cond" not in node:
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


def addresses(committee):
    """By role the pages that people wait for, and what they send most."""
    plan = committee.plans.order_by("-year_from").first()
    round, unit = plan.rounds.get(state=RoundState.OPEN), committee.units.first()
    goal = plan.goals.filter(children=None).first()
    report = Report.objects.filter(plan=plan, publications__isnull=False).first()
    of_plan = f"/planer/{committee.slug}/{plan.slug}/"
    everyone = [
        "/",
        f"/{committee.slug}/",
        f"/{committee.slug}/rapporter/",
        f"/{committee.slug}/mal/",
        f"/{committee.slug}/indikatorer/",
        f"/{committee.slug}/{report.slug}/",
        f"/{committee.slug}/flode.atom",
        f"/kommun/{committee.municipality_id}/",
        f"/kommun/{committee.municipality_id}/mal/",
        "/sok/?q=finnsinte",
    ]
    return {
        None: everyone,
        Role.REPORTER: [
            "/rapportera/",
            f"/rapportera/{round.pk}/{unit.pk}/",
            f"/rapportera/{round.pk}/{unit.pk}/mal/{goal.pk}/",
        ],
        Role.CONTROLLER: [
            "/oversikt/",
            f"/oversikt/{round.pk}/",
            f"/oversikt/{round.pk}/enhet/{unit.pk}/",
            of_plan,
            f"{of_plan}indikatorer/",
            f"{of_plan}utfall/",
            f"{of_plan}uppdrag/",
            "/rapporter/",
            f"/rapporter/{report.pk}/redigera/",
            f"/rapporter/{report.pk}/kontroll/",
            "/handelser/",
            "/arbeten/",
        ],
    }


def a_client(committee, role):
    client = Client()
    if role:
        client.force_login(User.objects.filter(memberships__committee=committee, memberships__role=role).first())
    return client


def work(committee):
    """By name what is asked beside showing pages: calls that do it."""
    plan = committee.plans.order_by("-year_from").first()
    round, unit = plan.rounds.get(state=RoundState.OPEN), committee.units.first()
    answer = Assessment.objects.filter(round=round, unit=unit, goal__isnull=False).first()
    report = Report.objects.filter(plan=plan).select_related("plan", "committee__municipality", "round").first()
    typist = a_client(committee, Role.REPORTER)
    address = f"/rapportera/{round.pk}/{unit.pk}/mal/{answer.goal_id}/"
    typed = fields_in(typist.get(address).content.decode()) | {"comment": "Nya ord."}
    book = write_workbook(stored_book(plan))

    def approve():
        Assessment.objects.filter(pk=answer.pk).update(state="ready", status="achieved")
        version = Assessment.objects.get(pk=answer.pk).version
        path = f"/oversikt/{round.pk}/svar/{answer.pk}/godkann/"
        return a_client(committee, Role.CONTROLLER).post(path, {"version": version})

    def publish_it():
        publish(report=report, audience=Audience.PUBLIC, change_note="Rättad.", accept_warnings=True, by=COMMAND_LINE)

    return {
        "autosave": lambda: typist.post(address, typed, headers={"HX-Request": "true"}),
        "approving": approve,
        "approving a unit": lambda: approve_unit(round=round, unit=unit, by=COMMAND_LINE),
        "loading a report": lambda: build_report(report),
        "checking": lambda: findings_for(report),
        "publishing": publish_it,
        "export": lambda: stored_book(plan),
        "import": lambda: changes_of(read_workbook(BytesIO(book), known_ids)),
    }


def whole_reads(name, act, growing):
    with CaptureQueriesContext(connection) as asked:
        answer = act()
    assert getattr(answer, "status_code", 200) in {200, 302}, name
    large = {table for table, rows in growing.items() if rows >= ROWS_OF_A_LARGE_TABLE}
    for sql in {each["sql"] for each in asked if each["sql"].startswith(("SELECT", "UPDATE", "DELETE"))}:
        whole = tables_read_whole(sql) & large | tables_read_whole(sql, by_index_alone=True) & growing.keys()
        if whole := whole - OF_ALL if name in SHOWS_ALL else whole:
            yield f"{name} reads all of {', '.join(sorted(whole))}: {sql}"


def test_nothing_that_grows_is_read_whole(light_pdf):
    call_command("make_bench_data", municipalities=MUNICIPALITIES, committees=1, years=2, verbosity=0, **SHORT_TEXTS)
    growing, committee, found = tables_that_grow(), Committee.objects.order_by("pk").first(), []
    assert {"goals_goal", "indicators_indicator", "indicators_measurement", "reports_assessment"} <= growing.keys()
    for role, paths in addresses(committee).items():
        client = a_client(committee, role)
        for path in paths:
            found += whole_reads(path, partial(client.get, path), growing)
    for name, act in work(committee).items():
        found += whole_reads(name, act, growing)
    assert not found, "\n".join(found)
