"""The context that the page on screen and the pages on paper share."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from followup.core.dates import day_of, format_date, format_moment
from reports.build.document import ReportDocument
from reports.render.brief import brief_picked, troubles_of
from reports.render.contents import LINES_AT_A_GLANCE, Titled, contents_of, described, lines_of, on_a_page
from reports.render.headings import HIGHEST
from reports.render.layout import goal_attributes, parts_of
from reports.render.note_marks import NoteBook
from reports.render.overview import tallies_of
from reports.render.selecting import Selecting
from reports.render.since import lay_since

LANGUAGE = "sv"


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the title block, in words."""

    label: str
    value: str


def document_context(document: ReportDocument, *, on_paper: bool) -> dict[str, Any]:
    """What `page.html` and `print.html` both are given."""
    notes = NoteBook(document.notes)
    selecting = None if on_paper or not document.subjects else Selecting(document.subjects)
    parts = parts_of(document, notes, on_paper=on_paper, selecting=selecting)
    last = document.since_last
    since = lay_since(last, notes, on_paper=on_paper, selecting=selecting) if last else None
    first = [Titled(since.part.anchor, since.part.title, HIGHEST, None, since.picked)] if since else []
    contents = contents_of(
        [
            *first,
            *(
                Titled(part.section.anchor, part.section.title, part.level, part.section.block, part.picked)
                for part in parts
            ),
        ],
        goal_attributes(parts),
    )
    return {
        "document": document,
        "publisher": document.publisher,
        "edition": document.edition,
        "lang": LANGUAGE,
        "page_title": page_title(document),
        "description": description(document),
        "version_word": version_word(document),
        "facts": facts_of(document),
        "as_of_words": _day(document.as_of),
        "parts": parts,
        "contents": on_a_page(contents) if on_paper else contents,
        "goals_open": lines_of(contents) <= LINES_AT_A_GLANCE,
        "tallies": tallies_of(document.summaries),
        "since": since,
        "brief_picked": brief_picked(document.in_brief, selecting),
        "troubles": troubles_of(document.in_brief, selecting),
        "described_goals": described(document),
        "notes_left": notes.left(),
        "on_paper": on_paper,
    }


def page_title(document: ReportDocument) -> str:
    """The title with its committee; a draft says first that it is one."""
    title = f"{document.title} – {document.publisher.committee}, {document.publisher.municipality}"
    return title if document.edition else _("Utkast: %(title)s") % {"title": title}


def description(document: ReportDocument) -> str:
    """One sentence for search engines and for the properties of the PDF."""
    words = {
        "title": document.title,
        "committee": document.publisher.committee,
        "municipality": document.publisher.municipality,
        "date": _day(document.as_of),
    }
    if document.as_of:
        return _("%(title)s från %(committee)s, %(municipality)s. Avser läget per den %(date)s.") % words
    return _("%(title)s från %(committee)s, %(municipality)s.") % words


def facts_of(document: ReportDocument) -> tuple[Fact, ...]:
    """What the title block tells about the report, without what is not known."""
    edition = document.edition
    facts = (
        Fact(_("Avser läget per den"), _day(document.as_of)),
        Fact(_("Daterad"), _day(document.dated)),
        Fact(_("Diarienummer"), document.registry_number),
        Fact(_("Plan"), document.plan_title),
        Fact(_("Version"), str(edition.version) if edition else _("Utkast")),
        Fact(_("Publicerad"), format_moment(edition.published_at) if edition else ""),
    )
    return tuple(fact for fact in facts if fact.value)


def version_and_day(document: ReportDocument) -> str:
    """`Version 2, 12 oktober 2017`, or `Utkast` with the day it is dated: what every page on paper says."""
    day = day_of(document.edition.published_at) if document.edition else document.dated
    return f"{version_word(document)}, {format_date(day)}" if day else version_word(document)


def version_word(document: ReportDocument) -> str:
    """ "Version 2" or "Utkast"."""
    if document.edition is None:
        return _("Utkast")
    return _("Version %(version)s") % {"version": document.edition.version}


def _day(day: date | None) -> str:
    return format_date(day) if day else ""
