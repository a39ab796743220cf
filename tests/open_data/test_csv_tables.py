import csv
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.open_data.csv_tables import CsvColumn, CsvTable, metadata, write_csv

TABLE = CsvTable("t", "Tabell", (CsvColumn("a", "string", "A", "Det första."), CsvColumn("b", "decimal", "B", "")))


def read(content):
    return list(csv.reader(StringIO(content.decode(), newline=""), strict=True))


@given(st.lists(st.tuples(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))), max_size=5))
def test_any_text_comes_back_as_it_was_but_for_what_is_a_formula(rows):
    one = CsvTable("t", "T", TABLE.columns[:1])
    found = [row[0] if row else "" for row in read(write_csv(one, rows))[1:]]
    assert [text.removeprefix("'") if text.startswith("'") else text for text in found] == [
        text.removeprefix("'") if text.startswith("'") else text for (text,) in rows
    ]
    assert not [text for text in found if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


@pytest.mark.parametrize("text", ["=1+1", "+46", "-12 procent", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_no_cell_is_a_formula(text):
    assert read(write_csv(TABLE, [(text, None)]))[1][0] == f"'{text}"


def test_numbers_stand_as_they_are_and_what_is_missing_is_empty():
    rows = [("x", Decimal("-1.50")), ("x", Decimal("1E+3")), ("x", None), ("x", 7), ("x", False)]
    assert [row[1] for row in read(write_csv(TABLE, rows))[1:]] == ["-1.50", "1000", "", "7", "false"]


def test_the_first_row_names_the_columns_and_lines_end_as_rfc_4180_has_it():
    assert write_csv(TABLE, [("å,ä", None)]) == 'a,b\r\n"å,ä",\r\n'.encode()


def test_the_metadata_say_what_the_columns_are():
    told = metadata(TABLE, "https://uppfoljning.example/t.csv", "https://licence.example/")
    assert told["url"] == "https://uppfoljning.example/t.csv"
    assert [(each["name"], each["datatype"]) for each in told["tableSchema"]["columns"]] == [
        ("a", "string"),
        ("b", "decimal"),
    ]
    assert told["tableSchema"]["columns"][0]["dc:description"] == "Det första."
