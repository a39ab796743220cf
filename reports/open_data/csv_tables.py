"""CSV as RFC 4180 has it, and what the columns mean as CSV on the Web has it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import Any

from django.utils.functional import Promise

CSV_TYPE = "text/csv; charset=utf-8; header=present"
CSVW_TYPE = "application/csvm+json; charset=utf-8"

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

Value = str | bool | int | Decimal | None


@dataclass(frozen=True, slots=True)
class CsvColumn:
    """`datatype` is one of CSV on the Web: `string`, `integer`, `decimal`, `date`, `boolean`."""

    name: str
    datatype: str
    title: str | Promise
    means: str | Promise


@dataclass(frozen=True, slots=True)
class CsvTable:
    name: str
    title: str | Promise
    columns: tuple[CsvColumn, ...]


def write_csv(table: CsvTable, rows: Iterable[tuple[Value, ...]]) -> bytes:
    """UTF-8 without a byte order mark, commas, lines that end in CR LF, a first row with the columns' names.

    Decimals have a point. What is missing is empty. A text that a spreadsheet would take for a formula begins with an
    apostrophe; numbers stand as they are.
    """
    outcome = StringIO()
    writer = csv.writer(outcome, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return outcome.getvalue().encode()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_STARTS_A_FORMULA) else value
    return str(value)


def metadata(table: CsvTable, address: str, licence: str) -> dict[str, Any]:
    """`address` is the table's own; for a program that reads CSV on the Web (W3C, 2015)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "url": address,
        "dc:title": table.title,
        "dc:license": {"@id": licence},
        "dialect": {
            "encoding": "utf-8",
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "lineTerminators": ["\r\n"],
            "header": True,
            "headerRowCount": 1,
        },
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": {"sv": column.title, "und": column.name},
                    "dc:description": column.means,
                    "datatype": column.datatype,
                }
                for column in table.columns
            ]
        },
    }
