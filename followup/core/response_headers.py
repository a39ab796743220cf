"""Headers that Django and django-csp leave out, on every answer that has none of its own."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

_UNUSED = (
    *("accelerometer", "bluetooth", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer"),
    *("microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"),
)
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in _UNUSED)
"""Nothing of what a browser can lend a page is used here."""

RESOURCE_POLICY = "same-origin"
"""No other site may show our files in its pages; open data says otherwise of itself."""

KEPT_BY_NOBODY_ELSE = "private"
"""Of what is answered in a session, for whatever stands on the way and would keep it for others."""


class ResponseHeaders:
    """The middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", RESOURCE_POLICY)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", KEPT_BY_NOBODY_ELSE)
        return response
