"""The description of the open data is true: every path answers, and every answer is what it says."""

import json
import re

import pytest
from django.urls import get_resolver
from jsonschema import Draft202012Validator

from reports.build.document import SCHEMA_VERSION
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.open_data.openapi import OPERATIONS, describe
from reports.urls import reading_data
from tests.builders import a_report, a_section, an_assessment

DESCRIPTION = describe("/data/v1", "https://licence.example/")


@pytest.fixture
def values(world, cast, light_pdf):
    """What stands in the paths: version 1 can be read, version 2 has been withdrawn."""
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", comment="<p>Bra.</p>", state="approved")
    report = a_report(world.round, slug="delar-2017")
    a_section(report, kind="goal_table")
    for note in ("", "Rättad."):
        version = publish(
            report=report, audience=Audience.PUBLIC, change_note=note, accept_warnings=True, by=cast.controller
        )
    withdraw(publication=version, reason="Fel.", by=cast.controller)
    return {
        "municipality": world.committee.municipality_id,
        "committee": "socialnamnden",
        "report": "delar-2017",
        "version": 1,
        "table": "outcomes",
        "schema": SCHEMA_VERSION,
    }


def holds(content, schema):
    """The faults of the content against a schema of the description."""
    whole = {"components": DESCRIPTION["components"], **schema}
    return [fault.message for fault in Draft202012Validator(whole).iter_errors(content)]


def test_the_description_itself_is_whole(client, db):
    told = client.get("/data/v1/openapi.json").json()
    assert told["openapi"] == "3.1.0"
    assert {"title", "version"} <= set(told["info"])
    names = [path["get"]["operationId"] for path in told["paths"].values()]
    assert len(names) == len(set(names)) == len(OPERATIONS)
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    referred = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(told)))
    assert referred <= set(told["components"]["schemas"])
    for path, methods in told["paths"].items():
        assert list(methods) == ["get"]
        in_path = {each["name"] for each in methods["get"]["parameters"] if each["in"] == "path"}
        assert in_path == set(re.findall(r"\{(\w+)\}", path))


def test_every_address_of_the_data_is_described():
    served = {str(each.pattern) for each in reading_data.urlpatterns if str(each.pattern).startswith("data/v1")}
    shape = {re.sub(r"<[^>]+>", "{}", each).removeprefix("data/v1") for each in served} - {"/openapi.json"}
    assert shape == {re.sub(r"\{\w+\}", "{}", operation.path) for operation in OPERATIONS}
    assert get_resolver().resolve("/data/v1/openapi.json").view_name == "reading:data_openapi"


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
def test_every_path_answers_what_it_says(client, values, operation):
    answer = client.get("/data/v1" + operation.path.format(**values))
    assert answer.status_code == 200
    ((content_type, told),) = DESCRIPTION["paths"][operation.path]["get"]["responses"]["200"]["content"].items()
    assert answer["Content-Type"].partition(";")[0] == content_type
    if content_type == "application/json":
        assert holds(answer.json(), told["schema"]) == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/municipalities?page=x", 400),
        ("/committees?municipality=x", 400),
        ("/reports?page_size=0", 400),
        ("/reports/socialnamnden/annan", 404),
        ("/reports/socialnamnden/delar-2017/v9/document.json", 404),
        ("/reports/socialnamnden/delar-2017/v1/annat.csv", 404),
        ("/municipalities/999999/outcomes.csv", 404),
        ("/schema/report-1.json", 404),
        ("/reports/socialnamnden/delar-2017/v2/document.json", 410),
        ("/reports/socialnamnden/delar-2017/v2/outcomes.csv", 410),
        ("/reports/socialnamnden/delar-2017/v2/outcomes.csv-metadata.json", 410),
    ],
)
def test_a_refusal_is_a_problem_as_it_says(client, values, path, status):
    answer = client.get(f"/data/v1{path}")
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json; charset=utf-8")
    assert holds(answer.json(), {"$ref": "#/components/schemas/Problem"}) == []
    assert answer.json()["status"] == status


def test_an_answer_of_another_shape_is_found():
    assert holds({"total": 1}, {"$ref": "#/components/schemas/ReportPage"})
