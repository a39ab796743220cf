"""A file that was published with a version, byte for byte."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from reports.models import Publication, PublicationAttachment
from reports.views.attached import file_response


@login_not_required
@require_safe
def attachment(request: HttpRequest, committee_slug: str, report_slug: str, version: int, name: str) -> HttpResponse:
    """For those who may read the version itself, and for nobody else."""
    sealed = get_object_or_404(
        PublicationAttachment.objects.filter(
            publication__in=Publication.objects.visible_to(request.user),
            publication__committee__slug=committee_slug,
            publication__slug=report_slug,
            publication__version=version,
        ),
        name=name,
    )
    response = file_response(sealed.name, sealed.content_type, bytes(sealed.content))
    response["ETag"] = f'"{sealed.sha256}"'
    response["Cache-Control"] = "private, no-cache"
    return response
