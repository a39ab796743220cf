"""What is answered when something went wrong with us: without a database, a session or anything that may be broken."""

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import override

from followup.core.logs.request_id import current_request_id
from followup.core.troubles import Trouble, trouble_of

SECONDS_UNTIL_NEXT = {Trouble.GONE: 10, Trouble.BUSY: 1}
_STATUS = {Trouble.GONE: 503, Trouble.BUSY: 503, Trouble.FULL: 507}
_LAST_RESORT = "Något gick fel hos oss. Vänta en stund och försök igen. / Something went wrong. Please try again."


def server_fault(request: HttpRequest) -> HttpResponse:
    """`handler500`, called while the exception is handled: a fault of ours, or the database or the disk."""
    trouble = trouble_of(sys.exception())
    return _page(request, "500.html", 500) if trouble is None else trouble_page(request, trouble)


def trouble_page(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """What passes by itself. Its answer tells `StandIn` which trouble there is."""
    told = {"is_full": trouble is Trouble.FULL, "is_busy": trouble is Trouble.BUSY}
    response = _page(request, "503.html", _STATUS[trouble], **told)
    response["Cache-Control"] = "no-store"
    if trouble in SECONDS_UNTIL_NEXT:
        response["Retry-After"] = str(SECONDS_UNTIL_NEXT[trouble])
    response.trouble = trouble  # type: ignore[attr-defined] # read by `StandIn`
    return response


def _page(request: HttpRequest, template: str, status: int, **told: bool) -> HttpResponse:
    """The page with the request's id. If the page itself is what fails, a sentence remains."""
    context = told | {"request_id": current_request_id(), "was_sent": request.method not in {"GET", "HEAD"}}
    try:
        with override("sv"):
            content = render_to_string(template, context)
    except Exception:  # whatever it is: an answer about a fault must not be a fault
        return HttpResponse(_LAST_RESORT, status=status, content_type="text/plain; charset=utf-8")
    return HttpResponse(content, status=status)
