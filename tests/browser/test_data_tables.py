"""A report's tables and attachments in the browser: typed, pasted, from the keyboard, without scripts, on a phone."""

import pytest
from playwright.sync_api import expect

from reports.commands.data_tables import table_text
from tests.attached.files import a_png
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_data_table, a_report, a_section, an_attached_file

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASTE = """([name, text]) => {
    const data = new DataTransfer()
    data.setData("text/plain", text)
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
    document.getElementById(name).dispatchEvent(event)
}"""


@pytest.fixture
def table(world):
    return a_data_table(
        a_report(world.round),
        ("heading", "", "Budget", "Utfall", "Avvikelse"),
        ("computation", "", "", "", "1-2"),
        ("row", "Lokaler", "120", "100", ""),
        ("of_which", "varav hyra för de lokaler som delas med andra förvaltningar", "20", "10", "3"),
        ("sum", "Summa", "120", "", ""),
        title="Drift",
    )


def address(table):
    return f"/rapporter/{table.report_id}/tabeller/{table.pk}/"


@pytest.fixture
def grid(page, cast, table):
    sign_in(page, cast.controller)
    page.goto(address(table))
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible_and_fit_a_phone(open_page, world, cast, table, scheme):
    page = open_page(scheme=scheme)
    sign_in(page, cast.controller)
    a_section(table.report, title="Ekonomi", kind="data_table", options={"tabell": [table.key]})
    content = a_png()
    file = an_attached_file(
        table.report, name="karta.png", content=content, content_type="image/png", width=40, height=30,
        alternative_text="En karta",
    )  # fmt: skip
    report = f"/rapporter/{table.report_id}"
    places = ["/tabeller/", "/tabeller/ny/", f"/tabeller/{table.pk}/", f"/tabeller/{table.pk}/ta-bort/", "/bilagor/"]
    for place in [*places, "/bilagor/ny/", f"/bilagor/{file.attachment_id}/", "/forhandsvisa/"]:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(report + place)
        assert_accessible(page)
        assert_no_overflow(page)
        assert_accessible(page)


def test_what_follows_is_told_while_one_types(grid):
    grid.locator("#c2-1").fill("1130,5")
    expect(grid.locator("#c2-3-svar")).to_have_text("= 1\u00a0030,5")
    grid.locator("#c3-3").fill("10")
    expect(grid.locator("#c3-3-svar")).to_have_count(0)
    grid.locator("#c2-1").fill("ord")
    expect(grid.locator("#c2-3-svar")).to_have_count(0)


def test_arrows_and_enter_go_between_the_cells(grid):
    grid.locator("#c2-1").focus()
    grid.keyboard.press("Enter")
    expect(grid.locator("#c3-1")).to_be_focused()
    grid.keyboard.press("ArrowRight")
    expect(grid.locator("#c3-2")).to_be_focused()
    grid.keyboard.type("7")
    grid.keyboard.press("Escape")
    expect(grid.locator("#c3-2")).to_have_value("10")


def test_a_step_keeps_the_page_what_was_typed_and_the_place(grid, table):
    grid.locator("#c2-1").fill("130")
    grid.get_by_role("button", name="Ny ovanför").click()
    expect(grid.locator("#c3-1")).to_have_value("130")
    expect(grid.locator("#c2-1")).to_be_focused()
    expect(grid.locator("[data-said]")).to_have_text("En rad är tillagd.")
    grid.get_by_role("button", name="Spara tabellen").click()
    expect(grid.get_by_text("Tabellen ”Drift” är sparad.")).to_be_visible()
    assert table_text(table).rows[3].cells[0] == "130"


def test_a_block_from_a_spreadsheet_makes_the_table_as_large_as_it_needs(grid, table):
    grid.evaluate(PASTE, ["c4-3", "1\t2\r\n3\t4\r\n"])
    expect(grid.locator("#c5-4")).to_have_value("4")
    expect(grid.locator("#c4-3")).to_have_value("1")
    grid.get_by_role("button", name="Spara tabellen").click()
    expect(grid.get_by_text("Tabellen ”Drift” är sparad.")).to_be_visible()
    assert table_text(table).rows[5].cells == ("", "", "3", "4")


def test_a_block_that_has_room_can_be_taken_back(grid):
    grid.evaluate(PASTE, ["c2-1", "1\t2\n3\t4"])
    expect(grid.locator("#c3-2")).to_have_value("4")
    grid.get_by_role("button", name="Ångra inklistringen").click()
    expect(grid.locator("#c3-2")).to_have_value("10")


def test_without_scripts_the_table_is_computed_and_changed_on_the_server(open_page, cast, table):
    page = open_page(java_script=False)
    sign_in(page, cast.controller)
    page.goto(address(table))
    page.locator("#c2-1").fill("130")
    page.locator(".grid-actions").get_by_role("button", name="Räkna om").click()
    expect(page.locator("#c2-3-svar")).to_have_text("= 30")
    page.get_by_label("Radens nummer").fill("3")
    page.get_by_role("button", name="Ta bort raden").click()
    expect(page.locator("#c2-0")).to_have_value("varav hyra för de lokaler som delas med andra förvaltningar")
    page.get_by_role("button", name="Spara tabellen").click()
    expect(page.get_by_text("Tabellen ”Drift” är sparad.")).to_be_visible()
    assert [row.kind for row in table_text(table).rows] == ["heading", "computation", "of_which", "sum"]
