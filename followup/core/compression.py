"""Pages that are one person's own, compressed: lists and forms shrink to a tenth.

By the length of a compressed page one could guess a secret in it that stands beside words of one's own choice (BREACH).
So Django's middleware makes each answer longer by a random number of bytes; the token of a form is masked anew each
time; and what another site lets a browser ask comes without the session, but for a link that is followed. What all
readers share is compressed once and kept: `reports.views.reading.kept_answers`.
"""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class CompressOwnPages(GZipMiddleware):
    """The middleware. Files are sent as they are: most are compressed in themselves."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        is_own = settings.SESSION_COOKIE_NAME in request.COOKIES
        if not is_own or not response.get("Content-Type", "").startswith("text/html"):
            return response
        return super().process_response(request, response)
