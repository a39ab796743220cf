"""Searching in a real browser: found, narrowed, nothing found; light and dark, on a phone, without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import assert_accessible, assert_no_overflow
from tests.views.searches import two_reports

pytestmark = pytest.mark.browser


@pytest.fixture
def reports(transactional_db, world, cast, light_pdf):
    return two_reports(world, cast)


ADDRESSES = [
    "/sok/",
    "/sok/?q=sjukfr%C3%A5nvaro",
    "/sok/?q=bem%C3%B6tande&kind=comment",
    "/sok/?q=zebra&year=2017",
    "/sok/?q=-m%C3%A5l",
    "/sok/?q=" + "funktionsneds%C3%A4ttning" * 12,
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_answer_is_accessible_and_fits_a_phone(open_page, reports, scheme):
    page = open_page(scheme=scheme)
    for address in ADDRESSES:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        assert_accessible(page)
        assert_no_overflow(page)


def test_a_reader_searches_from_the_start_page_and_comes_to_the_row(open_page, reports):
    page = open_page(java_script=False)
    page.goto("/")
    page.get_by_role("searchbox", name="Sök i rapporterna").fill("sjukfrånvaro")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2 träffar i 2 rapporter")).to_be_visible()
    page.get_by_role("link", name="2 Budget i balans").click()
    expect(page).to_have_url(re.compile("/socialnamnden/delar-2017/v1/#"))
    expect(page.locator(f"[id='{page.url.split('#')[1]}']")).to_be_in_viewport()


def test_a_search_is_narrowed_without_javascript(open_page, reports):
    page = open_page(java_script=False)
    page.goto("/sok/?q=sjukfr%C3%A5nvaro")
    page.get_by_text("Välj bland rapporterna").click()
    page.get_by_label("Vad").select_option("Kommentar (1)")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("heading", name="1 träff i 1 rapport")).to_be_visible()
    expect(page.get_by_label("Vad")).to_have_value("comment")
    page.get_by_role("link", name="Ta bort urvalet").click()
    expect(page.get_by_role("heading", name="2 träffar i 2 rapporter")).to_be_visible()
