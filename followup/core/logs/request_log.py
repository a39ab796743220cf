"""One line for each request: what was asked for by the name of its route, what was answered, and what it cost.

No address, no search words, no form, no person, no IP address. Whoever meets a fault is told the request's id, which
finds the line. What `KeptFirst` answers is not told of: it is the same bytes for everybody, and is counted instead.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from prometheus_client import Counter

from followup.core.logs.request_id import in_request, request_id_from

QUERIES = Counter("uppfoljning_queries", "Database queries made by requests.")
QUERY_SECONDS = Counter("uppfoljning_query_seconds", "Time that requests waited for the database.")

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
_log = logging.getLogger("followup.request")


class Counted:
    """Counts queries and the time they take, around `execute`."""

    def __init__(self) -> None:
        self.queries, self.seconds = 0, 0.0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.queries += 1
            self.seconds += time.perf_counter() - began


class RequestLog:
    """The outermost middleware: what the others refuse or redirect has its line, too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.META.get("HTTP_X_REQUEST_ID", "") if settings.BEHIND_PROXY else ""
        request_id = request_id_from(given)
        counted, began = Counted(), time.perf_counter()
        with in_request(request_id), connection.execute_wrapper(counted):
            response = self._get_response(request)
            _tell(request, response, counted, time.perf_counter() - began)
        response["X-Request-ID"] = request_id
        return response


def _tell(request: HttpRequest, response: HttpResponseBase, counted: Counted, seconds: float) -> None:
    QUERIES.inc(counted.queries)
    QUERY_SECONDS.inc(counted.seconds)
    level = logging.ERROR if response.status_code >= 500 else _level_of(request)
    values = {
        "method": request.method if request.method in _METHODS else "-",
        "route": route_of(request),
        "status": response.status_code,
        "ms": round(seconds * 1000, 1),
        "queries": counted.queries,
        "query_ms": round(counted.seconds * 1000, 1),
    }
    _log.log(level, "request", extra=values)


def route_of(request: HttpRequest) -> str:
    """The route's name: addresses hold what is secret, or about a person."""
    if request.resolver_match is not None:
        return request.resolver_match.view_name
    return "static" if request.path_info.startswith(settings.STATIC_URL) else "-"


def _level_of(request: HttpRequest) -> int:
    """What is asked for all the time, and says nothing, is told of only to whoever looks closely."""
    return logging.DEBUG if route_of(request).startswith(("static", "operations:")) else logging.INFO
