"""The schemas of the data files: what the document is, kept for every version that has been in use."""

import json
from dataclasses import dataclass
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

from reports.build.document import SCHEMA_VERSION
from reports.demo.load import load_demo
from reports.models import PublicationFile
from reports.open_data.json_schema import Definitions
from reports.open_data.report_schema import generated_schema, schema_name, stored_schema, stored_versions
from reports.render.data import render_json
from tests.render.example import example_document
from tests.render.example_blocks import rich_document


def test_the_stored_schema_is_what_the_document_is_now():
    """Where this fails: `manage.py report_schema > reports/open_data/schemas/report-<SCHEMA_VERSION>.json`."""
    assert stored_schema(int(SCHEMA_VERSION)) == generated_schema()


def test_a_version_that_has_been_in_use_keeps_its_schema():
    assert stored_versions() == tuple(range(4, int(SCHEMA_VERSION) + 1))
    assert stored_schema(3) is None


@pytest.mark.parametrize("version", stored_versions())
def test_every_schema_is_one_and_says_which(version):
    schema = json.loads(stored_schema(version))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == schema_name(version)
    assert schema["$defs"]["ReportDocument"]["properties"]["schema_version"] == {"const": str(version)}


def validator():
    return Draft202012Validator(json.loads(generated_schema()), format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("document", [example_document(), rich_document()], ids=["example", "every block"])
def test_what_is_written_follows_the_schema(document):
    assert [fault.message for fault in validator().iter_errors(json.loads(render_json(document)))] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("standing"),
        lambda data: data.update(more=1),
        lambda data: data.update(title=None),
        lambda data: data.update(schema_version="3"),
        lambda data: data["sections"][5]["block"].update(type="goal_overview"),
    ],
    ids=["missing", "unknown", "of another type", "of another version", "another kind"],
)
def test_what_does_not_follow_it_is_found(spoil):
    data = json.loads(render_json(example_document()))
    spoil(data)
    assert list(validator().iter_errors(data))


def test_every_report_of_the_demo_follows_the_schema(db, light_pdf):
    assert list(load_demo())
    files = PublicationFile.objects.filter(format="json")
    assert len(files) >= 6
    for file in files:
        assert list(validator().iter_errors(json.loads(file.read()))) == []


@dataclass
class Numbers:
    """What the figures are."""

    pair: tuple[str, int]
    many: tuple[Decimal, ...]
    perhaps: "str | None"


def test_types_become_what_json_has():
    definitions = Definitions("#/$defs/")
    assert definitions.schema_of(Numbers) == {"$ref": "#/$defs/Numbers"}
    found = definitions.found["Numbers"]
    assert found["properties"]["pair"] == {
        "type": "array",
        "prefixItems": [{"type": "string"}, {"type": "integer"}],
        "items": False,
        "minItems": 2,
    }
    assert found["properties"]["many"] == {"type": "array", "items": {"type": "number"}}
    assert found["properties"]["perhaps"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}
    assert found["description"] == "What the figures are."
    with pytest.raises(TypeError):
        definitions.schema_of(bytes)
