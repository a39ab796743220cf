"""Whatever is done to a book, it is read or refused, and nothing else happens."""

import random
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from reports.plan_book.book import BookFault, PlanBook
from reports.plan_book.reading import read_workbook
from reports.plan_book.writing import template_workbook
from tests.plan_book.books import file_of, openpyxl_book, package

TEMPLATE = template_workbook()
ROWS = {sheet.title: list(sheet.values) for sheet in load_workbook(BytesIO(TEMPLATE))}
AWKWARD = [
    "",
    " ",
    "Ett",
    "ja",
    "=1+1",
    "=",
    "#REF!",
    "1;2;;1",
    "2022T2",
    "1.234",
    "−1",
    "1e5",
    "x" * 5000,
    "- a\n- b",
    "\t",
]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.sampled_from(AWKWARD),
    st.text(st.characters(blacklist_categories=("Cc", "Cs")), max_size=20),
)
CHANGES = st.lists(
    st.tuples(
        st.integers(1, 14), st.integers(1, 6), st.integers(1, 22), VALUES, st.sampled_from(["General", "0%", "hh:mm"])
    ),
    min_size=1,
    max_size=5,
)


def outcome_of(source):
    try:
        return read_workbook(source)
    except BookFault as fault:
        return fault if fault.lines and all(line.strip() and "\n" not in line for line in fault.lines) else None


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(CHANGES)
def test_a_book_with_cells_and_headings_changed(changes):
    book = openpyxl_book(ROWS)
    sheets = book.worksheets
    for sheet, row, column, value, number_format in changes:
        cell = sheets[sheet].cell(row, column)
        cell.value = value
        cell.number_format = number_format
    assert isinstance(outcome_of(file_of(book)), PlanBook | BookFault)


@pytest.mark.parametrize("seed", range(150))
def test_a_file_with_bytes_changed(seed):
    chance = random.Random(seed)
    with ZipFile(BytesIO(TEMPLATE)) as archive:
        parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    for part in chance.sample(list(parts.values()), 3):
        for _change in range(chance.choice([1, 3, 20])):
            place = chance.randrange(len(part))
            part[place : place + chance.choice([0, 1, 10])] = chance.choice(
                [b"", b"<", b'"', b"</c>", b"\xff", b"9" * 40]
            )
    assert isinstance(outcome_of(package({name: bytes(part) for name, part in parts.items()})), PlanBook | BookFault)


@pytest.mark.parametrize("seed", range(50))
def test_a_packed_file_with_bytes_changed(seed):
    chance = random.Random(seed)
    packed = bytearray(TEMPLATE)
    for _change in range(chance.choice([1, 5, 50])):
        packed[chance.randrange(len(packed))] = chance.randrange(256)
    assert isinstance(outcome_of(BytesIO(bytes(packed[: chance.choice([len(packed), 5000])]))), PlanBook | BookFault)
