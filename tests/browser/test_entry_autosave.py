"""Nothing that is typed is lost: it is saved as it is typed, tried again, and kept in the browser meanwhile."""

import re

import pytest
from playwright.sync_api import expect

from reports.commands.assessments import Answer, save_assessment
from reports.models import Assessment
from tests.browser.conftest import editor_in, sign_in, write
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser


@pytest.fixture
def address(world):
    return f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[0].pk}/"


@pytest.fixture
def next_address(world):
    return f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[1].pk}/"


def opened(page, user, address):
    sign_in(page, user)
    page.goto(address)
    page.wait_for_load_state("networkidle")  # who else is there has been asked
    return page.locator("#svaret")


def status(answer):
    return answer.get_by_role("status").last


def cut_off(page):
    """Nothing that is sent reaches the server, whatever page it is sent from."""
    page.context.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())


def saved_elsewhere(world, by, comment):
    current = Assessment.objects.filter(goal=world.goals[0], unit=world.afi).first()
    return save_assessment(
        round=world.round,
        subject=world.goals[0],
        unit=world.afi,
        answer=Answer(comment=f"<p>{comment}</p>"),
        version=current.version if current else 0,
        is_ready=False,
        by=by,
    )


def test_what_is_typed_is_saved_by_itself_and_said(page, world, cast, address):
    answer = opened(page, cast.reporter, address)
    write(page, answer, "Det går framåt")
    expect(answer.get_by_text("Osparat")).to_be_visible()
    expect(status(answer)).to_have_text(re.compile(r"Sparat \d\d\.\d\d av Reporter"))
    expect(answer.get_by_text("Osparat")).to_be_hidden()
    expect(editor_in(answer)).to_be_focused()
    page.keyboard.type(", sakta")
    expect(answer.get_by_text("Osparat")).to_be_visible()
    expect(answer.get_by_text("Osparat")).to_be_hidden()
    assert Assessment.objects.get().comment == "<p>Det går framåt, sakta</p>"
    wait_until(page, "localStorage.length === 0")


def test_typing_on_soon_brings_back_three_lines_only(page, world, cast, address):
    answer = opened(page, cast.reporter, address)
    write(page, answer, "Ett")
    lengths = []
    for number, words in enumerate((" två", " tre", " fyra"), start=2):
        with page.expect_response(lambda response: response.request.method == "POST") as saved:
            page.keyboard.type(words)
        lengths.append(len(saved.value.text()))
        expect(answer.locator("#id_version")).to_have_value(str(number - 1))
    assert lengths[-1] < 600 < lengths[0]
    expect(answer.get_by_text("Osparat")).to_be_hidden()
    assert Assessment.objects.get().comment == "<p>Ett två tre fyra</p>"


def test_a_lost_connection_is_told_and_tried_again_until_it_is_back(open_page, cast, address):
    page = open_page(expected=("ERR_INTERNET_DISCONNECTED", "htmx:"))
    answer = opened(page, cast.reporter, address)
    write(page, answer, "")
    page.context.set_offline(True)
    page.keyboard.type("Viktigt")
    expect(status(answer)).to_have_text("Inte sparat, försöker igen …")
    expect(answer.get_by_role("alert")).to_contain_text("Ingen kontakt med servern")
    wait_until(page, "localStorage.length === 1")
    page.context.set_offline(False)
    expect(status(answer)).to_contain_text("Sparat")
    expect(answer.get_by_role("alert")).to_have_count(0)
    assert Assessment.objects.get().comment == "<p>Viktigt</p>"
    wait_until(page, "localStorage.length === 0")


def test_text_that_did_not_reach_the_server_is_there_when_one_comes_back(open_page, cast, address):
    page = open_page(expected=("ERR_FAILED", "htmx:"))
    answer = opened(page, cast.reporter, address)
    page.on("dialog", lambda dialog: dialog.accept())
    write(page, answer, "")
    cut_off(page)
    page.keyboard.type("Locket stängdes")
    expect(status(answer)).to_have_text("Inte sparat, försöker igen …")
    page.goto("about:blank")
    page.context.unroute_all()
    page.goto(address)
    expect(answer.get_by_text("Text som inte hann sparas är hämtad")).to_be_visible()
    expect(editor_in(answer)).to_have_text("Locket stängdes")
    expect(status(answer)).to_contain_text("Sparat")
    assert Assessment.objects.get().comment == "<p>Locket stängdes</p>"


