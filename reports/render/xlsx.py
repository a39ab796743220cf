"""The report as a workbook: a sheet of facts about it and a sheet for each block of goals."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import override
from openpyxl import Workbook

from followup.core.dates import SWEDISH_TIME
from reports.build.document import DocumentSection, GoalOverview, GoalTable, PageBreak, ReportDocument
from reports.render.pages import LANGUAGE
from reports.render.xlsx_cells import Sheet, Value
from reports.render.xlsx_file import frozen
from reports.render.xlsx_goals import goal_sheet, overview_sheet


def render_xlsx(document: ReportDocument) -> bytes:
    """Text stays text, whatever it looks like; dates are dates. The bytes depend on the document alone."""
    with override(LANGUAGE):
        sheets = [_facts(document), *_block_sheets(document.sections)]
        book = Workbook(write_only=True)
        for sheet in sheets:
            sheet.write_to(book)
        book.properties.title = document.title
        book.properties.creator = f"{document.publisher.committee}, {document.publisher.municipality}"
        book.properties.language = LANGUAGE
        stream = BytesIO()
        book.save(stream)
    return frozen(stream.getvalue(), _moment(document))


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


def _block_sheets(sections: tuple[DocumentSection, ...]) -> Iterator[Sheet]:
    seen: Counter[str] = Counter()
    for section in sections:
        match section.block:
            case GoalTable() as table:
                sheet = goal_sheet(table, _("Måltabell"))
            case GoalOverview() as overview:
                sheet = overview_sheet(overview, _("Målöversikt"))
            case PageBreak() | None:
                continue
        seen[sheet.title] += 1
        yield sheet.numbered(seen[sheet.title])


def _moment(document: ReportDocument) -> datetime:
    """When the file says it was made: as the document does, and at the dawn of zip files where it does not say."""
    if document.edition:
        return document.edition.published_at.astimezone(SWEDISH_TIME).replace(tzinfo=None)
    day = document.dated or document.as_of
    return datetime(day.year, day.month, day.day) if day else datetime(1980, 1, 1)
