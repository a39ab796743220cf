import json
from dataclasses import fields, is_dataclass
from hashlib import sha256

from reports.build import document as document_module
from reports.build.document import SCHEMA_VERSION
from reports.render.data import render_json
from tests.render.example import example_document
from tests.render.example_blocks import rich_document, rich_sections


def data(**overrides):
    return json.loads(render_json(example_document(**overrides)))


def test_it_is_utf_8_with_a_line_end_last_and_the_same_each_time():
    content = render_json(example_document())
    assert content == render_json(example_document())
    assert content.endswith(b"}\n")
    assert "Ålunda kommun".encode() in content


def test_the_schema_version_comes_first():
    assert next(iter(data().items())) == ("schema_version", SCHEMA_VERSION)


def test_a_shape_that_has_changed_has_a_new_version():
    """Where this fails, raise SCHEMA_VERSION unless it was raised since the last release, and renew the digest."""
    kinds = [getattr(document_module, name) for name in sorted(document_module.__all__)]
    shape = {kind.__name__: [each.name for each in fields(kind)] for kind in kinds if is_dataclass(kind)}
    digest = sha256(json.dumps(shape).encode()).hexdigest()[:16]
    assert (SCHEMA_VERSION, digest) == ("5", "193790d7d1938d16")


def test_dates_are_iso_8601():
    assert data()["as_of"] == "2017-08-31"
    assert data()["edition"]["published_at"] == "2017-10-12T07:32:00+00:00"


def test_what_a_draft_lacks_is_null():
    assert data(edition=None)["edition"] is None


def test_a_block_says_what_it_is():
    blocks = [section["block"] and section["block"]["type"] for section in data()["sections"]]
    assert blocks == [None, None, "goal_overview", "page_break", None, "goal_table", None]


def test_rich_text_stands_as_html_and_as_text():
    part = data()["sections"][5]["block"]["rows"][4]["results"][2]["parts"][0]
    assert "&lt;b&gt;" in part["html"]
    assert "<b>" in part["text"]
    assert "<p>" not in part["text"]


def test_every_result_of_the_document_is_there():
    document = example_document()
    rows = data()["sections"][5]["block"]["rows"]
    assert [len(row["results"]) for row in rows] == [len(row.results) for row in document.sections[5].block.rows]
    assert rows[0]["results"][1]["status"] == {"mark": "partly_achieved", "word": "Målet är delvis uppnått"}


def test_every_kind_of_block_says_what_it_is():
    sections = json.loads(render_json(rich_document()))["sections"]
    assert [section["block"]["type"] for section in sections if section["block"]] == [
        "table",
        "table",
        "chart",
        "goal_overview",
        "goal_follow_up",
        "table",
        "table",
        "table",
        "attachment_list",
    ]
    assert (
        next(each for each in sections if each["anchor"] == "aktiviteter")["empty_words"]
        == "Planen har inga aktiviteter."
    )


def test_parts_of_the_follow_up_say_what_they_are():
    sections = json.loads(render_json(rich_document()))["sections"]
    parts = next(section["block"]["parts"] for section in sections if section["anchor"] == "malen")
    assert [part["type"] for part in parts][:3] == ["goal_part", "goal_part", "goal_indicators"]


def test_numbers_are_numbers_and_their_words_stand_beside_them():
    table = json.loads(render_json(rich_document(sections=rich_sections()[:1])))["sections"][0]["block"]
    total = table["body"][5]
    assert total["role"] == "sum"
    assert (total["cells"][1]["value"], total["cells"][1]["text"]) == (1593404, "1\u00a0593\u00a0404")
    assert table["body"][7]["cells"][1]["value"] == -12.7


def test_notes_stand_in_the_order_of_their_numbers():
    assert [note["number"] for note in json.loads(render_json(rich_document()))["notes"]] == [1, 2, 3, 4, 5, 6]
