"""No command line asks more questions when there are more rows; one that works version by version asks each as much."""

from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import call_command, get_commands
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from followup.core.files import sweeping
from reports.models import Publication
from tests.architecture.grown_world import FEW, MANY, grow
from tests.architecture.test_access_matrix import place, ways_in  # noqa: F401 - fixtures
from tests.bench.made import is_query
from tests.builders import a_stored_file


def of_report(here, *rest):
    return [here.report.committee.slug, here.report.slug, *rest]


COUNTED = {
    "check_report": of_report,
    "end_accounts": lambda here: ["--months", "12", "--dry-run"],
    "erase_person": lambda here: ["reader"],
    "export_person": lambda here: ["reader", "-o", "-"],
    "export_plan": lambda here: [here.report.committee.slug, here.arguments["plan_slug"], "-o", "-"],
    "export_report": lambda here: of_report(here, "--format", "json", "-o", "-"),
    "list_plans": lambda here: [],
    "list_reports": lambda here: [],
    "prune_files": lambda here: [],
    "prune_jobs": lambda here: [],
    "prune_personal_data": lambda here: [],
    "publish_report": lambda here: of_report(here, "--ignore-warnings", "--change-note", "Rättad."),
    "remove_second_factor": lambda here: ["reader"],
}
BY_VERSION = {"index_publications": ["--all"], "verify_publications": []}
OTHERWISE = {
    "backup": "reads each table once, and has a snapshot of its own: tests/files",
    "restore": "fills an empty database: tests/files",
    "import_plan": "counted at two sizes in tests/plan_import",
    "load_demo": "what it makes is the same every time",
    "serve_demo": "a server",
    "make_bench_data": "its rows are what is asked for",
    "report_schema": "asks the database nothing",
    "work": "does jobs, one after the other",
}
PACKAGES = ("followup", "goals", "indicators", "reports")


def test_every_command_of_ours_is_here():
    ours = {name for name, app in get_commands().items() if str(app).startswith(PACKAGES)}
    assert ours == set(COUNTED) | set(BY_VERSION) | set(OTHERWISE)


def queries_of(name, arguments):
    """Many rows are inserted in as many parts as the database takes values at once: parts in a row count as one."""
    with CaptureQueriesContext(connection) as captured, transaction.atomic():
        call_command(name, *arguments, stdout=StringIO())
        transaction.set_rollback(True)
    asked = [each["sql"] for each in captured if is_query(each["sql"])]
    inserted = [sql.partition("(")[0] if sql.startswith("INSERT") else "" for sql in asked]
    return len(asked) - sum(part != "" and part == before for before, part in pairwise(inserted))


def test_more_rows_ask_no_more(world, cast, place, tmp_path, monkeypatch):  # noqa: F811 - the fixture's value
    monkeypatch.setattr(sweeping, "AT_ONCE", 10_000)  # so that all files are one batch
    a_stored_file(b"That nothing refers to.")

    def counted():
        return {
            name: queries_of(name, [str(tmp_path / "ut") if each == "-" else each for each in arguments(place)])
            for name, arguments in COUNTED.items()
        }

    grow(world, cast, place, by=FEW)
    few = counted()
    grow(world, cast, place, by=MANY)
    many = counted()
    assert {name: (few[name], many[name]) for name in COUNTED if few[name] < many[name]} == {}


def test_each_version_asks_as_much(world, cast, place):  # noqa: F811 - the fixture's value
    found = []
    for more in (FEW, FEW + 1, FEW + 2):
        grow(world, cast, place, by=more)
        queries = {name: queries_of(name, arguments) for name, arguments in BY_VERSION.items()}
        found.append((Publication.objects.count(), queries))
    (first, few), (second, some), (third, many) = found
    for name in BY_VERSION:
        each, each_later = (some[name] - few[name]) / (second - first), (many[name] - some[name]) / (third - second)
        assert each == pytest.approx(each_later, rel=0.1), name
