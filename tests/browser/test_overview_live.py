"""A round's page that keeps itself up to date: focus and place stay, nothing is asked for in vain."""

import re

import pytest
from playwright.sync_api import expect

from reports.models import Assessment
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_goal, an_assessment

pytestmark = pytest.mark.browser

HALF_A_MINUTE = 31_000


@pytest.fixture
def watched(transactional_db, world, cast):
    """A round with more goals than a screen holds."""
    for _ in range(20):
        a_goal(world.plan)
    cast.reporter.email = "reporter@example.com"
    cast.reporter.save()
    world.page = f"/oversikt/{world.round.pk}/"
    return world


@pytest.fixture
def watching(page, watched, cast):
    page.clock.install()
    sign_in(page, cast.controller)
    page.goto(watched.page)
    expect(page.get_by_text(re.compile(r"^Uppdaterad \d\d\.\d\d$")).first).to_be_visible()
    return page


def the_cell(page, watched):
    goal = watched.goals[1]
    return page.locator(f"#ruta-goal-{goal.pk}-1")


def test_an_answer_comes_by_itself_and_focus_and_place_stay(watching, watched):
    page = watching
    link = page.locator("#till-goal-" + str(watched.plan.goals.last().pk))
    link.focus()
    before = link.bounding_box()["y"]
    an_assessment(watched.round, watched.goals[1], watched.afi, status="achieved", state="ready")
    page.clock.fast_forward(HALF_A_MINUTE)
    expect(the_cell(page, watched)).to_contain_text("Klar")
    expect(link).to_be_focused()
    assert abs(link.bounding_box()["y"] - before) < 2
    expect(page.locator("[data-live-said]")).to_have_text(re.compile(r"^Uppdaterad"))
    assert_accessible(page)


def test_nothing_is_read_aloud_while_nothing_changes(watching):
    with watching.expect_response(lambda answer: "/nu/" in answer.url) as found:
        watching.clock.fast_forward(HALF_A_MINUTE)
    assert found.value.status == 204
    expect(watching.locator("[data-live-said]")).to_have_text("")


def test_switched_off_nothing_is_asked_for_now_or_the_next_time(watching, watched):
    asked = []
    watching.on("request", lambda request: asked.append(request.url) if "/nu/" in request.url else None)
    watching.get_by_label("Uppdatera automatiskt").uncheck()
    watching.clock.fast_forward(HALF_A_MINUTE)
    watching.reload()
    expect(watching.get_by_label("Uppdatera automatiskt")).not_to_be_checked()
    watching.clock.fast_forward(HALF_A_MINUTE)
    expect(the_cell(watching, watched)).to_be_visible()
    assert asked == []


def test_a_tab_that_nobody_sees_asks_for_nothing_until_it_is_seen(watching):
    asked = []
    watching.on("request", lambda request: asked.append(request.url) if "/nu/" in request.url else None)
    hide = "hidden => { Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });"
    hide += " document.dispatchEvent(new Event('visibilitychange')) }"
    watching.evaluate(hide, True)
    watching.clock.fast_forward(3 * HALF_A_MINUTE)
    assert asked == []
    with watching.expect_response(lambda answer: "/nu/" in answer.url):
        watching.evaluate(hide, False)


def test_who_was_signed_out_is_told_and_sees_no_sign_in_page_in_the_page(watching, watched):
    watching.context.clear_cookies()
    watching.clock.fast_forward(HALF_A_MINUTE)
    expect(watching.locator("[data-live-time]")).to_contain_text("Du är utloggad")
    expect(the_cell(watching, watched)).to_be_visible()
    expect(watching.get_by_label("Användarnamn")).to_have_count(0)


def test_a_server_that_is_gone_is_told_and_tried_again(open_page, watched, cast):
    page = open_page(expected=("ERR_FAILED", "Failed to load resource", "htmx:"))
    page.clock.install()
    sign_in(page, cast.controller)
    page.goto(watched.page)
    page.route("**/nu/**", lambda route: route.abort())
    page.clock.fast_forward(HALF_A_MINUTE)
    expect(page.locator("[data-live-time]")).to_contain_text("Kunde inte uppdatera")
    page.unroute("**/nu/**")
    page.clock.fast_forward(HALF_A_MINUTE)
    expect(page.locator("[data-live-time]")).to_contain_text("Uppdaterad")


def test_without_java_script_there_is_nothing_to_switch(open_page, watched, cast):
    page = open_page(java_script=False)
    sign_in(page, cast.controller)
    page.goto(watched.page)
    expect(page.get_by_label("Uppdatera automatiskt")).to_be_hidden()
    page.get_by_role("link", name=re.compile("^Sena")).click()
    expect(page.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize("java_script", [True, False])
def test_a_unit_is_read_and_sent_back_whole(open_page, watched, cast, java_script):
    for goal in watched.goals[:2]:
        an_assessment(watched.round, goal, watched.afi, status="achieved", state="ready", comment="<p>Text.</p>")
    page = open_page(java_script=java_script)
    sign_in(page, cast.controller)
    page.goto(watched.page)
    page.get_by_role("link", name="AFI", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("AFI")
    if java_script:
        assert_accessible(page)
    page.get_by_text("Återsänd alla klara svar").click()
    page.get_by_label(re.compile("Varför återsänds svaren")).fill("Läs anvisningen")
    page.get_by_role("button", name="Återsänd svaren").click()
    expect(page.get_by_text("2 svar från AFI är återsända.")).to_be_visible()
    assert set(Assessment.objects.values_list("return_reason", flat=True)) == {"Läs anvisningen"}
    if java_script:
        assert_accessible(page)
        assert_no_overflow(page)


def test_reminding_from_the_keyboard(page, watched, cast, mailoutbox):
    sign_in(page, cast.controller)
    page.goto(watched.page)
    page.get_by_role("link", name="Påminn enheter").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Påminn enheter")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Ämne").fill("Glöm inte")
    page.get_by_role("button", name="Visa breven").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("article", name="AFI")).to_contain_text("Kvar att lämna in")
    assert_accessible(page)
    page.get_by_role("button", name="Skicka påminnelsen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Påminnelsen är skickad")).to_be_visible()
    page.reload()
    assert [letter.subject for letter in mailoutbox] == ["Glöm inte"]
    assert_accessible(page)
    for address in (page.url, f"{watched.page}paminn/"):
        page.goto(address)
        assert_no_overflow(page)
    page.goto(watched.page)
    expect(page.get_by_role("link", name=re.compile(r"^Påmindes .* kl\. .*: AFI$"))).to_be_visible()


def test_a_substitute_is_appointed(page, watched, cast):
    sign_in(page, cast.reporter)
    page.goto("/rapportera/ersattare/")
    assert_accessible(page)
    page.get_by_label("Kollega").select_option("Reader")
    page.get_by_label("Sista dag").fill(page.get_by_label("Första dag").input_value())
    page.get_by_role("button", name="Utse ersättaren").click()
    expect(page.get_by_role("button", name="Avsluta Reader")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)
