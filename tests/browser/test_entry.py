"""The reporter's page in a browser: with and without script, by keyboard, two at a time, and when things fail."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from reports.models import Assessment
from tests.browser.conftest import assert_accessible, editor_in, sign_in, write
from tests.builders import an_indicator, said_in

pytestmark = pytest.mark.browser


@pytest.fixture
def address(world):
    return f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[0].pk}/"


@pytest.fixture
def article():
    def of(page):
        return page.locator("#svaret")

    return of


def test_a_goal_is_saved_without_leaving_the_page(page, world, cast, address, article):
    an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%", name="Nöjda")
    sign_in(page, cast.reporter)
    page.goto(address)
    goal = article(page)
    goal.get_by_text("Delvis uppnått").click()
    expect(goal.locator(".deviation__why")).to_be_visible()
    write(page, goal, "Det går framåt.")
    goal.get_by_label("Utfall, Nöjda").fill("81,2")
    expect(goal.get_by_text("Osparat")).to_be_visible()
    scrolled = page.evaluate("window.scrollY")
    goal.get_by_role("button", name="Spara", exact=True).click()
    expect(goal.get_by_role("status")).to_have_text(re.compile(r"Sparat \d\d\.\d\d av Reporter"))
    expect(goal.get_by_text("Osparat")).to_be_hidden()
    expect(page.locator("#framsteg-text")).to_have_text("1 av 3 mål besvarade")
    expect(goal.get_by_role("button", name="Spara", exact=True)).to_be_focused()
    expect(goal.get_by_text("Fyll i det som saknas: Orsak, Åtgärd.")).to_be_visible()
    assert page.evaluate("window.scrollY") >= scrolled
    assert page.url.endswith(address)
    saved = Assessment.objects.get()
    assert (saved.status, saved.comment) == ("partly_achieved", "<p>Det går framåt.</p>")
    assert world.goals[0].indicators.get().measurements.get().value == Decimal("81.2")


def test_by_keyboard_alone(page, world, cast, address, article):
    sign_in(page, cast.reporter)
    page.goto(address)
    goal = article(page)
    goal.locator('[name="status"]').first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(editor_in(goal)).to_be_focused()
    page.keyboard.type("Första")
    page.keyboard.press("Enter")
    page.keyboard.type("Andra")
    page.keyboard.press("Shift+Tab")
    expect(goal.get_by_role("button", name="Betona")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    ready = goal.get_by_role("button", name="Spara och klarmarkera")
    for _ in range(12):
        page.keyboard.press("Tab")
        if ready.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(goal.get_by_role("button", name="Ta tillbaka till utkast")).to_be_visible()
    saved = Assessment.objects.get()
    assert (saved.status, saved.state) == ("partly_achieved", "ready")
    assert saved.comment.replace("\n", "") == "<p>Första</p><ul><li>Andra</li></ul>"


def test_a_link_is_made_in_the_editor(page, world, cast, address, article):
    sign_in(page, cast.reporter)
    page.goto(address)
    goal = article(page)
    write(page, goal, "Se planen")
    page.keyboard.press("Control+A")
    goal.get_by_role("button", name="Länk").first.click()
    goal.get_by_label("Länkens adress").fill("https://example.org/plan")
    page.keyboard.press("Enter")
    goal.get_by_role("button", name="Spara", exact=True).click()
    expect(goal.get_by_role("status")).to_contain_text("Sparat")
    assert '<a href="https://example.org/plan"' in Assessment.objects.get().comment


def test_word_text_is_pasted_clean(page, world, cast, address, article):
    sign_in(page, cast.reporter)
    page.goto(address)
    goal = article(page)
    goal.get_by_label("Kommentar").click()
    editor = editor_in(goal)
    expect(editor).to_be_focused()
    editor.evaluate(
        """node => {
          const data = new DataTransfer()
          data.setData("text/html", '<p class="MsoNormal" style="color:red">Klistrad <i>text</i><o:p></o:p></p>')
          node.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
        }"""
    )
    goal.get_by_role("button", name="Spara", exact=True).click()
    expect(goal.get_by_role("status")).to_contain_text("Sparat")
    assert Assessment.objects.get().comment == "<p>Klistrad <em>text</em></p>"


def test_without_javascript_a_button_does_the_same(open_page, world, cast, address, article):
    page = open_page(java_script=False)
    sign_in(page, cast.reporter)
    page.goto(address)
    goal = article(page)
    goal.get_by_text("Ej uppnått").click()
    goal.get_by_label("Kommentar").fill("Det går:\n\n- långsamt\n- men säkert")
    goal.get_by_role("button", name="Spara och klarmarkera").click()
    expect(article(page).locator(".save-status")).to_contain_text("Sparat")
    assert page.url.endswith(address)
    saved = Assessment.objects.get()
    assert (saved.status, saved.state) == ("not_achieved", "ready")
    assert "<li>långsamt</li>" in saved.comment


def test_two_people_on_the_same_goal_lose_nothing(open_page, world, cast, address, article):
    first, second = open_page(), open_page(expected=("status of 409",))
    for page, user in ((first, cast.controller), (second, cast.reporter)):
        sign_in(page, user)
        page.goto(address)
        write(page, article(page), f"Skrivet av {user.username}")
    article(first).get_by_role("button", name="Spara", exact=True).click()
    expect(article(first).get_by_role("status")).to_contain_text("Sparat")
    article(second).get_by_role("button", name="Spara", exact=True).click()
    conflict = article(second).locator(".conflict")
    expect(conflict).to_be_focused()
    expect(conflict).to_contain_text("Controller sparade")
    assert "Skrivet av controller" in said_in(conflict.inner_html())
    assert "Skrivet av reporter" in said_in(conflict.inner_html())
    expect(conflict.locator("mark").first).to_contain_text("controller")
    expect(conflict.locator("mark").last).to_contain_text("reporter")
    assert_accessible(second)
    conflict.get_by_role("radio", name="Behåll min").check()
    article(second).get_by_role("button", name="Spara", exact=True).click()
    expect(conflict).to_have_count(0)
    expect(article(second).get_by_role("status")).to_contain_text("Sparat")
    saved = Assessment.objects.get()
    assert saved.comment == "<p>Skrivet av reporter</p>"
    assert saved.history.filter(comment="<p>Skrivet av controller</p>").exists()


def test_a_round_that_closes_meanwhile_keeps_the_text_on_the_screen(open_page, world, cast, address, article):
    page = open_page(expected=("status of 423",))
    sign_in(page, cast.reporter)
    page.goto(address)
    write(page, article(page), "Nästan klar")
    world.round.state = "closed"
    world.round.save()
    article(page).get_by_role("button", name="Spara", exact=True).click()
    expect(article(page).get_by_role("alert")).to_contain_text("Uppföljningen är stängd")
    expect(article(page).get_by_label("Kommentar")).to_have_value("Nästan klar")
    expect(article(page).get_by_text("Osparat")).to_be_visible()


def test_a_bad_number_is_explained_and_mended(open_page, world, cast, address, article):
    an_indicator(world.goals[0], units=[world.afi], name="Nöjda")
    page = open_page(expected=("status of 422",))
    sign_in(page, cast.reporter)
    page.goto(address)
    goal = article(page)
    goal.get_by_label("Utfall, Nöjda").fill("12,,5")
    goal.get_by_role("button", name="Spara", exact=True).click()
    expect(goal.locator(".error-summary")).to_be_focused()
    expect(goal.get_by_label("Utfall, Nöjda")).to_have_value("12,,5")
    assert_accessible(page)
    goal.get_by_label("Utfall, Nöjda").fill("12,5")
    goal.get_by_role("button", name="Spara", exact=True).click()
    expect(goal.locator(".error-summary")).to_have_count(0)
    expect(goal.get_by_label("Utfall, Nöjda")).not_to_have_attribute("aria-invalid", "true")


def test_who_was_signed_out_signs_in_elsewhere_and_saves_on(open_page, cast, address, article):
    page = open_page(expected=("status of 403", "htmx:"))
    sign_in(page, cast.reporter)
    page.goto(address)
    goal = article(page)
    write(page, goal, "Viktigt")
    page.context.clear_cookies(name="sessionid")
    goal.get_by_role("button", name="Spara", exact=True).click()
    expect(goal.get_by_role("alert")).to_contain_text("Du har blivit utloggad")
    expect(goal.get_by_role("link", name="Logga in i en ny flik")).to_have_attribute("target", "_blank")
    expect(editor_in(goal)).to_have_text("Viktigt")
    page.context.clear_cookies()
    sign_in(page, cast.reporter)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(goal.get_by_role("status")).to_contain_text("Sparat")
    assert Assessment.objects.get().comment == "<p>Viktigt</p>"


def test_leaving_with_unsaved_text_is_warned_about(page, cast, address, article):
    sign_in(page, cast.reporter)
    page.goto(address)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(address)
    assert asked == []
    article(page).get_by_text("Uppnått", exact=True).click()
    page.goto("/rapportera/")
    assert asked == ["beforeunload"]
