"""How a stored file is handed out: a small one in one piece, a large one read from the storage as it is sent."""

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from followup.core.models.stored_file import StoredFile

LARGEST_IN_ONE_PIECE = 8 * 1024 * 1024
"""Also the largest that is kept for a moment, see `kept_pages`."""


def stored_response(row: StoredFile, *, content_type: str) -> HttpResponseBase:
    """Held against its sum before the first byte is sent. Raises FileUnavailable."""
    if row.size <= LARGEST_IN_ONE_PIECE:
        return HttpResponse(row.read(), content_type=content_type)
    return FileResponse(row.open(), content_type=content_type)


def file_response(row: StoredFile, *, name: str, content_type: str) -> HttpResponseBase:
    """A file that somebody sent in: to be saved, never shown as a page of ours.

    `name` is one of our own making, so it needs no quoting. Raises FileUnavailable.
    """
    response = stored_response(row, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
