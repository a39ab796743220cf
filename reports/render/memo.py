"""The memo on paper: a tagged PDF of the same two standards as the report's."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from followup.core.dates import format_date
from reports.build.memo import EnclosedReport, MemoDocument
from reports.render.headings import HIGHEST, below, headings_at
from reports.render.pages import LANGUAGE, Fact
from reports.render.pdf import print_html
from reports.render.prose_tables import set_tables
from reports.render.stylesheets import memo_style


@dataclass(frozen=True, slots=True)
class MemoPart:
    """A text under its heading; `html` is ready to be shown."""

    title: str
    html: str


def render_memo(document: MemoDocument) -> bytes:
    """A4, tagged, in Swedish. Well under a second for the page or two that a memo has."""
    with override(LANGUAGE):
        source = render_to_string("reports/memo/print.html", _context(document))
        return print_html(source, memo_style(document.publisher))


def _context(document: MemoDocument) -> dict[str, Any]:
    publisher = document.publisher
    return {
        "lang": LANGUAGE,
        "memo": document,
        "publisher": publisher,
        "page_title": f"{document.heading} – {publisher.committee}, {publisher.municipality}",
        "dated": document.dated.isoformat() if document.dated else "",
        "facts": _facts(document),
        "number_on_page": _("Dnr %(number)s") % {"number": document.registry_number}
        if document.registry_number
        else "",
        "parts": _parts(document),
        "enclosed": _enclosed(document.report),
    }


def _facts(document: MemoDocument) -> tuple[Fact, ...]:
    """The lines of the head, without those of which nothing is said."""
    facts = (
        Fact(_("Mottagare"), document.recipient),
        Fact(_("Datum"), format_date(document.dated) if document.dated else ""),
        Fact(_("Diarienummer"), document.registry_number),
        Fact(_("Handläggare"), document.case_officer),
    )
    return tuple(fact for fact in facts if fact.value)


def _parts(document: MemoDocument) -> tuple[MemoPart, ...]:
    """What is proposed first, and then why; without the texts that are empty."""
    texts = (
        (_("Förslag till beslut"), document.proposed_decision),
        (_("Sammanfattning"), document.summary),
        (_("Ärendet"), document.background),
        (_("Bedömning"), document.assessment),
        (_("Ekonomiska konsekvenser"), document.financial_consequences),
    )
    return tuple(
        MemoPart(title, set_tables(headings_at(html, below(HIGHEST)), on_paper=True)) for title, html in texts if html
    )


def _enclosed(report: EnclosedReport) -> str:
    """`Delårsrapport augusti 2017, version 2, publicerad den 12 oktober 2017`."""
    if report.version is None or report.published_on is None:
        return _("%(title)s, utkast") % {"title": report.title}
    return _("%(title)s, version %(version)s, publicerad den %(day)s") % {
        "title": report.title,
        "version": report.version,
        "day": format_date(report.published_on),
    }
