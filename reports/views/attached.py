"""How a file that somebody sent in is handed out: to be saved, never shown as a page of ours."""

from django.http import HttpResponse


def file_response(name: str, content_type: str, content: bytes) -> HttpResponse:
    """`name` is one of our own making, so it needs no quoting."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
