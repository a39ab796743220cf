"""A report's own parts as facts: sections, tables, attachments."""

from itertools import groupby
from typing import Any

from django.db.models import Exists

from followup.core.files.reading import read_file
from reports.attached.file import IMAGES
from reports.build.part_facts import AttachmentFact, FileFact, SectionFact, TableFact, TableRowFact
from reports.models import Attachment, DataTable, Report, Section


def sections_of(report: Report) -> tuple[tuple[SectionFact, ...], bool]:
    """Those that are not hidden; and whether the report has tables, so that they need not be asked for in vain."""
    rows = list(
        Section.objects.filter(report=report, is_hidden=False)
        .order_by("position", "pk")
        .annotate(has_tables=Exists(DataTable.objects.filter(report=report)))
        .values_list("id", "level", "title", "kind", "content", "options", "anchor", "has_tables")
    )
    sections = tuple(
        SectionFact(*row[:5], {key: tuple(texts) for key, texts in row[5].items()}, row[6]) for row in rows
    )
    return sections, bool(rows) and bool(rows[0][-1])


def tables_of(report: Report) -> tuple[TableFact, ...]:
    """The tables with their rows, one query; a table without rows is there too."""
    rows = (
        DataTable.objects.filter(report=report)
        .order_by("position", "pk", "rows__position", "rows__pk")
        .values_list("key", "title", "unit_of_measure", "rows__pk", "rows__kind", "rows__label", "rows__cells")
    )
    return tuple(
        TableFact(*(*head, tuple(TableRowFact(row[4], row[5], tuple(row[6])) for row in parts if row[3] is not None)))
        for head, parts in groupby(rows, lambda row: row[:3])
    )


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
