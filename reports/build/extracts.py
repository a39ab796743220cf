"""A part of a published document as a document of its own: in brief, or what it says of one goal area. Pure."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from followup.core.dates import format_moment
from reports.build.document import InBrief, ReportDocument
from reports.build.extract_areas import Areas
from reports.build.extract_sections import sections_of, used_notes

IN_BRIEF = "i-korthet"


@dataclass(frozen=True, slots=True)
class ExtractPart:
    """What can be taken out of a version: `name` is its address, `title` what it is called."""

    name: str
    title: str


def extract_parts(document: ReportDocument) -> tuple[ExtractPart, ...]:
    """The report in brief where it has it, then its goal areas where there are several to choose from."""
    areas = Areas(document).all()
    brief = [ExtractPart(IN_BRIEF, _("I korthet"))] if document.in_brief else []
    return (*brief, *(ExtractPart(area.anchor, area.title) for area in areas if len(areas) > 1))


def extract_of(document: ReportDocument, name: str) -> ReportDocument | None:
    """The published document with nothing but that part, its own cover and its own title; None without such a part."""
    part = next((each for each in extract_parts(document) if each.name == name), None)
    if part is None or document.edition is None:
        return None
    if part.name == IN_BRIEF:
        made = replace(document, sections=(), notes=(), in_brief=document.in_brief and _unlinked(document.in_brief))
    else:
        sections = sections_of(document.sections, Areas(document), part.name)
        used = set(used_notes(sections))
        notes = tuple(note for note in document.notes if note.number in used)
        made = replace(document, sections=sections, notes=notes, in_brief=None, summaries=())
    edition = document.edition
    return replace(
        made,
        slug=f"{document.slug}-utdrag-{part.name}",
        title=_("Utdrag ur %(title)s: %(part)s") % {"title": document.title, "part": part.title},
        subtitle=_("Version %(version)s, publicerad %(moment)s")
        % {"version": edition.version, "moment": format_moment(edition.published_at)},
        since_last=None,
        standing=(),
    )


def _unlinked(brief: InBrief) -> InBrief:
    """What it leads to stands in the whole report alone."""
    return replace(
        brief,
        troubles=tuple(replace(each, anchor="") for each in brief.troubles),
        changes=tuple(replace(each, anchor="") for each in brief.changes),
        rest_anchor="",
        rest_title="",
    )
