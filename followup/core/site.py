"""The site's own address, for what is read somewhere else than in the page it stands in."""

from django.conf import settings
from django.http import HttpRequest


def site_of(request: HttpRequest) -> str:
    """Without a slash at the end: as it is set, else the one that the page was opened at."""
    return str(settings.SITE_URL) or request.build_absolute_uri("/").rstrip("/")
