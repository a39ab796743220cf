"""What a version's page says of itself to search engines and to those who pass a link on.

The sealed bytes know no host, so it is put in when the page is served: a header, and elements at the end of the head.
"""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from followup.core.dates import format_date
from reports.models import Publication
from reports.views.open_data.addresses import Addresses

_END_OF_HEAD = b"</head>"
_IN_A_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def with_head(request: HttpRequest, shown: Publication, page: bytes) -> bytes:
    """The page with its description for others; as it is where only members may read it."""
    if not shown.is_public:
        return page
    return page.replace(_END_OF_HEAD, _elements(request, shown).encode() + _END_OF_HEAD, 1)


def tell_canonical(request: HttpRequest, shown: Publication, response: HttpResponseBase) -> None:
    """Each version is its own page for ever, and the report's address shows the newest one."""
    addresses = Addresses.of(request)
    own = (shown.committee.slug, shown.slug)
    links = [f'<{addresses.version(shown)}>; rel="canonical"']
    if shown.is_public:
        links.append(
            f'<{addresses.to("data_document", *own, shown.version)}>; rel="alternate"; type="application/json"'
        )
        links.append(f'<{addresses.to("committee_feed", own[0])}>; rel="alternate"; type="application/atom+xml"')
    else:
        response["X-Robots-Tag"] = "noindex"
    response["Link"] = ", ".join(links)


def description_of(shown: Publication) -> str:
    told = {"committee": shown.committee_name, "municipality": shown.municipality_name, "version": shown.version}
    if shown.as_of is None:
        return _("Rapport från %(committee)s, %(municipality)s. Version %(version)s.") % told
    told["day"] = format_date(shown.as_of)
    return _("Rapport från %(committee)s, %(municipality)s, om läget den %(day)s. Version %(version)s.") % told


def _elements(request: HttpRequest, shown: Publication) -> str:
    addresses = Addresses.of(request)
    own = (shown.committee.slug, shown.slug, shown.version)
    picture = addresses.to("picture", *own)
    told = (
        ("og:type", "article"),
        ("og:site_name", _("Uppföljning")),
        ("og:locale", "sv_SE"),
        ("og:title", shown.title),
        ("og:description", description_of(shown)),
        ("og:url", addresses.version(shown)),
        ("og:image", picture),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", f"{shown.title}. {shown.committee_name}, {shown.municipality_name}."),
        ("article:published_time", shown.published_at.isoformat()),
    )
    elements = format_html_join("\n", '<meta property="{}" content="{}">', told)
    card = '<meta name="twitter:card" content="summary_large_image">'
    return f"{elements}\n{card}\n{_linked_data(addresses, shown, picture)}\n"


def _linked_data(addresses: Addresses, shown: Publication, picture: str) -> str:
    """A block of data, which no browser runs: the policy's `script-src` does not concern it."""
    files = addresses.files(shown)
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": shown.title,
        "description": description_of(shown),
        "url": addresses.version(shown),
        "inLanguage": "sv",
        "version": str(shown.version),
        "datePublished": shown.published_at.isoformat(),
        "image": picture,
        "license": settings.OPEN_DATA_LICENCE,
        "isAccessibleForFree": True,
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": shown.committee_name,
            "parentOrganization": {"@type": "GovernmentOrganization", "name": shown.municipality_name},
        },
        "encoding": [
            {"@type": "MediaObject", "encodingFormat": kind, "contentUrl": address}
            for kind, address in (("application/pdf", files.pdf), ("application/json", files.document))
        ],
    }
    if shown.registry_number:
        told["reportNumber"] = shown.registry_number
    written = json.dumps(told, ensure_ascii=False).translate(_IN_A_SCRIPT)
    return f'<script type="application/ld+json">{written}</script>'
