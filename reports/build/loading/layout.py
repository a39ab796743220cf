"""A report's own parts as facts: sections, tables, attachments."""

from itertools import groupby
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, Value

from followup.core.files.reading import read_file
from followup.core.statements import Given, Row, Statement
from reports.attached.file import IMAGES
from reports.build.part_facts import AttachmentFact, FileFact, SectionFact, TableFact, TableRowFact
from reports.models import Attachment, DataTable, Report, Section

_SECTION, _TABLE = range(2)
_ORDER = ("which", "place", "part", "row_place", "row")
"""Sections before tables, and the rows of each table."""


def parts_of(report: Report) -> tuple[tuple[SectionFact, ...], tuple[TableFact, ...]]:
    """The sections that are not hidden, and the tables. One query."""
    rows = _PARTS.rows(report=report.pk)
    sections = tuple(_section(*row[2:]) for row in rows if row[0] == _SECTION)
    return sections, _tables([row for row in rows if row[0] == _TABLE])


def tables_of(report: Report) -> tuple[TableFact, ...]:
    """The tables with their rows, one query; a table without rows is there too."""
    return _tables(_TABLES.rows(report=report.pk))


def _section_rows() -> QuerySet[Any, Any]:
    return (
        Section.objects.filter(report=Given("report"), is_hidden=False)
        .order_by()
        .annotate(which=_number(_SECTION), place=F("position"), part=F("pk"), row_place=_number(0), row=_number(0))
        .values_list(*_ORDER, "title", "kind", "content", "options", "anchor", Value("", CharField()), "level")
    )


def _table_rows() -> QuerySet[Any, Any]:
    return (
        DataTable.objects.filter(report=Given("report"))
        .order_by()
        .annotate(which=_number(_TABLE), place=F("position"), part=F("pk"))
        .annotate(row_place=F("rows__position"), row=F("rows__pk"))
        .values_list(*_ORDER, "title", "rows__kind", "rows__label", "rows__cells", "key", "unit_of_measure", _number(0))
    )


def _number(value: int) -> Value:
    return Value(value, IntegerField())


_PARTS = Statement(lambda: _section_rows().union(_table_rows(), all=True).order_by(*_ORDER))
_TABLES = Statement(lambda: _table_rows().order_by(*_ORDER))


def _section(key: int, _place: int, _row: int, *said: Any) -> SectionFact:
    title, kind, content, options, anchor, _unit_of_measure, level = said
    return SectionFact(
        key, level, title, kind, content, {name: tuple(texts) for name, texts in options.items()}, anchor
    )


def _tables(rows: list[Row]) -> tuple[TableFact, ...]:
    found = []
    for _key, each in groupby(rows, lambda row: row[2]):
        parts = list(each)
        title, _kind, _label, _cells, key, unit_of_measure, _level = parts[0][len(_ORDER) :]
        lines = tuple(
            TableRowFact(kind, label, tuple(cells))
            for row, _title, kind, label, cells, *_rest in (part[4:] for part in parts)
            if row is not None
        )
        found.append(TableFact(key, title, unit_of_measure, lines))
    return tuple(found)


_FILE_FIELDS = ("name", "content_type", "size", "sha256", "alternative_text", "width", "height")


def attachments_of(report: Report) -> tuple[AttachmentFact, ...]:
    """In order, each with its file where it has one; the bytes of images are read. One query."""
    rows = Attachment.objects.filter(report=report).order_by("position", "pk")
    names = [f"file__{name}" for name in _FILE_FIELDS]
    found: list[tuple[Any, ...]] = list(rows.values_list("title", "description", "address", "file__pk", *names))
    return tuple(map(_attachment, found))


def _attachment(row: tuple[Any, ...]) -> AttachmentFact:
    title, description, address, pk, name, content_type, size, sha256, alternative_text, width, height = row
    if pk is None:
        return AttachmentFact(title, description, address)
    content = read_file(sha256) if content_type in IMAGES else b""
    file = FileFact(name, content_type, size, sha256, alternative_text, width, height, content)
    return AttachmentFact(title, description, address, file)
