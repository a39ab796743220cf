"""Answers to readers who are not signed in, kept in the process for a moment: many ask for the same before a meeting.

`KeepPages`, a middleware around all that make a page, keeps what they answered, headers and all. `KeptFirst`, around
the application, answers with it before a request is made of anything. After a moment it is asked for anew, so what is
withdrawn is gone within that time.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from prometheus_client import Counter

from reports.views.reading.kept_answers import Environ, KeptAnswers, may_share

ANSWERS = Counter("uppfoljning_kept_answers", "Answers given out of what is kept: no other count knows of them.")
LARGEST = 8 * 1024 * 1024

Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

KEPT = KeptAnswers()
"""Those of this process."""


def kept_a_moment(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view whose answer is the same for all who are not signed in."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.is_same_for_readers = not request.user.is_authenticated  # type: ignore[attr-defined]
        return response

    return kept


class KeepPages:
    """The middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase], kept: KeptAnswers = KEPT) -> None:
        self._get_response = get_response
        self._kept = kept

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        environ = request.META
        if not may_share(environ):
            return self._get_response(request)
        known = environ.pop("HTTP_IF_NONE_MATCH", "")  # the whole answer, since the next may not have it
        response = self._get_response(request)
        environ["HTTP_IF_NONE_MATCH"] = known
        if not isinstance(response, HttpResponse) or not _may_be_kept(response):
            self._kept.forget(environ)
            return _unless_known(request, response)
        sent = self._kept.keep(environ, response).sent_to(environ)
        if sent.is_known_to(environ):
            return HttpResponse(status=304, headers=dict(sent.headers_alone()))
        return HttpResponse(sent.content, headers=dict(sent.headers))


class KeptFirst:
    """Around the WSGI application: what is kept and fresh is answered here."""

    def __init__(self, application: Application, kept: KeptAnswers = KEPT) -> None:
        self._application = application
        self._kept = kept

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        found = self._kept.fresh(environ)
        if found is None:
            return self._application(environ, start_response)
        ANSWERS.inc()
        sent = found.sent_to(environ)
        if sent.is_known_to(environ):
            start_response("304 Not Modified", sent.headers_alone())
            return [b""]
        start_response("200 OK", sent.headers)
        return [sent.content]


def _unless_known(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    whole = cast("HttpResponse", response)  # any answer will do: its status and headers alone are read
    known = get_conditional_response(request, etag=response.get("ETag"), response=whole)
    if known is None or known is response:
        return response
    if isinstance(response, FileResponse) and response.file_to_stream is not None:
        response.file_to_stream.close()
    return known


def _may_be_kept(response: HttpResponse) -> bool:
    return (
        getattr(response, "is_same_for_readers", False)
        and response.status_code == 200
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and len(response.content) <= LARGEST
    )