def test_text_that_somebody_has_saved_after_is_offered_and_overwrites_nothing(open_page, world, cast, address):
    page = open_page(expected=("ERR_FAILED", "htmx:"))
    answer = opened(page, cast.reporter, address)
    page.on("dialog", lambda dialog: dialog.accept())
    write(page, answer, "")
    cut_off(page)
    page.keyboard.type("Min")
    expect(status(answer)).to_have_text("Inte sparat, försöker igen …")
    page.goto("about:blank")
    saved_elsewhere(world, cast.controller, "Den andras")
    page.context.unroute_all()
    page.goto(address)
    expect(answer.get_by_text("Det finns text som inte hann sparas")).to_be_visible()
    assert Assessment.objects.get().comment == "<p>Den andras</p>"
    answer.get_by_role("button", name="Hämta min text").click()
    expect(editor_in(answer)).to_have_text("Min")
    expect(status(answer)).to_contain_text("av Reporter")
    assert Assessment.objects.get().comment == "<p>Min</p>"


def test_text_that_is_taken_back_is_seen_in_an_editor_that_was_opened_meanwhile(open_page, world, cast, address):
    page = open_page(expected=("ERR_FAILED", "htmx:"))
    answer = opened(page, cast.reporter, address)
    page.on("dialog", lambda dialog: dialog.accept())
    write(page, answer, "")
    cut_off(page)
    page.keyboard.type("Min")
    expect(status(answer)).to_have_text("Inte sparat, försöker igen …")
    page.goto("about:blank")
    saved_elsewhere(world, cast.controller, "Den andras")
    page.context.unroute_all()
    page.goto(address)
    write(page, answer, "")
    answer.get_by_role("button", name="Hämta min text").click()
    expect(editor_in(answer)).to_have_text("Min")
    expect(status(answer)).to_contain_text("av Reporter")
    assert Assessment.objects.get().comment == "<p>Min</p>"


def test_saving_by_itself_never_writes_over_what_somebody_else_saved(open_page, world, cast, address):
    page = open_page(expected=("status of 409",))
    answer = opened(page, cast.reporter, address)
    saved_elsewhere(world, cast.controller, "Den andras")
    write(page, answer, "Min text")
    expect(status(answer)).to_contain_text("någon annan har sparat svaret under tiden")
    expect(editor_in(answer)).to_be_focused()
    assert Assessment.objects.get().comment == "<p>Den andras</p>"
    answer.get_by_role("button", name="Spara", exact=True).click()
    expect(answer.locator(".conflict")).to_contain_text("Den andras")
    page.wait_for_timeout(2500)
    assert Assessment.objects.get().comment == "<p>Den andras</p>"


def test_going_to_the_next_saves_first(page, world, cast, address, next_address):
    answer = opened(page, cast.reporter, address)
    write(page, answer, "Snabbt")
    page.get_by_role("navigation", name="Föregående och nästa").first.get_by_role(
        "link", name=re.compile("^Nästa ?:")
    ).click()
    page.wait_for_url(f"**{next_address}")
    assert Assessment.objects.get().comment == "<p>Snabbt</p>"


def test_the_keys_that_are_told_save_mark_ready_and_go_on(page, world, cast, address, next_address):
    answer = opened(page, cast.reporter, address)
    page.locator("summary", has_text="Kortkommandon").click()
    expect(page.get_by_text("Page Down")).to_be_visible()
    answer.locator('[name="status"]').first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Control+s")
    expect(status(answer)).to_contain_text("Sparat")
    page.keyboard.press("Control+Enter")
    expect(answer.get_by_role("button", name="Ta tillbaka till utkast")).to_be_visible()
    assert Assessment.objects.get().state == "ready"
    page.keyboard.press("Alt+PageDown")
    page.wait_for_url(f"**{next_address}")


def test_a_ready_answer_stays_ready_when_it_is_corrected(page, world, cast, address):
    saved = saved_elsewhere(world, cast.controller, "Först")
    Assessment.objects.filter(pk=saved.pk).update(
        status="achieved", state="ready", ready_at="2017-09-01T10:00Z", ready_by=cast.reporter
    )
    answer = opened(page, cast.reporter, address)
    write(page, answer, "Mer. ")
    expect(answer.get_by_text("Osparat")).to_be_hidden()
    expect(status(answer)).to_contain_text("av Reporter")
    assert Assessment.objects.get().state == "ready"
