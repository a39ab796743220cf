"""The version and the row that a page beside the report is about."""

from django.http import Http404, HttpRequest

from reports.models import Publication
from reports.sealed.outline import SealedRow, outline_of
from reports.views.reading.versions import the_version, visible_versions


def version_to_read(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> Publication:
    """The version that the reader may see; raises Http404, for one that is withdrawn, too."""
    shown = the_version(visible_versions(request, committee_slug, report_slug), version)
    if shown.is_withdrawn:
        raise Http404
    return shown


def row_of(publication: Publication, anchor: str) -> SealedRow:
    """Raises Http404 where the version has no such row."""
    row = outline_of(publication).row(anchor)
    if row is None:
        raise Http404
    return row
