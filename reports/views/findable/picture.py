"""The picture of a version, for those who pass a link to it on."""

import json

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reports.models import PublicationFile
from reports.open_data.picture import PICTURE_SHAPE, PictureWords, draw_picture, tallies_in
from reports.render.formats import Format
from reports.views.open_data.report import GONE, public_versions
from reports.views.open_data.sending import send


@login_not_required
@require_safe
def picture(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> HttpResponse:
    """Drawn from the sealed data when the reader has it not; of public versions alone."""
    shown = public_versions(committee_slug, report_slug).filter(version=version).first()
    if shown is None:
        raise Http404
    if shown.is_withdrawn:
        return HttpResponse(status=GONE, content_type="text/plain; charset=utf-8")
    sealed = PublicationFile.objects.get(publication=shown, format=Format.JSON)

    def drawn() -> bytes:
        document = json.loads(sealed.read())
        words = PictureWords(shown.title, shown.subtitle, shown.committee_name, shown.municipality_name)
        return draw_picture(words, tallies_in(document), document["publisher"]["accent"])

    etag = f"{sealed.sha256}-{PICTURE_SHAPE}"
    return send(request, drawn, "image/png", etag=etag, changed_at=shown.published_at)
