"""Composing in a real browser: every page, the keyboard, without JavaScript, on a phone."""

import pytest
from playwright.sync_api import expect

from reports.choices import Audience
from reports.commands.publishing import publish
from tests.browser.conftest import assert_accessible, assert_no_overflow, let_warnings_pass, sign_in
from tests.builders import a_report, a_section, an_assessment

pytestmark = pytest.mark.browser

LONG = "Uppföljningsdokumentation" * 12


@pytest.fixture
def report(transactional_db, world):
    for goal in world.goals:
        an_assessment(world.round, goal, world.afi, status="partly_achieved", comment="<p>Det går.</p>", state="ready")
    report = a_report(world.round, title="Delårsuppföljning", slug="delar-2017")
    for title, kind in (("Inledning", "text"), ("Målen i korthet", "goal_overview"), ("Måluppföljning", "goal_table")):
        a_section(report, title=title, kind=kind, content="<p>Så gick det.</p>")
    return report


@pytest.fixture
def publication(report, cast):
    return publish(report=report, audience=Audience.MEMBERS, change_note="", accept_warnings=True, by=cast.controller)


def headings(page):
    return page.locator(".section-tree__link")


PAGES = ["", "{report}/redigera/", "{report}/avsnitt/nytt/", "{report}/avsnitt/{section}/", "{report}/publicera/"]
PAGES += ["{report}/avsnitt/{section}/ta-bort/", "{report}/forhandsvisa/"]


@pytest.mark.parametrize("place", PAGES)
def test_every_page_is_accessible_and_fits_a_phone(page, report, publication, cast, place):
    sign_in(page, cast.controller)
    a_section(report, title=LONG, is_hidden=True)
    page.goto("/rapporter/" + place.format(report=report.pk, section=report.sections.first().pk))
    assert_accessible(page)
    assert_no_overflow(page)
    assert_accessible(page)


@pytest.mark.parametrize("place", PAGES)
def test_a_title_of_300_characters_fits_a_phone(page, report, publication, cast, place):
    report.title = LONG[:300]
    report.save()
    sign_in(page, cast.controller)
    page.goto("/rapporter/" + place.format(report=report.pk, section=report.sections.first().pk))
    assert_no_overflow(page)


def test_sections_are_moved_from_the_keyboard_and_focus_stays(page, report, cast):
    sign_in(page, cast.controller)
    page.goto(f"/rapporter/{report.pk}/redigera/")
    page.locator("summary", has_text="Ändra ”Måluppföljning”").click()
    button = page.get_by_role("button", name="Flytta upp ”Måluppföljning”")
    for expected in (
        ["Inledning", "Måluppföljning", "Målen i korthet"],
        ["Måluppföljning", "Inledning", "Målen i korthet"],
    ):
        button.focus()
        with page.expect_response("**/flytta/"):
            page.keyboard.press("Enter")
        expect(headings(page)).to_have_text(expected)
    held = page.evaluate("document.activeElement.innerText")
    assert held.split()[1:] == ["Flytta", "upp", "”Måluppföljning”"]
    expect(page.get_by_role("status").first).to_contain_text("är flyttat")


def test_a_section_is_written_in_the_editor(page, report, cast):
    sign_in(page, cast.controller)
    page.goto(f"/rapporter/{report.pk}/redigera/")
    page.get_by_role("link", name="Inledning", exact=True).click()
    page.locator("textarea[data-rich-text]").focus()
    page.locator("[contenteditable=true]").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Och sedan?")
    assert_accessible(page)
    page.get_by_role("button", name="Spara avsnittet").click()
    page.get_by_text("är sparat").wait_for()
    assert report.sections.first().content == "<p>Så gick det. Och sedan?</p>"


def test_a_report_is_published_without_javascript(open_page, report, cast, at_once):
    page = open_page(java_script=False)
    let_warnings_pass(report, cast.controller)
    sign_in(page, cast.controller)
    page.goto(f"/rapporter/{report.pk}/redigera/")
    page.locator("summary", has_text="Ändra ”Inledning”").click()
    page.get_by_role("button", name="Flytta ned ”Inledning”").click()
    expect(headings(page)).to_have_text(["Målen i korthet", "Inledning", "Måluppföljning"])
    page.get_by_role("link", name="Publicera version 1").click()
    page.get_by_label("Nämndens ledamöter").check()
    page.get_by_role("button", name="Publicera version 1").click()
    expect(page.get_by_text("Version 1 är publicerad.")).to_be_visible()
    page.get_by_role("link", name="Till rapporten").click()
    page.locator("summary", has_text="Öppna för alla").click()
    page.get_by_role("button", name="Öppna version 1 för alla").click()
    expect(page.get_by_text("Läsare: Alla sedan")).to_be_visible()
    page.get_by_role("link", name="Version 1", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Delårsuppföljning")


def test_the_preview_wears_its_style(page, report, cast):
    sign_in(page, cast.controller)
    page.goto(f"/rapporter/{report.pk}/forhandsvisa/")
    bar = page.get_by_role("complementary", name="Om den här sidan")
    assert bar.evaluate("each => getComputedStyle(each).display") == "flex"
    bar.get_by_role("link", name="Tillbaka till rapporten").click()
    page.wait_for_url("**/redigera/")


def test_a_refused_form_is_accessible(open_page, report, cast):
    page = open_page(expected=["422"])
    let_warnings_pass(report, cast.controller)
    sign_in(page, cast.controller)
    page.goto(f"/rapporter/{report.pk}/publicera/")
    page.get_by_role("button", name="Publicera version 1").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_accessible(page)


def conflict(page):
    return page.get_by_role("alert").filter(has_text="Först")


def test_two_who_write_at_once_are_shown_both_accessibly(open_page, report, cast):
    pages = [open_page(expected=["409"]) for _ in range(2)]
    for page in pages:
        sign_in(page, cast.controller)
    for place, save, saved in (
        ("redigera/", "Spara uppgifterna", "Uppgifterna är sparade."),
        (f"avsnitt/{report.sections.first().pk}/", "Spara avsnittet", "är sparat"),
    ):
        for page in pages:
            page.goto(f"/rapporter/{report.pk}/{place}")
        first, second = pages
        for page, words in ((first, "Först"), (second, "Sedan")):
            page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
            page.locator("#id_title").fill(words)
            page.get_by_role("button", name=save).click()
            expect((page.get_by_text(saved) if page == first else conflict(page)).first).to_be_visible()
        expect(second.locator("#id_title")).to_have_value("Sedan")
        assert_accessible(second)
        assert_no_overflow(second)
