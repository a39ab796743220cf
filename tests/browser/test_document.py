"""The published page in a real browser: under the site's strict policy, at every width, for those who listen."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import expect

from reports.render import stylesheet_source
from reports.render.html import render_html
from tests.browser.waiting import wait_until
from tests.render.example import LONG_WORD, example_document
from tests.render.example_blocks import rich_document

pytestmark = pytest.mark.browser

ADDRESS = "http://report.test/"
REPORTS = [example_document, rich_document]


@pytest.fixture
def open_report(browser):
    """Opens a document at a width under the policy that the site sends with it; closes what it opened."""
    opened = []

    def _open(width, scheme="light", policy=True, report=example_document, **overrides):
        html = render_html(report(**overrides))
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


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("width", [320, 360, 820, 1280, 1600])
def test_nothing_overflows_and_the_policy_is_kept(open_report, width, report):
    page = open_report(width, report=report, title=f"Delårsrapport för {LONG_WORD}")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate("getComputedStyle(document.querySelector('.report__head')).borderTopWidth") == "8px"
    assert page.complaints == []


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (820, "light"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing(open_report, width, scheme, report):
    page = open_report(width, scheme, policy=False, report=report, edition=None)
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in Axe().run(page).response["violations"]] == []


def test_cards_are_still_a_table_for_those_who_listen(open_report):
    page = open_report(360)
    table = page.get_by_role("table", name="Uppföljning av målen i Verksamhetsplan 2017")
    assert table.get_by_role("columnheader").count() == 5
    assert table.get_by_role("rowheader", name="Stärkt samverkan").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.goal')).display") == "block"


def test_a_wide_table_of_figures_is_moved_sideways_by_the_keyboard_under_its_row_s_heading(open_report):
    page = open_report(320, report=rich_document)
    frame = page.get_by_role("group", name="Driftsammandrag, netto, tkr")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    frame.focus()
    before = frame.get_by_role("rowheader", name="Summa").bounding_box()["x"]
    page.keyboard.press("ArrowRight")
    wait_until(page, "frame => frame.scrollLeft > 0", arg=frame.element_handle())
    assert frame.get_by_role("rowheader", name="Summa").bounding_box()["x"] == before


def test_a_table_of_words_becomes_cards_that_say_whose_each_status_is(open_report):
    page = open_report(320, report=rich_document)
    table = page.get_by_role("table", name="Bedömningar i rundan")
    assert table.get_by_role("columnheader").count() == 6
    cell = table.get_by_role("row").filter(has_text="1 Socialtjänstens stöd").get_by_role("cell").nth(1)
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").startswith('"VO Barn och familj: "')
    assert cell.bounding_box()["x"] == table.get_by_role("cell").first.bounding_box()["x"]


def test_a_reference_leads_to_its_note_and_back(open_report):
    page = open_report(1280, report=rich_document)
    reference = page.locator("#notref-1")
    reference.click()
    expect(page).to_have_url(re.compile("#not-1$"))
    page.locator("#not-1").get_by_text("↩").click()
    expect(page).to_have_url(re.compile("#notref-1$"))
    assert page.evaluate("document.querySelector(':target').textContent") == "1"


def test_the_figures_behind_a_chart_can_be_folded_away(open_report):
    page = open_report(820, report=rich_document)
    figures = page.get_by_role("table", name="Långtidssjukskrivna medarbetare, antal")
    expect(figures).to_be_visible()
    page.get_by_text("Siffrorna bakom diagrammet").click()
    expect(figures).to_be_hidden()
