"""What readers who are not signed in were answered with a moment ago, and how it is sent to each."""

import gzip
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import brotli
from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

MOST_BYTES = 64 * 1024 * 1024
SMALLEST_COMPRESSED = 1024
_COMPRESSIBLE = ("text/", "application/json", "application/atom+xml", "application/xml", "application/rdf+xml")
_ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}
_TELLS_APART = ("HTTP_HOST", "HTTP_X_FORWARDED_PROTO", "wsgi.url_scheme", "PATH_INFO", "QUERY_STRING")
_ASKS_FOR_ITS_OWN = ("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_RANGE", "HTTP_HX_REQUEST")
_OF_THE_BODY = frozenset({"content-type", "content-encoding", "content-length", "content-disposition"})

Environ = dict[str, Any]
"""That of WSGI, which is `request.META`, too."""
Headers = list[tuple[str, str]]
Address = tuple[str, ...]


def may_share(environ: Environ) -> bool:
    """Whether somebody asks for what may be the same for all: to read, with nothing that says who. No static file."""
    return (
        settings.SECONDS_PAGES_ARE_KEPT > 0
        and environ.get("REQUEST_METHOD") == "GET"
        and not environ.get("PATH_INFO", "").startswith(settings.STATIC_URL)
        and not any(environ.get(name) for name in _ASKS_FOR_ITS_OWN)
    )


@dataclass(slots=True)
class Encoded:
    """One content as it is sent: `etag` is empty where there is none to ask by."""

    headers: Headers
    etag: str
    content: bytes

    def is_known_to(self, environ: Environ) -> bool:
        """Whether the reader has it already, by weak comparison."""
        asked = environ.get("HTTP_IF_NONE_MATCH")
        if not asked or not self.etag:
            return False
        known = {each.removeprefix("W/") for each in parse_etags(asked)}
        return "*" in known or self.etag.removeprefix("W/") in known

    def headers_alone(self) -> Headers:
        """Those of an answer without a body."""
        return [(name, value) for name, value in self.headers if name.lower() not in _OF_THE_BODY]


@dataclass(slots=True)
class KeptAnswer:
    headers: Mapping[str, str]
    content: bytes
    asked_at: float
    encoded: dict[str, Encoded] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.content) + sum(len(each.content) for name, each in self.encoded.items() if name)

    def sent_to(self, environ: Environ) -> Encoded:
        """In the best encoding that the reader takes. Each is made when it is first asked for."""
        encoding = self._encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        found = self.encoded.get(encoding)
        if found is None:
            found = self.encoded[encoding] = self._encode(encoding)
        return found

    def _encoding_for(self, accepted: str) -> str:
        kind = self.headers.get("Content-Type", "")
        if len(self.content) < SMALLEST_COMPRESSED or not kind.startswith(_COMPRESSIBLE):
            return ""
        taken = {each.strip() for each in accepted.lower().split(",")}  # `br;q=0` is no `br`
        return next((each for each in _ENCODINGS if each in taken), "")

    def _encode(self, encoding: str) -> Encoded:
        headers = dict(self.headers)
        content = _ENCODINGS[encoding](self.content) if encoding else self.content
        if encoding:
            headers["Content-Encoding"] = encoding
            if "ETag" in headers:
                headers["ETag"] = f"W/{headers['ETag'].removeprefix('W/')}"
        headers["Content-Length"] = str(len(content))
        return Encoded(list(headers.items()), headers.get("ETag", ""), content)


class KeptAnswers:
    """By address. In a process at most `MOST_BYTES`; what was asked for longest ago goes first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[Address, KeptAnswer] = OrderedDict()
        self._lock = Lock()

    def fresh(self, environ: Environ) -> KeptAnswer | None:
        found = self._kept.get(_address(environ)) if may_share(environ) else None
        is_fresh = found is not None and self._clock() - found.asked_at < settings.SECONDS_PAGES_ARE_KEPT
        return found if is_fresh else None

    def keep(self, environ: Environ, response: HttpResponse) -> KeptAnswer:
        patch_vary_headers(response, ["Accept-Encoding"])
        headers = {name: value for name, value in response.items() if name != "Content-Length"}
        kept = KeptAnswer(headers, response.content, self._clock())
        address = _address(environ)
        with self._lock:
            before = self._kept.pop(address, None)
            if before is not None and (before.content, before.headers) == (kept.content, kept.headers):
                kept.encoded = before.encoded
            self._kept[address] = kept
            while len(self._kept) > 1 and sum(each.size for each in self._kept.values()) > MOST_BYTES:
                self._kept.popitem(last=False)
        return kept

    def forget(self, environ: Environ) -> None:
        with self._lock:
            self._kept.pop(_address(environ), None)


def _address(environ: Environ) -> Address:
    return tuple(str(environ.get(name, "")) for name in _TELLS_APART)
