"""What a page answers when the file that it needs is missing or spoiled in the storage."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from followup.core.files.reading import FileUnavailable
from followup.core.logs.request_id import current_request_id

RETRY_AFTER_SECONDS = 300


class FileUnavailablePage:
    """The middleware: 503 in words. What is wrong stands in the log, where whoever can mend it looks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, FileUnavailable):
            return None
        response = render(request, "file_unavailable.html", {"request_id": current_request_id()}, status=503)
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
        response["Cache-Control"] = "no-store"
        return response
