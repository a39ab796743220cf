"""Ways to other sites, and to what others have."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import reverse

from reports.choices import Audience
from reports.commands.publishing import publish
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import PATTERNS, address, sign_in
from tests.attacks.attack import attack
from tests.builders import a_report, a_section

ELSEWHERE = (
    "//evil.example",
    "///evil.example",
    "////evil.example/%2e%2e",
    "\\\\evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https://evil.example",
    "HTTPS://evil.example",
    "http:\\\\evil.example",
    "https://testserver@evil.example",
    "https://testserver.evil.example",
    "https://evil.example\\@testserver",
    "javascript:alert(1)",
    "data:text/html,x",
    "%2f%2fevil.example",
    "/%2fevil.example",
    "/%5cevil.example",
    "//evil%E3%80%82example",
    "https://evil.example#@testserver",
    "https://evil.example?testserver",
    "\r\nLocation: https://evil.example",
    "/\r\nSet-Cookie: a=b",
)
PARAMETERS = (
    "next",
    "url",
    "to",
    "return",
    "returnTo",
    "redirect",
    "tillbaka",
    "back",
    "from",
    "here",
    "then",
    "efter",
)


def leaves(response):
    """Where the answer leads, read as browsers read it, if that is out of the site."""
    to = response.get("Location", "")
    flat = to.replace("\\", "/").replace("\t", "")
    return "" if urlsplit(urljoin("http://testserver/logga-in/", flat)).netloc == "testserver" else to


@attack(
    901,
    f"{len(ELSEWHERE)} addresses of other sites as `next` when signing in and out, and in the administration",
    "Only an address of this host is followed.",
)
@pytest.mark.parametrize("where", ELSEWHERE, ids=range(len(ELSEWHERE)))
def test_signing_in_leads_to_no_other_site(client, cast, where):
    typed = {"login": "reporter", "password": "ett-langt-losenord", "next": where}
    signed_in = client.post("/logga-in/", typed)
    assert signed_in.status_code == 302
    assert leaves(signed_in) == ""
    assert leaves(client.get("/logga-in/", {"next": where})) == ""
    assert leaves(client.post("/logga-ut/", {"next": where})) == ""
    assert leaves(client.get("/admin/login/", {"next": where})) == ""


@attack(
    902,
    f"{len(PARAMETERS)} names of parameters, `Referer`, `HX-Current-URL` and `Origin` with another site, at every "
    "address, read and posted",
    "A page leads back to addresses that are made here, never to one that was sent along.",
)
def test_no_parameter_or_header_leads_to_another_site(client, cast, place):
    sent = dict.fromkeys(PARAMETERS, "//evil.example/x")
    headers = {"Referer": "https://evil.example/x", "HX-Current-URL": "https://evil.example/x", "HX-Request": "true"}
    faults = {}
    for name, rule in MATRIX.items():
        if name == "logout":
            continue
        url = address(name, place)
        sign_in(client, cast.superuser)  # some addresses end the session
        for response in (client.get(url, sent, headers=headers), client.post(url, sent, headers=headers)):
            told = str({key: value for key, value in response.items() if key not in {"Link", "Location"}})
            if leaves(response) or "evil.example" in told:
                faults[name, rule.method] = told
    assert faults == {}


@attack(
    1002,
    "which reports there are: drafts, members' versions and unknown ones at every address of a version, as nobody and "
    "as another committee's controller",
    "The same status and the same words, but for the address that was asked for.",
)
def test_a_draft_looks_like_what_does_not_exist(client, cast, world, light_pdf):
    draft = a_report(world.round, slug="utkast-zebra", title="Zebra")
    members = a_report(world.round, slug="ledamoter-zebra", title="Zebra")
    a_section(members)
    publish(report=members, audience=Audience.MEMBERS, change_note="", accept_warnings=True, by=cast.controller)
    faults = {}
    for person in (cast.anonymous, cast.outsider):
        sign_in(client, person)
        for ending in ("", "v1/", "v1/{}.pdf", "v1/{}.xlsx", "v1/{}.json", "v1/{}.zip", "v1/kontroll/", "v1/bild.png"):
            told = set()
            for slug in (draft.slug, members.slug, "finns-ej-zebra"):
                url = f"/socialnamnden/{slug}/{ending.format(slug)}"
                response = client.get(url)
                content = re.sub(r'csrfmiddlewaretoken" value="[^"]*"', "", response.content.decode())
                told.add((response.status_code, content.replace(slug, "")))
            if len(told) > 1 or next(iter(told))[0] != 404:
                faults[str(person), ending] = [status for status, _content in told]
    assert faults == {}


@attack(
    1003,
    "ids that are counted up: reports, rounds, units, goals, questions, jobs, attachments, uploads, from 0 past the "
    "largest number that a database holds",
    "404 for all that is not one's own, and for what is no number that a row can have.",
)
def test_counting_ids_up_finds_nothing(client, cast, place):
    sign_in(client, cast.outsider)
    faults = {}
    for name, rule in MATRIX.items():
        if rule.method != "get" or not name.startswith("reports:"):
            continue
        for number in (0, 1, 2, 2**31, 2**63 - 1):
            arguments = {key: number if key.endswith("_id") else value for key, value in place.arguments.items()}
            try:
                url = reverse(name, kwargs={key: arguments[key] for key in patterns()[name]})
            except KeyError:
                continue
            if url != address(name, place) and (status := client.get(url).status_code) not in {404, 403}:
                faults[url] = status
    known = {"/prenumerera/konto/", "/rapportera/", "/rapportera/ersattare/"}
    assert {url: status for url, status in faults.items() if url not in known} == {}


def patterns():
    return {name: pattern.pattern.converters for name, pattern in PATTERNS.items()}


@attack(
    1004,
    "numbers too large for the database, of hundreds of digits, and version numbers with zeros, in every address",
    "404, never 500.",
)
def test_a_number_that_no_row_has_is_not_found(client, cast, place):
    sign_in(client, cast.superuser)
    faults = {}
    for name, converters in patterns().items():
        if name.startswith("admin:") or not set(converters) <= set(place.arguments):
            continue
        numbers = {key for key in converters if isinstance(place.arguments[key], int)}
        for number in (2**63, 10**40) if numbers else ():
            url = reverse(name, kwargs={key: number if key in numbers else place.arguments[key] for key in converters})
            client.raise_request_exception = False
            for method in (client.get, client.post):
                if (status := method(url).status_code) >= 500:
                    faults[name, number] = status
    assert faults == {}
