"""The published versions of a report, ready for the template."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from followup.core.dates import format_moment
from reports.choices import Audience
from reports.models import Publication, Report


@dataclass(frozen=True, slots=True)
class VersionLine:
    version: int
    published: str
    by: str
    readers: str
    note: str
    url: str
    pdf_url: str
    is_for_members: bool


def version_lines(report: Report) -> tuple[VersionLine, ...]:
    """The published versions, newest first. One query."""
    publications = (
        Publication.objects.filter(report=report).select_related("committee", "disclosure").order_by("-version")
    )
    return tuple(_version(publication) for publication in publications)


def _version(publication: Publication) -> VersionLine:
    address = [publication.committee.slug, publication.slug, publication.version]
    disclosure = getattr(publication, "disclosure", None)
    readers = _("Alla") if publication.audience == Audience.PUBLIC else _("Nämndens ledamöter")
    if disclosure is not None:
        readers = _("Alla sedan %(moment)s") % {"moment": format_moment(disclosure.disclosed_at)}
    return VersionLine(
        version=publication.version,
        published=format_moment(publication.published_at),
        by=publication.published_by_name,
        readers=readers,
        note=publication.change_note,
        url=reverse("reading:version", args=address),
        pdf_url=reverse("reading:file", args=[*address, publication.slug, "pdf"]),
        is_for_members=publication.audience == Audience.MEMBERS and disclosure is None,
    )
