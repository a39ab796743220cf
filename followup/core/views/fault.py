"""What is answered when something went wrong with us: without a database, a session or anything that may be broken."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from followup.core.logs.request_id import current_request_id

SECONDS_TO_WAIT = 60
_LAST_RESORT = "Något gick fel hos oss. Vänta en stund och försök igen. / Something went wrong. Please try again."


def server_fault(_request: HttpRequest) -> HttpResponse:
    """The page with the request's id. Where the database cannot be reached it says so, and when to come back.

    Called by Django while the exception is being handled. If the page itself is what fails, a sentence remains.
    """
    is_away = isinstance(sys.exception(), (OperationalError, InterfaceError))
    status = 503 if is_away else 500
    try:
        content = render_to_string(f"{status}.html", {"request_id": current_request_id()})
    except Exception:  # whatever it is: an answer about a fault must not be a fault
        return HttpResponse(_LAST_RESORT, status=status, content_type="text/plain; charset=utf-8")
    return HttpResponse(content, status=status, headers={"Retry-After": str(SECONDS_TO_WAIT)} if is_away else None)
