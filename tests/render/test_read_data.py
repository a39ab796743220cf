"""The published data file read back: what was written is what is read, whatever it holds."""

import json
from base64 import b64encode
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.build.document import SCHEMA_VERSION, ReportDocument
from reports.build.document.data import LEFT_OUT, Unreadable
from reports.render.data import render_json
from reports.render.html import render_html
from reports.render.pdf import print_source
from reports.render.read_data import read_json
from tests.render.example import example_document
from tests.render.example_blocks import rich_document
from tests.render.example_summed_up import summed_up_document

EXAMPLES = {"example": example_document, "blocks": rich_document, "summed up": summed_up_document}
PLAIN = {
    str: st.text(max_size=5),
    bool: st.booleans(),
    int: st.integers(0, 9),
    Decimal: st.decimals(-(10**9), 10**9, places=3),
    date: st.dates(),
    datetime: st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC)),
}


def anything(hint, name=""):
    """Any value that a field of the document may have, as its type says."""
    origin, choices = get_origin(hint), get_args(hint)
    if name in LEFT_OUT:
        return st.just("")
    if name == "schema_version":
        return st.just(SCHEMA_VERSION)
    if origin in (Union, UnionType):
        return st.one_of([st.none() if each is NoneType else anything(each) for each in choices])
    if origin is tuple:
        return st.lists(anything(choices[0]), max_size=2).map(tuple)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        named = {
            each.name: st.deferred(lambda each=each: anything(hints[each.name], each.name)) for each in fields(hint)
        }
        return st.builds(hint, **named)
    return st.sampled_from(hint) if issubclass(hint, Enum) else PLAIN[hint]


def without_logo(document):
    return replace(document, publisher=replace(document.publisher, logo=None))


@given(anything(ReportDocument).map(without_logo))
def test_any_document_is_read_as_it_was_written(document):
    assert read_json(render_json(document)) == document


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_rendered_alike_from_their_data(name):
    document = EXAMPLES[name]()
    images = image_sources(document)
    found = read_json(render_json(document), lambda sha256: images.get(sha256, ""))
    assert found == document
    assert render_html(found) == render_html(document)
    assert print_source(found) == print_source(document)


def image_sources(value):
    """The images anywhere in a document, by their sums."""
    found = {}
    if is_dataclass(value):
        if getattr(value, "image_source", ""):
            found[value.sha256] = value.image_source
        for field in fields(value):
            found |= image_sources(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            found |= image_sources(each)
    return found


def test_a_logo_whose_bytes_are_gone_is_left_out():
    logo = {"content_type": "image/png", "size": 1, "sha256": "a" * 64, "width": 1, "height": 1}
    data = json.loads(render_json(example_document()))
    data["publisher"]["logo"] = logo
    content = json.dumps(data).encode()
    assert read_json(content).publisher.logo is None
    source = f"data:image/png;base64,{b64encode(b'x').decode()}"
    assert read_json(content, lambda sha256: source).publisher.logo.image_source == source


def test_what_an_older_file_lacks_has_its_default():
    data = json.loads(render_json(example_document()))
    del data["since_last"], data["publisher"]["font"]
    assert read_json(json.dumps(data).encode()) == example_document()


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(schema_version="3"),
        lambda data: data.pop("title"),
        lambda data: data.update(title=None),
        lambda data: data.update(title=5),
        lambda data: data.update(sections={}),
        lambda data: data.update(sections=["x"]),
        lambda data: data.update(as_of="i går"),
        lambda data: data["edition"].update(version="2"),
        lambda data: data["sections"][0].update(level=True),
        lambda data: data["sections"][5]["block"].update(type="script"),
        lambda data: data["sections"][5]["block"].pop("type"),
        lambda data: data.clear(),
    ],
)
def test_what_is_not_a_whole_document_is_refused(change):
    data = json.loads(render_json(example_document()))
    change(data)
    with pytest.raises(Unreadable):
        read_json(json.dumps(data).encode())


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"\xff", b"{" * 5000, b"[" * 100000])
def test_what_is_no_data_at_all_is_refused(content):
    with pytest.raises(Unreadable):
        read_json(content)
