"""The page of a published report in use: its contents, its rows' addresses, what is picked of it, how it is set."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.browser.waiting import wait_until
from tests.builders import a_reader_question, a_section
from tests.read_report import a_report_to_read, sealed

pytestmark = pytest.mark.browser

ADDRESS = "/socialnamnden/delar-2017/"
LONG = "<p>" + "Köerna har vuxit sedan i våras och två tjänster är vakanta. " * 40 + "</p>"


@pytest.fixture
def version(transactional_db, world, cast, light_pdf):
    report = a_report_to_read(world)
    for number in range(4):
        a_section(report, title=f"Kommentar {number}", kind="text", content=LONG)
    return sealed(report, cast.controller)


def seen(page):
    """The names of goals that are shown where goals are followed up."""
    return page.locator(".goal-part__name:visible")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_is_accessible_as_it_comes_and_with_everything_open(open_page, version, cast, width, scheme):
    page = open_page(width=width, scheme=scheme)
    page.goto(ADDRESS)
    assert_accessible(page)
    for fold in page.locator("summary:visible").all():
        if fold.locator("..").get_attribute("open") is None:
            fold.click()
    page.locator("#mal-11").locator("xpath=preceding-sibling::a").focus()
    page.keyboard.press("Enter")
    assert_accessible(page)
    assert_no_overflow(page)
    page.keyboard.press("Escape")
    page.goto(f"{ADDRESS}?status=ej-uppnatt&enhet=okänd")
    assert_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_beside_the_report_are_accessible_and_fit_a_phone(open_page, version, cast, scheme):
    question = a_reader_question(version)
    page = open_page(scheme=scheme)
    sign_in(page, cast.controller)
    report = f"/rapporter/{version.report_id}/fragor/"
    for address in ("anteckningar/", "anteckningar/mal-11/", "fragor/", "fragor/mal-11/"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{ADDRESS}v1/{address}")
        assert_accessible(page)
        assert_no_overflow(page)
    for address in (report, f"{report}{question.pk}/"):
        page.goto(address)
        assert_accessible(page)
        assert_no_overflow(page)


def test_in_brief_comes_first_and_what_has_changed_second(page, version):
    page.goto(ADDRESS)
    headings = [each for each in page.locator("main h2:visible").all_inner_texts() if each != "Innehåll"]
    assert headings[:3] == ["I korthet", "Sedan förra rapporten", "Inledning"]


def test_the_contents_follow_the_reader(page, version):
    page.goto(ADDRESS)
    current = page.locator(".contents [aria-current='location']")
    page.locator("#avsnitt-kostnader").evaluate("each => each.scrollIntoView()")
    expect(current).to_have_text("Kostnader")
    page.locator("#avsnitt-kommentar-2").evaluate("each => each.scrollIntoView()")
    expect(current).to_have_text("Kommentar 2")
    wait_until(page, "each => each.getBoundingClientRect().top >= 0", arg=current.element_handle())


def test_a_place_in_the_contents_is_gone_to_and_read_on_from_by_keyboard(page, version):
    page.goto(ADDRESS)
    link = page.locator(".contents").get_by_role("link", name="Kostnader")
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#avsnitt-kostnader$"))
    expect(page.locator(".contents [aria-current='location']")).to_have_text("Kostnader")
    page.keyboard.press("Tab")
    is_further_on = "document.activeElement.compareDocumentPosition(document.querySelector(location.hash))"
    assert page.evaluate(is_further_on) & 2  # the heading comes before what has the focus


@pytest.mark.parametrize("java_script", [True, False])
def test_the_contents_stand_beside_the_text_where_there_is_room_and_are_folded_where_there_is_not(
    open_page, version, java_script
):
    page = open_page(java_script=java_script)
    page.goto(ADDRESS)
    link = page.locator(".contents").get_by_role("link", name="Kostnader")
    expect(link).to_be_visible()
    assert link.bounding_box()["x"] < page.locator("#avsnitt-inledning").bounding_box()["x"]
    page.set_viewport_size({"width": 390, "height": 800})
    expect(link).to_be_hidden()
    page.get_by_text("Visa innehållet").click()
    link.click()
    expect(page).to_have_url(re.compile("#avsnitt-kostnader$"))


def test_a_row_s_link_is_seen_when_it_is_pointed_at_or_has_the_focus_and_copies_its_address(page, version):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(ADDRESS)
    row = page.locator("#avsnitt-kostnader-rad-lon")
    link = row.get_by_role("link", name="Länk till raden")
    expect(link).to_have_css("opacity", "0")
    row.hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    copy = page.get_by_role("button", name="Kopiera länk")
    expect(copy).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Länken är kopierad.")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.endswith(f"{ADDRESS}#avsnitt-kostnader-rad-lon")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_without_script_a_row_s_link_is_a_plain_link(open_page, version):
    page = open_page(java_script=False)
    page.goto(ADDRESS)
    link = page.locator("#avsnitt-kostnader-rad-lon").get_by_role("link", name="Länk till raden")
    assert link.get_attribute("href") == "#avsnitt-kostnader-rad-lon"


@pytest.mark.parametrize("java_script", [True, False])
def test_only_what_is_not_achieved_is_shown_with_and_without_script(open_page, version, java_script):
    page = open_page(java_script=java_script)
    page.goto(ADDRESS)
    expect(seen(page)).to_have_text(["Trygghet", "11 Mål 11", "12 Mål 12", "Ekonomi", "21 Mål 21"], use_inner_text=True)
    page.get_by_text("Urval", exact=True).click()
    page.get_by_role("link", name="Bara det som inte är uppnått").click()
    status = page.get_by_role("status").filter(has_text="Visar 2 av 3 mål.")
    expect(status).to_be_visible()
    expect(seen(page)).to_have_text(["Trygghet", "11 Mål 11", "12 Mål 12"], use_inner_text=True)
    expect(page).to_have_url(re.compile(r"\?status=delvis-uppnatt&status=ej-uppnatt$"))
    status.get_by_role("link", name="Visa alla").click()
    expect(page.get_by_text("Visar 2 av 3 mål.", exact=True)).to_be_hidden()
    expect(seen(page)).to_have_count(5)


def test_the_form_is_used_by_keyboard_without_a_reload_and_its_address_can_be_shared(page, version, open_page):
    page.goto(ADDRESS)
    page.evaluate("window.isSame = true")
    page.locator("summary", has_text="Urval").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Ej uppnått").focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("Visar 1 av 3 mål.").first).to_be_visible()
    page.get_by_label("Enhet").focus()
    page.keyboard.type("I")
    expect(page.get_by_text("Visar 0 av 3 mål.").first).to_be_visible()
    expect(seen(page)).to_have_count(0)
    page.get_by_label("Enhet").select_option("")
    page.get_by_label("Målområde").select_option("t")
    expect(page).to_have_url(re.compile(r"\?status=ej-uppnatt&omrade=t$"))
    expect(page.get_by_text("Visar 1 av 3 mål.").first).to_be_visible()
    assert page.evaluate("window.isSame") is True
    other = open_page()
    other.goto(page.url)
    expect(seen(other)).to_have_text(["Trygghet", "11 Mål 11"], use_inner_text=True)
    expect(other.get_by_label("Ej uppnått")).to_be_checked()


def test_what_is_printed_is_what_is_shown_and_says_so(page, version):
    page.goto(f"{ADDRESS}?omrade=e")
    page.emulate_media(media="print")
    expect(page.get_by_text("Utskriften är ett urval ur rapporten: Ekonomi.")).to_be_visible()
    expect(seen(page)).to_have_text(["Ekonomi", "21 Mål 21"], use_inner_text=True)
    expect(page.get_by_role("link", name="Visa alla")).to_be_hidden()
    page.goto(ADDRESS)
    expect(page.get_by_text("Utskriften är ett urval")).to_have_count(0)
    expect(seen(page)).to_have_count(5)


def test_all_of_the_report_is_printed_though_it_is_folded_on_screen(page, version):
    page.goto(ADDRESS)
    page.set_viewport_size({"width": 720, "height": 900})
    page.emulate_media(media="print")
    wait_until(
        page,
        """() => [...document.querySelectorAll("main details :is(p, td, li)")]
            .every(each => each.closest(".contents") || each.checkVisibility())""",
    )
    expect(page.locator("#avsnitt-kostnader-rad-lokaler")).to_be_visible()
    assert page.locator(".table-frame").evaluate_all(
        "all => all.every(e => getComputedStyle(e).overflowX === 'visible')"
    )


def test_the_reader_s_size_and_line_length_are_kept_in_the_browser_and_set_before_the_page_is_seen(page, version):
    page.goto(ADDRESS)
    size = "getComputedStyle(document.documentElement).fontSize"
    before = page.evaluate(size)
    page.get_by_text("Läshjälp").click()
    page.get_by_label("Störst").check()
    page.get_by_label("Kort", exact=True).check()
    after = page.evaluate(size)
    assert float(after[:-2]) > float(before[:-2])
    page.add_init_script(
        """new MutationObserver((_changes, observer) => {
            if (!document.querySelector(".report")) return
            window.sizeAtFirst = document.documentElement.dataset.textSize
            observer.disconnect()
        }).observe(document, { childList: true, subtree: true })"""
    )
    page.reload()
    assert page.evaluate(size) == after
    assert page.evaluate("window.sizeAtFirst") == "largest"
    assert page.context.cookies() == []
    for width in (320, 390, 1280):
        assert_no_overflow(page, width)
    page.get_by_text("Läshjälp").click()
    expect(page.get_by_label("Störst")).to_be_checked()


def test_who_is_signed_in_reaches_the_note_by_the_row_and_finds_it_marked(page, version, cast):
    sign_in(page, cast.reader)
    page.goto(ADDRESS)
    link = page.locator("#avsnitt-kostnader-rad-lon").get_by_role("link", name="Länk till raden")
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Anteckna", exact=True).click()
    page.get_by_label("Din anteckning").fill("Fråga om vikarier.")
    page.get_by_label("Markera raden i rapporten").check()
    page.get_by_role("button", name="Spara").click()
    page.get_by_role("link", name="Lön").first.click()
    expect(page.locator("#avsnitt-kostnader-rad-lon")).to_have_class(re.compile("row-is-marked"))
    expect(page.get_by_role("link", name="Länk till raden, markerad")).to_have_count(1)
    page.get_by_text("Läshjälp").click()
    expect(page.get_by_text("Mina anteckningar (1)")).to_be_visible()
    expect(page.get_by_text("Fråga om vikarier.")).to_be_visible()


def test_who_is_not_signed_in_keeps_notes_in_the_browser_alone(page, version, open_page):
    page.goto(ADDRESS)
    page.locator("#mal-11").locator("xpath=preceding-sibling::a").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Sparas bara i den här webbläsaren.")).to_be_visible()
    page.get_by_label("Din anteckning").fill("<b>Kolla</b> köerna.")
    page.get_by_label("Markera raden").check()
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("Sparad i den här webbläsaren.")).to_be_visible()
    page.goto(f"{ADDRESS}v1/")
    expect(page.locator("#mal-11")).to_have_class(re.compile("row-is-marked"))
    page.get_by_text("Läshjälp").click()
    expect(page.get_by_text("Mina anteckningar (1)")).to_be_visible()
    expect(page.get_by_text("<b>Kolla</b> köerna.")).to_be_visible()
    other = open_page()
    other.goto(ADDRESS)
    other.get_by_text("Läshjälp").click()
    expect(other.get_by_text("Mina anteckningar (0)")).to_be_visible()


def test_a_question_goes_from_the_row_to_the_controller_and_back(page, version, cast, open_page):
    sign_in(page, cast.reader)
    page.goto(ADDRESS)
    page.locator("#mal-11").locator("xpath=preceding-sibling::a").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Fråga controllern").click()
    page.get_by_label("Din fråga").fill("Varför växer köerna?")
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.get_by_text("Frågan är skickad till nämndens controller.")).to_be_visible()
    other = open_page()
    sign_in(other, cast.controller)
    other.goto(f"/rapporter/{version.report_id}/fragor/")
    other.get_by_role("link", name="Svara på frågan om 11 Mål 11").click()
    other.get_by_label("Svar").fill("Två är sjuka.")
    other.get_by_role("button", name="Spara och skicka svaret").click()
    page.goto(ADDRESS)
    page.get_by_role("link", name="1 fråga med svar: 11 Mål 11").first.click()
    expect(page.get_by_text("Två är sjuka.")).to_be_in_viewport()
    page.get_by_role("link", name="Till raden i rapporten 11 Mål 11").click()
    expect(page).to_have_url(re.compile(r"#mal-11$"))
    page.get_by_text("Läshjälp").click()
    expect(page.get_by_role("link", name="Frågor och svar (1)")).to_be_visible()
