"""The row of folds above a published report, and what is told at the report's rows."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.browser.test_reading_page import ADDRESS, version  # noqa: F401 - a fixture
from tests.builders import a_reader_question

pytestmark = pytest.mark.browser


def test_a_row_of_a_table_tells_of_its_questions_without_growing_the_page(page, version, cast):  # noqa: F811 - the fixture
    a_reader_question(version, anchor="avsnitt-kostnader-rad-lon", row_title="Lön")
    sign_in(page, cast.reader)
    page.goto(ADDRESS)
    row = page.locator("#avsnitt-kostnader-rad-lon")
    expect(row.get_by_role("link", name="1 fråga utan svar: Lön")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)


@pytest.mark.parametrize("java_script", [True, False])
@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844)])
def test_a_phone_s_first_screen_shows_what_the_report_is_and_begins(open_page, version, width, height, java_script):  # noqa: F811 - the fixture
    page = open_page(width=width, height=height, java_script=java_script)
    page.goto(ADDRESS)
    summaries = page.locator(".bar summary:visible")
    heights = summaries.evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert len(heights) >= 3
    assert min(heights) >= 44
    assert page.locator(".bar").bounding_box()["height"] < 60
    for found in (page.get_by_role("heading", level=1), page.get_by_text("31 augusti 2017").first):
        expect(found).to_be_in_viewport()
    expect(page.get_by_text("Version", exact=True)).to_be_in_viewport()
    expect(page.locator("#rapporten").get_by_role("heading").first).to_be_in_viewport()


def test_what_is_opened_comes_below_the_row_and_closes_what_was_open(page, version):  # noqa: F811 - the fixture
    page.goto(ADDRESS)
    page.set_viewport_size({"width": 390, "height": 844})
    fetch, aids = page.locator("summary", has_text="Hämta"), page.locator("summary", has_text="Läshjälp")
    at = aids.bounding_box()
    fetch.press("Enter")
    expect(page.get_by_role("link", name="Ladda ner som PDF")).to_be_visible()
    assert aids.bounding_box() == at
    aids.press("Enter")
    expect(page.get_by_text("Text och radlängd")).to_be_visible()
    expect(page.get_by_role("link", name="Ladda ner som PDF")).to_be_hidden()
    assert_accessible(page)
    assert_no_overflow(page)
