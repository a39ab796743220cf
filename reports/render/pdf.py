"""The report on paper: a tagged PDF, both PDF/UA-1 and PDF/A-3a, made from the same parts as the page on screen."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import lru_cache

from django.template.loader import get_template, render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from followup.core.collecting import collected_afterwards
from followup.core.frames import with_room
from reports.build.document import ReportDocument
from reports.render.data import render_json
from reports.render.faults import RenderFault
from reports.render.formats import Format
from reports.render.pages import LANGUAGE, document_context, version_and_day
from reports.render.pdf_archive import both_standards
from reports.render.pdf_fetcher import SCHEME, ClosedFetcher
from reports.render.stylesheets import paper_style
from reports.render.xlsx import render_xlsx

_MARKS = (
    "achieved",
    "partly_achieved",
    "not_achieved",
    "not_assessable",
    "not_started",
    "ongoing",
    "delayed",
    "completed",
    "on_track",
    "not_completed",
    "ended",
)
_TRENDS = ("up", "unchanged", "down")
_TO_BE_PACKED = {"pdf_variant": "pdf/a-3a", "uncompressed_pdf": True, "pdf_identifier": False}
"""Packing and the identifier are left to `both_standards`, which writes the file anyway and is quicker at it."""
_NO_DAY = date(2000, 1, 1)  # for the files in a draft without a date: the moment of rendering would differ each time


def render_pdf(document: ReportDocument) -> bytes:
    """A4, tagged, in Swedish, with the report's data and workbook inside. About a fifth of a second a page.

    Raises `RenderFault` where the document refers to anything outside itself and our own static files.
    """
    with override(LANGUAGE):
        return print_html(print_source(document), paper_rules(document), _enclosed(document))


def paper_rules(document: ReportDocument) -> str:
    """The style sheet that the PDF is made with."""
    return f"{paper_style(document)}\n{_mark_rules()}"


@lru_cache(maxsize=32)
def _section_pdf(source: str, style: str) -> bytes:
    """Kept for the sections shown last, by all that the pages are made of: what is typed back is not laid out again."""
    return print_html(source, style)


def render_section_pdf(document: ReportDocument) -> bytes:
    """The document's sections alone on pages, each saying that it is a draft: for a section that is being written.

    Laid out where it has changed since it was last asked for. Raises `RenderFault`.
    """
    with override(LANGUAGE):
        return _section_pdf(print_source(document, "reports/document/print_section.html"), paper_rules(document))


def print_source(document: ReportDocument, template: str = "reports/document/print.html") -> str:
    """The HTML that the PDF is made from."""
    context = document_context(document, on_paper=True) | {
        "status_template": "reports/document/_status_print.html",
        "trend_template": "reports/document/_trend_print.html",
        "note_template": "reports/document/_note_marks_print.html",
        "dated": _dated(document),
        "version_and_day": version_and_day(document),
    }
    return render_to_string(template, context)


@with_room
def print_html(source: str, style: str, enclosed: Iterable[Attachment] = ()) -> bytes:
    """The PDF of a page of HTML with one style sheet and the files to lay in it, through the closed fetcher."""
    try:
        with collected_afterwards():
            pdf = _laid_out(source, style, enclosed)
    except FatalURLFetchingError as fault:
        raise RenderFault(
            _(
                "PDF-filen kunde inte skapas: rapporten hänvisar till något utanför sig själv. "
                "Ta bort bilden eller länken till filen."
            )
        ) from fault
    return both_standards(pdf)


def _laid_out(source: str, style: str, enclosed: Iterable[Attachment]) -> bytes:
    """Nothing of the layout is in use when it returns."""
    fonts, fetcher = FontConfiguration(), ClosedFetcher()
    sheet = CSS(string=style, base_url=SCHEME, url_fetcher=fetcher, font_config=fonts)
    page = HTML(string=source, base_url=SCHEME, url_fetcher=fetcher)
    return bytes(page.write_pdf(stylesheets=[sheet], font_config=fonts, attachments=list(enclosed), **_TO_BE_PACKED))


def _enclosed(document: ReportDocument) -> tuple[Attachment, ...]:
    """The report's data and its tables, so that whoever has the PDF has them too, byte for byte."""
    day = _day_of(document) or _NO_DAY
    moment = day.astimezone(UTC) if isinstance(day, datetime) else datetime.combine(day, time(), UTC)
    files = (
        (Format.JSON, render_json(document), _("Rapportens data"), "Data"),
        (Format.XLSX, render_xlsx(document), _("Rapportens tabeller som kalkylblad"), "Alternative"),
    )
    return tuple(
        Attachment(
            string=content,
            name=f"{document.slug}{format.suffix}",
            description=words,
            created=moment,
            modified=moment,
            relationship=relationship,
        )
        for format, content, words, relationship in files
    )


def _dated(document: ReportDocument) -> str:
    """The moment written into the file."""
    when = _day_of(document)
    return when.isoformat() if when else ""


def _day_of(document: ReportDocument) -> date | None:
    """That of the document, not of the rendering; a `datetime` where it is published."""
    return document.edition.published_at if document.edition else document.dated or document.as_of


@lru_cache
def _mark_rules() -> str:
    """The marks as backgrounds: decoration beside their words, which alone stand in the tag tree."""
    statuses = [_mark_rule(f"status--{mark}", mark) for mark in _MARKS]
    return "\n".join([*statuses, *(_mark_rule(f"trend--{mark}", f"trend_{mark}") for mark in _TRENDS)])


def _mark_rule(name: str, mark: str) -> str:
    drawing = b64encode(get_template(f"core/marks/{mark}.svg").render().encode()).decode()
    return f".{name}{{background-image:url(data:image/svg+xml;base64,{drawing})}}"
