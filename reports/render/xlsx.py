"""The report as a workbook: a sheet of facts about it, one for each block, its sections' texts and its notes."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import override
from openpyxl import Workbook

from followup.core.dates import SWEDISH_TIME
from reports.build.document import (
    AttachmentList,
    Chart,
    DocumentSection,
    GoalFollowUp,
    GoalOverview,
    GoalTable,
    Note,
    PageBreak,
    ReportDocument,
    Table,
)
from reports.render.once import once_a_document
from reports.render.pages import LANGUAGE
from reports.render.texts import plain_text
from reports.render.xlsx_cells import Continuation, Sheet, Value
from reports.render.xlsx_file import frozen
from reports.render.xlsx_follow_up import follow_up_sheets
from reports.render.xlsx_goals import goal_sheet, overview_sheet
from reports.render.xlsx_naming import sheet_names
from reports.render.xlsx_summing_up import brief_sheets, since_sheets
from reports.render.xlsx_tables import table_sheet
from reports.render.xlsx_titles import SheetTitles


@once_a_document
def render_xlsx(document: ReportDocument) -> bytes:
    """Text stays text, whatever it looks like; dates are dates. The bytes depend on the document alone."""
    with override(LANGUAGE):
        book = Workbook(write_only=True)
        titles = SheetTitles()
        continued: list[Continuation] = []
        for sheet in _sheets(document):
            continued += sheet.write_to(book, titles.free(sheet.title))
        for sheet in _long_texts(continued):
            list(sheet.write_to(book, titles.free(sheet.title)))
        book.properties.title = document.title
        book.properties.creator = f"{document.publisher.committee}, {document.publisher.municipality}"
        book.properties.language = LANGUAGE
        stream = BytesIO()
        book.save(stream)
    return frozen(stream.getvalue(), _moment(document))


def _sheets(document: ReportDocument) -> Iterator[Sheet]:
    yield _facts(document)
    yield from brief_sheets(document)
    yield from since_sheets(document)
    yield from _block_sheets(document.sections)
    yield from _texts(document.sections)
    yield from _notes(document.notes)


def _facts(document: ReportDocument) -> Sheet:
    return Sheet(
        title=_("Rapport"),
        headings=(_("Uppgift"), _("Värde")),
        widths=(32, 80),
        rows=tuple(_fact_rows(document)),
        filtered=False,
    )


def _fact_rows(document: ReportDocument) -> Iterator[tuple[Value, ...]]:
    publisher, edition = document.publisher, document.edition
    yield _("Kommun"), publisher.municipality
    yield _("Kommunkod"), publisher.municipality_code
    yield _("Nämnd"), publisher.committee
    yield _("Rapport"), document.title
    yield _("Underrubrik"), document.subtitle
    yield _("Avser läget per den"), document.as_of
    yield _("Daterad"), document.dated
    yield _("Diarienummer"), document.registry_number
    yield _("Plan"), document.plan_title
    yield _("Version"), edition.version if edition else _("Utkast")
    if edition:
        yield _("Publicerad"), edition.published_at.astimezone(SWEDISH_TIME).replace(tzinfo=None, microsecond=0)
        yield _("Ändring sedan förra versionen"), edition.change_note
    for summary in document.summaries:
        for each in summary.counts:
            yield f"{summary.label}: {each.status.word}", each.count
        yield _("%(label)s: ingen bedömning") % {"label": summary.label}, summary.without
        if summary.in_words:
            yield _("%(label)s: svar i ord, utan status") % {"label": summary.label}, summary.in_words


def _block_sheets(sections: tuple[DocumentSection, ...]) -> Iterator[Sheet]:
    for section, title in zip(sections, sheet_names(sections), strict=True):
        match section.block:
            case GoalTable() as goals:
                yield goal_sheet(goals, title)
            case GoalOverview() as overview:
                yield overview_sheet(overview, title)
            case GoalFollowUp() as follow_up:
                yield from follow_up_sheets(follow_up, title)
            case Table() as table:
                yield table_sheet(table, title)
            case Chart() as chart:
                yield table_sheet(chart.table, title)
            case AttachmentList() as attachments:
                yield _attachments(attachments, title)
            case PageBreak() | None:
                continue


def _texts(sections: tuple[DocumentSection, ...]) -> Iterator[Sheet]:
    """The sections' own headings and texts in one sheet, in the report's order; none where no section has any."""
    rows = tuple((each.level, each.title, plain_text(each.html)) for each in sections if each.title or each.html)
    if rows:
        yield Sheet(
            title=_("Avsnitt"), headings=(_("Rubriknivå"), _("Rubrik"), _("Text")), widths=(12, 48, 120), rows=rows
        )


def _attachments(attachments: AttachmentList, title: str) -> Sheet:
    return Sheet(
        title=title,
        headings=(_("Titel"), _("Beskrivning"), _("Adress"), _("Fil")),
        widths=(48, 64, 64, 40),
        rows=tuple(
            (each.title, each.description, each.address, each.file.name if each.file else "")
            for each in attachments.documents
        ),
    )


def _notes(notes: tuple[Note, ...]) -> Iterator[Sheet]:
    if notes:
        yield Sheet(
            title=_("Noter"),
            headings=(_("Not"), _("Text")),
            widths=(8, 96),
            rows=tuple((note.number, note.text) for note in notes),
        )


def _long_texts(continued: list[Continuation]) -> Iterator[Sheet]:
    if continued:
        yield Sheet(
            title=_("Långa texter"),
            headings=(_("Blad"), _("Cell"), _("Del"), _("Text")),
            widths=(32, 10, 8, 120),
            rows=tuple(
                (each.sheet, each.cell, number, text)
                for each in continued
                for number, text in enumerate(each.texts, start=2)
            ),
        )


def _moment(document: ReportDocument) -> datetime:
    """When the file says it was made: as the document does, and at the dawn of zip files where it does not say."""
    if document.edition:
        return document.edition.published_at.astimezone(SWEDISH_TIME).replace(tzinfo=None)
    day = document.dated or document.as_of
    return datetime(day.year, day.month, day.day) if day else datetime(1980, 1, 1)
