"""A committee of the project's own generator, and people to ask its pages as."""

import uuid
from itertools import count
from random import Random
from urllib.parse import urlencode

from tests.sent_fields import fields_in, hidden_fields_in

FORM = "application/x-www-form-urlencoded"
_people = count(1)
_NO_QUERIES = {"BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK"}


def a_committee(name="Socialnämnden", *, year=2025, years=1, is_current=True, **shape):
    """Its plan, with rounds, answers, figures and reports that are not published."""
    from followup.core.access import COMMAND_LINE
    from reports.bench_data.book import PlanOf, Shape, plan_sheets
    from reports.commands.plan_import import BookFile, import_plan
    from reports.plan_book.reading import read_sheets

    of = PlanOf("Kommun 3000", "3000", name, year - years + 1, year, is_current)
    sheets = plan_sheets(of, Shape(**shape), Random(1))
    return import_plan(book=read_sheets([sheets]), by=COMMAND_LINE, file=BookFile("bench", "")).plan


def asked_to_publish(report):
    """The job, as a controller asks for it: done by the worker."""
    from django.utils import timezone

    from followup.core.access import COMMAND_LINE
    from reports.choices import Audience
    from reports.commands.jobs.asking import ask_to_publish

    return ask_to_publish(
        report=report,
        audience=Audience.PUBLIC,
        change_note="Rättad.",
        key=uuid.uuid4(),
        now=timezone.now(),
        by=COMMAND_LINE,
    )


def a_client(role, committee, unit=None):
    """A client that is signed in as somebody with the role, for the unit or all."""
    from django.test import Client

    from tests import builders

    user = builders.a_member(f"{role}-{next(_people)}", role, committee, unit)
    client = Client()
    client.force_login(user)
    return client


def a_typist(client, address):
    """A call that saves one text more in the answer, as the page's script does: all fields, and what came back."""
    fields = fields_in(client.get(address).content.decode())
    numbers = count(1)

    def save():
        fields["comment"] = f"Text {next(numbers)}"
        answer = client.post(address, urlencode(fields), FORM, headers={"HX-Request": "true"})
        assert answer.status_code == 200, answer.status_code
        fields.update(hidden_fields_in(answer.content.decode()))

    return save


def queries_of(act):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        act()
    return sum(is_query(query["sql"]) for query in captured)


def is_query(statement):
    """Whether it reads or writes rows: beginning and ending a transaction, or a part of one, is no query."""
    return statement.split()[0] not in _NO_QUERIES
