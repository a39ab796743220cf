"""How open data is sent: to anyone, from any page, kept a little while, and asked for again by its own mark.

Who is signed in is never looked at, so an answer may be kept by anyone on the way.
"""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from reports.open_data.answers import Problem
from reports.render.data import plain

MAX_AGE = 300
"""Seconds in which a withdrawn version may still be handed out by a cache on the way."""
JSON = "application/json; charset=utf-8"


def send(
    request: HttpRequest,
    content: bytes | Callable[[], bytes],
    content_type: str,
    *,
    etag: str = "",
    changed_at: datetime | None = None,
) -> HttpResponse:
    """The content, or 304 where the reader has it. With an `etag` of its own the content is made only when needed."""
    if not etag:
        content = content() if callable(content) else content
        etag = hashlib.sha256(content).hexdigest()
    quoted = f'"{etag}"'
    last_modified = int(changed_at.timestamp()) if changed_at else None
    response = get_conditional_response(request, etag=quoted, last_modified=last_modified)
    if response is None:
        response = HttpResponse(content() if callable(content) else content, content_type=content_type)
    response["ETag"] = quoted
    if changed_at:
        response["Last-Modified"] = http_date(changed_at.timestamp())
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    response.is_same_for_readers = True  # type: ignore[attr-defined]  # kept for a moment, see `KeptPages`
    return open_to_all(response)


def send_json(request: HttpRequest, answer: Any, *, changed_at: datetime | None = None) -> HttpResponse:
    """`answer` is a dataclass of `reports.open_data.answers`, or what JSON has."""
    content = (json.dumps(plain(answer), ensure_ascii=False, indent=1) + "\n").encode()
    return send(request, content, JSON, changed_at=changed_at)


def send_problem(status: int, title: str, detail: str) -> HttpResponse:
    content = json.dumps(plain(Problem(title, status, detail)), ensure_ascii=False) + "\n"
    response = HttpResponse(content, content_type="application/problem+json; charset=utf-8", status=status)
    response["Cache-Control"] = "no-cache"
    return open_to_all(response)


def open_to_all(response: HttpResponse) -> HttpResponse:
    """Readable by scripts of other sites."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
