"""While the database does not answer, readers get the public pages and files that are kept, and everybody else a 503.

`StandIn`, a middleware, keeps what readers who are not signed in are shown, and answers from it when the answer of all
within it says that there is trouble. For a moment after that nobody within is asked at all, so that no threads pile up
that wait for a connection.
"""

import time
from collections.abc import Callable
from hashlib import sha256
from typing import cast

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from followup.core.troubles import Trouble
from followup.core.views.fault import trouble_page
from reports.standby import LARGEST, KeptPage, StandbyFolder, standby
from reports.views.reading.kept_answers import Environ

SECONDS_OF_REST = 1
STANDING_IN = frozenset(
    {
        "reading:start",
        "reading:committee",
        "reading:report",
        "reading:version",
        "reading:file",
        "reading:attachment",
        "core:appearance",
    }
)
_LEFT_OUT = frozenset({"content-length", "etag", "cache-control", "last-modified"})
_NOT_FOR_ALL = ("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_HX_REQUEST", "HTTP_RANGE", "QUERY_STRING")
_NO_MORE = frozenset({404, 410})
_BODY = b"<body>"


class StandIn:
    """The middleware. What it remembers is this process's own."""

    def __init__(
        self,
        get_response: Callable[[HttpRequest], HttpResponseBase],
        folder: StandbyFolder | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._get_response = get_response
        self._given = folder
        self._clock = clock
        self._rests_until = 0.0
        self._generation = ""
        self._known: dict[str, bytes] = {}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if self._clock() < self._rests_until and not request.path_info.startswith(settings.STATIC_URL):
            return self._kept(request) or trouble_page(request, Trouble.GONE)
        may_keep = _is_for_all(request.META)
        generation = self._folder.generation() if may_keep else ""
        response = self._get_response(request)
        trouble = getattr(response, "trouble", None)
        if trouble is not None:
            if trouble is Trouble.GONE:
                self._rests_until = self._clock() + SECONDS_OF_REST
            return self._kept(request) or response
        if generation and _stands_in(request):
            self._keep(request.path_info, generation, response)
        return response

    @property
    def _folder(self) -> StandbyFolder:
        return self._given or standby()

    def _keep(self, path: str, generation: str, response: HttpResponseBase) -> None:
        """Only 200 is kept. That there is no such page, or no more, ends what was kept before; a fault does not."""
        if response.status_code in _NO_MORE:
            self._folder.forget(path)
        if response.status_code != 200 or response.cookies or response.has_header("Content-Encoding"):
            return
        if self._generation != generation:
            self._generation, self._known = generation, {}
        known = _mark_of(response)
        if not known or (self._known.get(path) == known and self._folder.holds(generation, path)):
            return
        headers = {name: value for name, value in response.items() if name.lower() not in _LEFT_OUT}
        if self._folder.keep(generation, path, headers, _content_of(response)):
            self._known[path] = known

    def _kept(self, request: HttpRequest) -> HttpResponse | None:
        """For whoever asks, signed in or not: what is kept is what everybody may read."""
        if request.method not in {"GET", "HEAD"} or request.META.get("HTTP_HX_REQUEST") or not settings.SECONDS_STANDBY:
            return None
        if request.META.get("QUERY_STRING"):
            return None
        found = self._folder.find(request.path_info)
        return None if found is None else _answer(found)


def _mark_of(response: HttpResponseBase) -> bytes:
    """What differs where the content does; empty for what is not kept. A file sent piece by piece is not read."""
    if isinstance(response, HttpResponse):
        return sha256(response.content).digest()
    is_small = isinstance(response, FileResponse) and int(response.get("Content-Length", str(LARGEST + 1))) <= LARGEST
    return response.get("ETag", "").encode() if is_small else b""


def _content_of(response: HttpResponseBase) -> bytes:
    """The file of a FileResponse is at its beginning again afterwards."""
    if isinstance(response, FileResponse) and response.file_to_stream is not None:
        content: bytes = response.file_to_stream.read()
        response.file_to_stream.seek(0)
        return content
    return cast("HttpResponse", response).content


def _answer(found: KeptPage) -> HttpResponse:
    """With words on a page that it may be out of date; never to be kept by anybody on the way. A file is as it was."""
    content = found.content
    is_page = "Content-Disposition" not in found.headers
    if is_page and found.headers.get("Content-Type", "").startswith("text/html"):
        head, body, rest = content.partition(_BODY)
        notice = render_to_string("reports/reading/_standby_notice.html", {"minutes": -(-found.age // 60)}).encode()
        content = head + body + notice + rest if body else content
    response = HttpResponse(content, headers=dict(found.headers))
    response["Cache-Control"] = "no-store"
    response["Age"] = str(found.age)
    return response


def _is_for_all(environ: Environ) -> bool:
    return (
        settings.SECONDS_STANDBY > 0
        and environ.get("REQUEST_METHOD") == "GET"
        and not any(environ.get(name) for name in _NOT_FOR_ALL)
    )


def _stands_in(request: HttpRequest) -> bool:
    match = request.resolver_match
    user = getattr(request, "user", None)
    return match is not None and match.view_name in STANDING_IN and user is not None and not user.is_authenticated
