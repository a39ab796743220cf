"""Composing in a real browser: every page, the keyboard, without JavaScript, on a phone."""

import pytest

from reports.choices import Audience
from reports.commands.publishing import publish
from tests.browser.conftest import assert_accessible, assert_no_overflow, let_warnings_pass, sign_in
from tests.browser.waiting import wait_until
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
    return [each.strip() for each in page.locator(".section-tree__link").all_inner_texts()]


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
        wait_until(page, "words => document.querySelector('.section-tree__link').innerText === words", arg=expected[0])
        assert headings(page) == expected
    held = page.evaluate("document.activeElement.innerText")
    assert held.split()[1:] == ["Flytta", "upp", "”Måluppföljning”"]
    assert "är flyttat" in page.get_by_role("status").first.inner_text()


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
    assert headings(page)[:2] == ["Målen i korthet", "Inledning"]
    page.get_by_role("link", name="Publicera version 1").click()
    page.get_by_label("Nämndens ledamöter").check()
    page.get_by_role("button", name="Publicera version 1").click()
    assert page.get_by_text("Version 1 är publicerad.").is_visible()
    page.get_by_role("link", name="Till rapporten").click()
    page.locator("summary", has_text="Öppna för alla").click()
    page.get_by_role("button", name="Öppna version 1 för alla").click()
    assert page.get_by_text("Läsare: Alla sedan").is_visible()
    page.get_by_role("link", name="Version 1", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Delårsuppföljning"


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
    assert page.get_by_role("alert").is_visible()
    assert_accessible(page)


def test_two_who_write_at_once_are_shown_both_accessibly(open_page, report, cast):
    pages = [open_page(expected=["409"]) for _ in range(2)]
    for page in pages:
        sign_in(page, cast.controller)
    for place, save in (
        ("redigera/", "Spara uppgifterna"),
        (f"avsnitt/{report.sections.first().pk}/", "Spara avsnittet"),
    ):
        for page in pages:
            page.goto(f"/rapporter/{report.pk}/{place}")
        for page, words in zip(pages, ("Först", "Sedan"), strict=True):
            page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
            page.locator("#id_title").fill(words)
            page.get_by_role("button", name=save).click()
            page.wait_for_load_state()
        second = pages[1]
        assert second.get_by_role("alert").filter(has_text="Först").is_visible()
        assert second.locator("#id_title").input_value() == "Sedan"
        assert_accessible(second)
        assert_no_overflow(second)
