"""What search engines may read, and where it is."""

from xml.etree import ElementTree as Xml

from django.contrib.auth.decorators import login_not_required
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reports.models import Publication
from reports.views.open_data.addresses import Addresses
from reports.views.open_data.sending import send

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST = 50_000
"""How many addresses the protocol allows in a file."""
_PAGES = ("open_data", "subscribe", "accessibility")
_NOT_FOR_ENGINES = (
    "/admin/",
    "/inbjudan/",
    "/inbjudningar/",
    "/kalender/",
    "/konto/",
    "/logga-in/",
    "/logga-ut/",
    "/prenumerera/bekrafta/",
    "/prenumerera/avsluta/",
)


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Committees that have something to read, and the newest public version of each report. Two queries."""
    addresses = Addresses.of(request)
    newest = Publication.objects.newest_readable()
    by_committee = newest.order_by().values("committee__slug")
    committees = list(by_committee.annotate(changed=Max("published_at")).order_by("committee__slug"))
    room = _MOST - 1 - len(committees) - len(_PAGES)
    rows = list(newest.select_related("committee").order_by("-published_at", "-pk")[:room])
    root = Xml.Element("urlset", {"xmlns": _NAMESPACE})
    _add(root, addresses.to("start"), rows[0].published_at.isoformat() if rows else "")
    for each in committees:
        _add(root, addresses.to("committee", each["committee__slug"]), each["changed"].isoformat())
    for row in rows:
        _add(root, addresses.version(row), row.published_at.isoformat())
    for name in _PAGES:
        _add(root, addresses.to(name), "")
    Xml.indent(root)
    content = Xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    return send(request, content, "application/xml; charset=utf-8")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _NOT_FOR_ENGINES)]
    lines += ["", f"Sitemap: {Addresses.of(request).to('sitemap')}", ""]
    return send(request, "\n".join(lines).encode(), "text/plain; charset=utf-8")


def _add(root: Xml.Element, address: str, changed: str) -> None:
    element = Xml.SubElement(root, "url")
    Xml.SubElement(element, "loc").text = address
    if changed:
        Xml.SubElement(element, "lastmod").text = changed
