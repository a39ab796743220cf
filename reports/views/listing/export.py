"""A list taken away: the rows and columns shown, as a spreadsheet or as text between semicolons."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import partial
from io import BytesIO, StringIO

from django.http import HttpResponse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from openpyxl import Workbook

from followup.core.dates import SWEDISH_TIME
from reports.render.formats import Format
from reports.render.xlsx_cells import Figure, Sheet, Value
from reports.render.xlsx_titles import sheet_title
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
    *,
    count: int,
) -> HttpResponse:
    """`name` begins the file's, and the day ends it. `title` names the sheet. `count` is of all rows there are."""
    lines = [tuple(_plain(value) for value in row) for row in rows]
    note = _cut_short(len(lines), count) if count > len(lines) else ""
    write = partial(_workbook, title) if format == ListFormat.XLSX else _text
    content = write(headings, lines, note)
    kind = Format.XLSX.content_type if format == ListFormat.XLSX else "text/csv; charset=utf-8"
    file_name = f"{name}-{timezone.localdate():%Y-%m-%d}.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)


def _cut_short(shown: int, count: int) -> str:
    return _("De första %(shown)d av %(count)d rader. Begränsa valet för att få de andra.") % {
        "shown": shown,
        "count": count,
    }


def _plain(value: CellValue) -> CellValue:
    """A moment by Swedish clocks; neither file knows of time zones."""
    if isinstance(value, datetime):
        return value.astimezone(SWEDISH_TIME).replace(tzinfo=None)
    if isinstance(value, SafeString):
        return strip_tags(value).strip()
    if value is None or isinstance(value, str | int | Decimal | date):
        return value
    return str(value)


def _workbook(title: str, headings: Sequence[str], rows: Sequence[Sequence[CellValue]], note: str) -> bytes:
    sheet = Sheet(
        title=title,
        headings=tuple(headings),
        widths=tuple(_width(place, headings, rows) for place in range(len(headings))),
        rows=tuple(tuple(_cell(value) for value in row) for row in rows),
        upper=((note,),) if note else (),
    )
    book = Workbook(write_only=True)
    list(sheet.write_to(book, sheet_title(title)))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(value: CellValue) -> Value:
    return Figure(value, "General") if isinstance(value, Decimal) else value


def _width(place: int, headings: Sequence[str], rows: Sequence[Sequence[CellValue]]) -> int:
    longest = max((len(str(row[place])) for row in rows if row[place] is not None), default=0)
    return min(_WIDEST, max(_NARROWEST, longest, len(headings[place])) + 2)


def _text(headings: Sequence[str], rows: Iterable[Sequence[CellValue]], note: str) -> bytes:
    """With a byte order mark and semicolons, as spreadsheet programs in Swedish expect; numbers have a comma.

    `note` stands last, where it moves no heading.
    """
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([_written(each) for each in headings])
    writer.writerows([_written(value) for value in row] for row in rows)
    if note:
        writer.writerow([note])
    return stream.getvalue().encode("utf-8-sig")


def _written(value: CellValue) -> str:
    """A text that a spreadsheet program would compute gets an apostrophe in front; a number cannot be a formula."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f").replace(".", ",")
    if isinstance(value, date):
        return f"{value:%Y-%m-%d %H:%M:%S}" if isinstance(value, datetime) else f"{value:%Y-%m-%d}"
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    text = value.replace("\x00", "")
    return f"'{text}" if text.startswith(_LOOKS_LIKE_FORMULA) or text.lstrip().startswith(_COMPUTED) else text
