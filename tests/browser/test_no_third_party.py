"""No page asks any other origin for anything: what a reader reads is between them and the municipality.

The addresses are those of the access matrix, so that a new page is visited by itself.
"""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error

from reports.commands.publishing import disclose
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, place, ways_in  # noqa: F401 - fixtures
from tests.browser.conftest import sign_in
from tests.builders import a_section

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ELSEWHERE = '<p>Se <a href="https://annan.example/statistik">statistiken</a>.</p>'
ADMIN = (
    "/admin/", "/admin/core/user/", "/admin/core/user/{reader}/change/", "/admin/core/user/{reader}/history/",
    "/admin/core/municipality/{municipality}/change/", "/admin/core/membership/add/", "/admin/core/auditevent/",
    "/admin/accounts/grouprole/", "/admin/reports/round/",
)  # fmt: skip


def addresses_for(role, place):  # noqa: F811 - the fixture's value
    return [address(name, place) for name, rule in MATRIX.items() if rule.method == "get" and role in rule.allowed]


class Asked:
    """What the pages of one tab have asked for, and which of them were shown."""

    def __init__(self, page, origin):
        self.page, self.own = page, urlsplit(origin).netloc
        self.urls, self.shown = [], set()
        page.on("request", lambda request: self.urls.append(request.url))
        page.on("websocket", lambda socket: self.urls.append(socket.url))

    def visit(self, addresses):
        for each in addresses:
            try:
                answer = self.page.goto(each)
            except Error as fault:
                if "Download is starting" not in str(fault):
                    raise
                continue
            assert answer.status < 500, each
            if answer.ok and "text/html" in answer.headers.get("content-type", ""):
                self.shown.add(each)
        self.page.wait_for_load_state("networkidle")

    @property
    def elsewhere(self):
        """Over the network; the browser's own page for PDFs asks within the browser."""
        return [url for url in self.urls if url.startswith(("http", "ws")) and urlsplit(url).netloc != self.own]


@pytest.fixture
def asked(open_page, live_server, settings):
    settings.CONTENT_SECURITY_POLICY = None  # the policy would hide what a page tries
    return Asked(open_page(expected=("Failed to load resource",)), live_server.url)


def test_no_page_of_those_who_are_signed_in(asked, place, cast, world):  # noqa: F811 - the fixture's value
    a_section(place.report, content=ELSEWHERE)
    sign_in(asked.page, cast.superuser)
    asked.visit(addresses_for("superuser", place))
    asked.visit(one.format(reader=cast.reader.pk, municipality=world.committee.municipality_id) for one in ADMIN)
    sign_in(asked.page, cast.reader)
    asked.visit(one for one in addresses_for("reader", place) if one.startswith(("/konto/", "/rapportera/")))
    assert asked.elsewhere == []
    assert len(asked.shown) > 80, sorted(asked.shown)


def test_no_page_of_readers_and_none_that_tells_of_a_fault(asked, place, cast, monkeypatch):  # noqa: F811 - as above
    disclose(publication=place.publication, by=cast.controller)
    asked.visit([*addresses_for("anonymous", place), "/finns-inte/"])
    assert asked.elsewhere == []
    assert len(asked.shown) > 20, sorted(asked.shown)
    monkeypatch.setattr("reports.views.reading.start.render", lambda *args: 1 / 0)
    assert asked.page.goto("/").status == 500
    assert asked.elsewhere == []


def test_a_request_elsewhere_is_seen(asked):
    foreign = '<img src="http://annan.example/bild.png">'
    asked.page.route("**/frammande/", lambda route: route.fulfill(content_type="text/html", body=foreign))
    asked.page.route("http://annan.example/**", lambda route: route.fulfill(status=200, body=""))
    asked.page.goto("/frammande/")
    assert asked.elsewhere == ["http://annan.example/bild.png"]
