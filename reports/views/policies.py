"""What a rendered report may do in the browser: the answers that need a policy of their own."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from reports.render import stylesheet_source

FRAME_MARK = b"<!--frame-->"


def let_style_through(response: HttpResponseBase, page: bytes) -> None:
    """The page carries its own style; the policy names it by its hash, and still allows no other."""
    response._csp_update = {"style-src": [stylesheet_source(page)]}  # type: ignore[attr-defined]


def let_into_own_pages(response: HttpResponse) -> None:
    """For a page that another of the site's own shows in a frame."""
    response._csp_replace = {"frame-ancestors": ["'self'"]}  # type: ignore[attr-defined]
    response["X-Frame-Options"] = "SAMEORIGIN"


def let_frames_in(response: HttpResponse) -> None:
    """For a page that shows one of the site's own in a frame."""
    response._csp_update = {"frame-src": ["'self'"]}  # type: ignore[attr-defined]


def let_viewer_through(response: HttpResponseBase) -> None:
    """For a PDF. Chromium shows one in a page of its own making, which the site's policy would forbid
    (`object-src`, inline style); nothing in a PDF runs in the site, so only framing is left to refuse.
    """
    response["Content-Security-Policy"] = "frame-ancestors 'none'"
