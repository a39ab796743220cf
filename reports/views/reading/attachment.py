"""A file that was published with a version, byte for byte."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from reports.models import PublicationAttachment
from reports.views.attached import file_response
from reports.views.reading.versions import the_version, visible_versions, withdrawn_page


@login_not_required
@require_safe
def attachment(
    request: HttpRequest, committee_slug: str, report_slug: str, version: int, name: str
) -> HttpResponseBase:
    """For those who may read the version itself, and for nobody else; gone with a withdrawn version."""
    versions = visible_versions(request, committee_slug, report_slug)
    shown = the_version(versions, version)
    if shown.is_withdrawn:
        return withdrawn_page(request, shown, versions)
    sealed = get_object_or_404(PublicationAttachment, publication=shown, name=name)
    response = file_response(sealed, name=sealed.name, content_type=sealed.content_type)
    response["ETag"] = f'"{sealed.sha256}"'
    response["Cache-Control"] = "private, no-cache"
    return response
