"""Answers to readers who are not signed in, kept in the process for a moment: many ask for the same before a meeting.

Outermost but for the static files, so that a kept answer costs next to nothing. What is kept is what the whole chain
answered, headers and all. After a moment it is asked for anew, so what is withdrawn is gone within that time.
"""

import gzip
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from threading import Lock
from typing import Any, TypeGuard

import brotli
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

MOST_BYTES = 64 * 1024 * 1024
LARGEST = 8 * 1024 * 1024
SMALLEST_COMPRESSED = 1024
_COMPRESSIBLE = ("text/", "application/json", "application/atom+xml", "application/xml", "application/rdf+xml")
_ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}

Address = tuple[str, str, bool]
"""Host as it was asked for, path with query, and whether the connection is secure."""


def kept_a_moment(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view whose answer is the same for all who are not signed in."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.is_same_for_readers = not request.user.is_authenticated  # type: ignore[attr-defined]
        return response

    return kept


@dataclass(slots=True)
class KeptAnswer:
    """`encoded` has the content as it is sent, by encoding; each is made when it is first asked for."""

    headers: dict[str, str]
    content: bytes
    asked_at: float
    encoded: dict[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.content) + sum(map(len, self.encoded.values()))

    def encoding_for(self, accepted: str) -> str:
        """The best that the reader takes; empty where it is to be sent as it is."""
        kind = self.headers.get("Content-Type", "")
        if len(self.content) < SMALLEST_COMPRESSED or not kind.startswith(_COMPRESSIBLE):
            return ""
        taken = {each.strip() for each in accepted.lower().split(",")}  # `br;q=0` is no `br`
        return next((each for each in _ENCODINGS if each in taken), "")

    def in_encoding(self, encoding: str) -> bytes:
        if not encoding:
            return self.content
        if encoding not in self.encoded:
            self.encoded[encoding] = _ENCODINGS[encoding](self.content)
        return self.encoded[encoding]


class KeptPages:
    """The middleware. In a process at most `MOST_BYTES`; what was asked for longest ago goes first."""

    def __init__(
        self,
        get_response: Callable[[HttpRequest], HttpResponseBase],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._get_response = get_response
        self._clock = clock
        self._kept: OrderedDict[Address, KeptAnswer] = OrderedDict()
        self._lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        seconds = settings.SECONDS_PAGES_ARE_KEPT
        if not seconds or request.method != "GET" or request.COOKIES or "HTTP_AUTHORIZATION" in request.META:
            return self._get_response(request)
        address = (request.META.get("HTTP_HOST", ""), request.get_full_path(), request.is_secure())
        kept = self._kept.get(address)
        if kept is None or self._clock() - kept.asked_at >= seconds:
            response = self._asked(request)
            if not _may_be_kept(response):
                self._forget(address)
                return response
            kept = self._keep(address, response)
        return _answer(request, kept)

    def _asked(self, request: HttpRequest) -> HttpResponseBase:
        """The whole answer, also to a reader who has it already: the others may not."""
        known = request.META.pop("HTTP_IF_NONE_MATCH", None)
        response = self._get_response(request)
        if known is not None:
            request.META["HTTP_IF_NONE_MATCH"] = known
            if isinstance(response, HttpResponse) and not _may_be_kept(response):
                return _unless_known(request, response)
        return response

    def _keep(self, address: Address, response: HttpResponse) -> KeptAnswer:
        patch_vary_headers(response, ["Accept-Encoding"])
        headers = {name: value for name, value in response.items() if name != "Content-Length"}
        kept = KeptAnswer(headers, response.content, self._clock())
        with self._lock:
            before = self._kept.pop(address, None)
            if before is not None and before.content == kept.content:
                kept.encoded = before.encoded
            self._kept[address] = kept
            while len(self._kept) > 1 and sum(each.size for each in self._kept.values()) > MOST_BYTES:
                self._kept.popitem(last=False)
        return kept

    def _forget(self, address: Address) -> None:
        with self._lock:
            self._kept.pop(address, None)


def _may_be_kept(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    return (
        isinstance(response, HttpResponse)
        and getattr(response, "is_same_for_readers", False)
        and response.status_code == 200
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and len(response.content) <= LARGEST
    )


def _answer(request: HttpRequest, kept: KeptAnswer) -> HttpResponseBase:
    encoding = kept.encoding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    response = HttpResponse(kept.in_encoding(encoding), headers=kept.headers)
    if encoding:
        response["Content-Encoding"] = encoding
        if response.has_header("ETag"):
            response["ETag"] = f"W/{response['ETag'].removeprefix('W/')}"
    return _unless_known(request, response)


def _unless_known(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer, or 304 to a reader who has it already."""
    return get_conditional_response(request, etag=response.get("ETag"), response=response) or response
