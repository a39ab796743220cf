"""The published page in a real browser: under the site's strict policy, at every width, for those who listen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders

from reports.render import stylesheet_source
from reports.render.html import render_html
from tests.render.example import LONG_WORD, example_document

pytestmark = pytest.mark.browser

ADDRESS = "http://report.test/"


@pytest.fixture
def open_report(browser):
    """Opens a document at a width under the policy that the site sends with it; closes what it opened."""
    opened = []

    def _open(width, scheme="light", policy=True, **overrides):
        html = render_html(example_document(**overrides))
        headers = {"Content-Type": "text/html; charset=utf-8"}
        if policy:
            headers["Content-Security-Policy"] = (
                f"default-src 'none'; font-src 'self'; img-src 'self' data:; style-src {stylesheet_source(html)}"
            )

        def answer(route):
            address = route.request.url
            if address == ADDRESS:
                route.fulfill(body=html, headers=headers)
            elif (font := finders.find(address.removeprefix(f"{ADDRESS}static/"))) is not None:
                route.fulfill(path=font)
            else:
                route.abort()

        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.route("**/*", answer)
        page.goto(ADDRESS)
        opened.append(page)
        return page

    yield _open
    for page in opened:
        page.close()


@pytest.mark.parametrize("width", [320, 360, 820, 1280, 1600])
def test_nothing_overflows_and_the_policy_is_kept(open_report, width):
    page = open_report(width, title=f"Delårsrapport för {LONG_WORD}")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate("getComputedStyle(document.querySelector('.report__head')).borderTopWidth") == "8px"
    assert page.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing(open_report, width, scheme):
    page = open_report(width, scheme, policy=False, edition=None)
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in Axe().run(page).response["violations"]] == []


def test_cards_are_still_a_table_for_those_who_listen(open_report):
    page = open_report(360)
    table = page.get_by_role("table", name="Uppföljning av målen i Verksamhetsplan 2017")
    assert table.get_by_role("columnheader").count() == 5
    assert table.get_by_role("rowheader", name="Stärkt samverkan").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.goal')).display") == "block"
