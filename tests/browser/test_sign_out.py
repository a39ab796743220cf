"""Signing out on a shared computer: no text stays in the browser without a word."""

import pytest
from playwright.sync_api import expect

from reports.models import Assessment
from tests.browser.conftest import assert_accessible, editor_in, sign_in, write
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser


@pytest.fixture
def unsaved(open_page, world, cast):
    """The reporter's start page, with a text of theirs in the browser that never reached the server."""
    page = open_page(expected=("ERR_FAILED", "htmx:"))
    page.on("dialog", lambda dialog: dialog.accept())
    sign_in(page, cast.reporter)
    page.goto(f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[0].pk}/")
    page.wait_for_load_state("networkidle")
    write(page, page.locator("#svaret"), "")
    page.context.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.keyboard.type("Bara här")
    expect(page.get_by_text("Inte sparat, försöker igen …")).to_be_visible()
    page.goto("about:blank")
    page.context.unroute_all()
    page.goto("/rapportera/")
    return page


def test_who_has_nothing_unsaved_is_signed_out_at_once(page, world, cast):
    sign_in(page, cast.reporter)
    page.goto(f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[0].pk}/")
    page.wait_for_load_state("networkidle")
    write(page, page.locator("#svaret"), "Sparat")
    expect(page.get_by_text("Osparat")).to_be_visible()
    expect(page.get_by_text("Osparat")).to_be_hidden()
    page.get_by_role("button", name="Logga ut").click()
    expect(page.get_by_role("link", name="Logga in")).to_be_visible()
    wait_until(page, "localStorage.length === 0")


def test_unsaved_text_is_offered_to_be_sent_first(unsaved, world):
    unsaved.get_by_role("button", name="Logga ut").click()
    notice = unsaved.locator("[data-left-behind]")
    expect(notice).to_be_focused()
    assert_accessible(unsaved)
    notice.get_by_role("link", name=str(world.goals[0])).click()
    expect(editor_in(unsaved.locator("#svaret"))).to_have_text("Bara här")
    expect(unsaved.get_by_text("Osparat")).to_be_hidden()
    assert Assessment.objects.get().comment == "<p>Bara här</p>"
    unsaved.get_by_role("button", name="Logga ut").click()
    expect(unsaved.get_by_role("link", name="Logga in")).to_be_visible()


def test_unsaved_text_can_be_thrown_away_on_the_way_out(unsaved):
    unsaved.get_by_role("button", name="Logga ut").click()
    unsaved.get_by_role("button", name="Släng texten och logga ut").click()
    expect(unsaved.get_by_role("link", name="Logga in")).to_be_visible()
    wait_until(unsaved, "localStorage.length === 0")
    assert not Assessment.objects.exists()
