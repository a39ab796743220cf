"""How a calendar is sent."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from followup.core.site import site_of
from reports.views.open_data.sending import send


def calendar_answer(request: HttpRequest, content: bytes, content_type: str, *, is_public: bool) -> HttpResponse:
    """One that is public is kept and read by anyone; one's own is kept by nobody on the way."""
    response = send(request, content, content_type)
    if not is_public:
        response["Cache-Control"] = "private, no-cache"
        response.is_same_for_readers = False  # type: ignore[attr-defined]
        response["X-Robots-Tag"] = "noindex"
        del response["Access-Control-Allow-Origin"], response["Cross-Origin-Resource-Policy"]
    return response


def host_of(request: HttpRequest) -> str:
    """For the days' own ids."""
    return urlsplit(site_of(request)).hostname or ""
