"""Two people in the same section, and in the same table, in two browsers."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_data_table, a_report, a_section

pytestmark = pytest.mark.browser

HERE = "Administrator har också det här avsnittet öppet."


@pytest.fixture
def report(transactional_db, world):
    report = a_report(world.round, title="Delårsuppföljning", slug="delar-2017")
    for title in ("Inledning", "Ekonomi"):
        a_section(report, title=title, content="<p>Så gick det.</p>")
    return report


@pytest.fixture
def pages(open_page, cast):
    """A page for each of two who compose; their scripts ask when the clock says so."""
    found = [open_page() for _ in range(2)]
    for page, user in zip(found, (cast.controller, cast.administrator), strict=True):
        page.clock.install()
        sign_in(page, user)
    return found


def section(report, title):
    return f"/rapporter/{report.pk}/avsnitt/{report.sections.get(title=title).pk}/"


def opened(page, address):
    with page.expect_response("**/narvaro/"):
        page.goto(address)


def asks_again(page):
    with page.expect_response("**/narvaro/"):
        page.clock.run_for(21_000)


def test_who_is_in_the_same_section_is_told_politely_and_the_tree_says_where_they_go(pages, report):
    mine, theirs = pages
    opened(mine, section(report, "Inledning"))
    expect(mine.get_by_text("har också det här avsnittet öppet")).to_have_count(0)
    opened(theirs, section(report, "Inledning"))
    asks_again(mine)
    expect(mine.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    assert_accessible(mine)
    assert_no_overflow(mine)
    opened(theirs, section(report, "Ekonomi"))
    asks_again(mine)
    expect(mine.get_by_text(HERE)).to_have_count(0)
    row = mine.locator(".section-tree__row", has_text="Ekonomi")
    expect(row.get_by_text("Administrator är här")).to_be_visible()
    expect(mine.get_by_text("Administrator är här")).to_have_count(1)


def test_the_page_of_all_sections_says_where_the_others_are(pages, report):
    mine, theirs = pages
    opened(mine, f"/rapporter/{report.pk}/redigera/")
    opened(theirs, section(report, "Ekonomi"))
    asks_again(mine)
    expect(mine.locator(".section-tree__row", has_text="Ekonomi").get_by_text("Administrator är här")).to_be_visible()
    assert_accessible(mine)
    assert_no_overflow(mine)


def test_a_page_that_nobody_looks_at_does_not_ask(pages, report):
    mine, _theirs = pages
    opened(mine, section(report, "Inledning"))
    asked = []
    mine.on("request", lambda request: asked.append(request.url) if "narvaro" in request.url else None)
    mine.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden' })")
    mine.clock.run_for(61_000)
    assert asked == []


def test_two_in_the_same_table_are_told(pages, report):
    table = a_data_table(report, ("row", "Personal", "1", "2"))
    address = f"/rapporter/{report.pk}/tabeller/{table.pk}/"
    mine, theirs = pages
    opened(mine, address)
    opened(theirs, address)
    asks_again(mine)
    expect(
        mine.get_by_role("status").filter(has_text="Administrator har också den här tabellen öppen.")
    ).to_be_visible()
    assert_accessible(mine)
    assert_no_overflow(mine)
