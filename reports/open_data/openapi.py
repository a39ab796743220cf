"""The description of the open data's addresses (OpenAPI 3.1). Its schemas are made from what the addresses answer."""

from dataclasses import dataclass
from typing import Any

from reports.open_data.answers import (
    CommitteePage,
    Index,
    MunicipalityPage,
    Problem,
    ReportPage,
    ReportVersions,
)
from reports.open_data.json_schema import DIALECT, Definitions

VERSION = "1.0.0"

_PLACE = "#/components/schemas/"
_JSON = "application/json"
_CSV = "text/csv"


def _in_path(name: str, description: str, kind: str = "string", **more: Any) -> dict[str, Any]:
    schema = {"type": kind, **more}
    return {"name": name, "in": "path", "required": True, "description": description, "schema": schema}


def _in_query(name: str, description: str, kind: str = "integer", **more: Any) -> dict[str, Any]:
    schema = {"type": kind, **more}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


_COMMITTEE = _in_path("committee", "A committee's slug.")
_REPORT = _in_path("report", "The report's part of its address.")
_VERSION = _in_path("version", "A version's number.", "integer", minimum=1)
_TABLE = _in_path("table", "Which table.", enum=["judgements", "outcomes"])
_MUNICIPALITY = _in_path("municipality", "A municipality's id.", "integer", minimum=1)
_OF_MUNICIPALITY = _in_query("municipality", "Only of the municipality with this id.", minimum=1)
_PAGING = (
    _in_query("page", "Which page; the first is 1.", minimum=1, default=1),
    _in_query("page_size", "How many on a page.", minimum=1, maximum=100, default=50),
)


@dataclass(frozen=True, slots=True)
class Operation:
    """`path` is below the server's address; `answer` a dataclass, or the content type of a file."""

    path: str
    name: str
    summary: str
    answer: Any
    parameters: tuple[dict[str, Any], ...] = ()


OPERATIONS = (
    Operation("/", "index", "The way in.", Index),
    Operation("/municipalities", "municipalities", "Municipalities by name.", MunicipalityPage, _PAGING),
    Operation(
        "/municipalities/{municipality}/{table}.csv",
        "municipalityTable",
        "A table of all the municipality's reports, each by its newest public version.",
        _CSV,
        (_MUNICIPALITY, _TABLE),
    ),
    Operation("/committees", "committees", "Committees by name.", CommitteePage, (_OF_MUNICIPALITY, *_PAGING)),
    Operation(
        "/reports",
        "reports",
        "Reports by their newest public version, the newest first.",
        ReportPage,
        (_OF_MUNICIPALITY, _in_query("committee", "Only of the committee with this slug.", "string"), *_PAGING),
    ),
    Operation(
        "/reports/{committee}/{report}", "report", "A report's public versions.", ReportVersions, (_COMMITTEE, _REPORT)
    ),
    Operation(
        "/reports/{committee}/{report}/v{version}/document.json",
        "document",
        "All that a version holds, as it was sealed. Its schema is /schema/report-{schema_version}.json.",
        _JSON,
        (_COMMITTEE, _REPORT, _VERSION),
    ),
    Operation(
        "/reports/{committee}/{report}/v{version}/{table}.csv",
        "table",
        "A version's table: UTF-8, commas, RFC 4180, a first row with the columns' names.",
        _CSV,
        (_COMMITTEE, _REPORT, _VERSION, _TABLE),
    ),
    Operation(
        "/reports/{committee}/{report}/v{version}/{table}.csv-metadata.json",
        "tableMetadata",
        "What the columns of the table mean (CSV on the Web).",
        "application/csvm+json",
        (_COMMITTEE, _REPORT, _VERSION, _TABLE),
    ),
    Operation(
        "/schema/report-{schema}.json",
        "schema",
        "The JSON Schema of documents with that schema_version.",
        "application/schema+json",
        (_in_path("schema", "The schema's version.", "integer", minimum=1),),
    ),
)


def describe(server: str, licence: str) -> dict[str, Any]:
    """`server` is the absolute address of `/data/v1`, `licence` that of the licence."""
    definitions = Definitions(_PLACE)
    paths = {operation.path: {"get": _operation(operation, definitions)} for operation in OPERATIONS}
    definitions.schema_of(Problem)
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": "Uppföljning: published reports as open data",
            "version": VERSION,
            "description": "Read only. What is public, and nothing else, whoever asks. Names stay within /v1.",
            "license": {"name": "Licence of the data", "url": licence},
        },
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"schemas": dict(sorted(definitions.found.items()))},
    }


def _operation(operation: Operation, definitions: Definitions) -> dict[str, Any]:
    if isinstance(operation.answer, str):
        is_json = operation.answer.endswith("json")
        content = {operation.answer: {"schema": {"type": "object"} if is_json else {"type": "string"}}}
    else:
        content = {_JSON: {"schema": definitions.schema_of(operation.answer)}}
    refused = {"application/problem+json": {"schema": definitions.schema_of(Problem)}}
    faults = {"404": {"description": "It does not exist, or is not public.", "content": refused}}
    if any(each["in"] == "query" for each in operation.parameters):
        faults = {"400": {"description": "The question cannot be answered.", "content": refused}}
    elif not operation.parameters:
        faults = {}
    elif "{version}" in operation.path:
        faults["410"] = {"description": "The version has been withdrawn.", "content": refused}
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": list(operation.parameters),
        "responses": {
            "200": {"description": "What was asked for.", "content": content},
            "304": {"description": "The reader has it already (ETag, Last-Modified)."},
            **faults,
        },
    }
