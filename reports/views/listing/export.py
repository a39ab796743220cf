"""A list taken away: the rows and columns shown, as a spreadsheet or as text between semicolons."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from io import BytesIO, StringIO

from django.http import HttpResponse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from openpyxl import Workbook

from reports.render.formats import Format
from reports.render.xlsx_cells import Figure, Sheet, Value
from reports.views.listing.values import CellValue

_WIDEST = 60
_NARROWEST = 10
_COMPUTED = ("=", "+", "-", "@")
_LOOKS_LIKE_FORMULA = (*_COMPUTED, "\t", "\r", "\n")


class ListFormat(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


def exported(
    format: ListFormat,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[CellValue]],
    name: str,
) -> HttpResponse:
    """`name` begins the file's, and the day ends it. `title` names the sheet."""
    lines = [tuple(_plain(value) for value in row) for row in rows]
    content = _workbook(title, headings, lines) if format == ListFormat.XLSX else _text(headings, lines)
    kind = Format.XLSX.content_type if format == ListFormat.XLSX else "text/csv; charset=utf-8"
    file_name = f"{name}-{timezone.localdate():%Y-%m-%d}.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)


def _plain(value: CellValue) -> CellValue:
    if isinstance(value, SafeString):
        return strip_tags(value).strip()
    if value is None or isinstance(value, str | int | Decimal | date):
        return value
    return str(value)


def _workbook(title: str, headings: Sequence[str], rows: Sequence[Sequence[CellValue]]) -> bytes:
    sheet = Sheet(
        title=title,
        headings=tuple(headings),
        widths=tuple(_width(place, headings, rows) for place in range(len(headings))),
        rows=tuple(tuple(_cell(value) for value in row) for row in rows),
    )
    book = Workbook(write_only=True)
    list(sheet.write_to(book, sheet.title))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(value: CellValue) -> Value:
    return Figure(value, "General") if isinstance(value, Decimal) else value


def _width(place: int, headings: Sequence[str], rows: Sequence[Sequence[CellValue]]) -> int:
    longest = max((len(str(row[place])) for row in rows if row[place] is not None), default=0)
    return min(_WIDEST, max(_NARROWEST, longest, len(headings[place])) + 2)


def _text(headings: Sequence[str], rows: Iterable[Sequence[CellValue]]) -> bytes:
    """With a byte order mark and semicolons, as spreadsheet programs in Swedish expect; numbers have a comma."""
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([_written(each) for each in headings])
    writer.writerows([_written(value) for value in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _written(value: CellValue) -> str:
    """A text that a spreadsheet program would compute gets an apostrophe in front; a number cannot be a formula."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f").replace(".", ",")
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    text = value.replace("\x00", "")
    return f"'{text}" if text.startswith(_LOOKS_LIKE_FORMULA) or text.lstrip().startswith(_COMPUTED) else text
