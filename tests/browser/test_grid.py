"""The grid of outcomes in the browser: from the keyboard, pasted, without scripts, on a phone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from indicators.models import Measurement
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_measurement, an_indicator

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = "Andel personer med samsjuklighet som har en samordnad individuell plan tillsammans med regionen"
PASTE = """([id, text]) => {
    const data = new DataTransfer()
    data.setData("text/plain", text)
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
    document.getElementById(id).dispatchEvent(event)
}"""


@pytest.fixture
def indicators(world):
    """Three: the second by sex, with long words and a remark at its newest outcome for women."""
    first = an_indicator(world.goals[0], name="Nöjda brukare", unit_of_measure="%", decimals=1)
    second = an_indicator(world.goals[0], name=LONG, number="2", is_sex_disaggregated=True)
    third = an_indicator(world.goals[1], name="Vårddygn", unit_of_measure="dygn")
    a_measurement(first, "2016", value=81)
    a_measurement(second, "2017", sex="women", value=7, remark="Ett värde som bygger på ett fåtal personers svar")
    return first, second, third


def address(world, asked="?periods=2016,2017"):
    return reverse("reports:grid", args=[world.committee.slug, world.plan.slug]) + asked


def cell_of(page, indicator, period, sex="total"):
    return page.locator(f'[id="u{indicator.pk}-0-{sex}-{period}"]')


def paste(page, cell, text):
    page.evaluate(PASTE, [cell.get_attribute("id"), text])


@pytest.fixture
def grid(page, world, cast, indicators):
    sign_in(page, cast.controller)
    page.goto(address(world))
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("asked", ["?periods=2016,2017", "?across=sexes&periods=2017", "?periods=ingen"])
def test_the_grid_is_accessible_and_fits_a_phone(open_page, world, cast, indicators, scheme, asked):
    page = open_page(scheme=scheme)
    sign_in(page, cast.controller)
    page.goto(address(world, asked))
    assert_accessible(page)
    assert_no_overflow(page)
    assert_accessible(page)


def test_a_cell_is_named_by_indicator_sex_and_period(grid, indicators):
    women = grid.get_by_role("textbox", name=f"2 {LONG} Kvinnor 2017")
    expect(women).to_have_value("7")
    expect(women).to_have_accessible_description("Ett värde som bygger på ett fåtal personers svar")


def test_arrows_and_enter_move_and_step_over_what_is_not_measured(page, world, cast, indicators):
    first, second, third = indicators
    sign_in(page, cast.controller)
    page.goto(address(world, "?across=sexes&periods=2017"))
    cell_of(page, second, "2017", "women").focus()
    for key, indicator, sex in [
        ("ArrowRight", second, "women"),
        ("ArrowRight", second, "men"),
        ("ArrowRight", second, "total"),
        ("ArrowUp", first, "total"),
        ("ArrowUp", first, "total"),
        ("Enter", second, "total"),
        ("Enter", third, "total"),
        ("Shift+Enter", second, "total"),
        ("ArrowLeft", second, "men"),
        ("ArrowDown", second, "men"),
        ("Tab", second, "total"),
    ]:
        page.keyboard.press(key)
        expect(cell_of(page, indicator, "2017", sex)).to_be_focused()


def test_arrows_within_a_text_move_the_caret(grid, indicators):
    first = indicators[0]
    cell_of(grid, first, "2016").click()
    grid.keyboard.press("End")
    grid.keyboard.press("ArrowLeft")
    grid.keyboard.type(",")
    expect(cell_of(grid, first, "2016")).to_have_value("8,1")
    grid.keyboard.press("Escape")
    expect(cell_of(grid, first, "2016")).to_have_value("81")


def test_what_is_understood_is_told_as_it_is_typed(grid, indicators):
    first, second, _third = indicators
    for indicator, text, told in [
        (first, "81,25", "81,25\u00a0%, visas som 81,3\u00a0%"),
        (first, "ej mätt ännu", "saknas: ej mätt ännu"),
        (first, "IU", "text: IU"),
        (second, "1593404 prel", "1\u00a0593\u00a0404, preliminärt"),
        (first, "", "inget värde"),
    ]:
        cell = cell_of(grid, indicator, "2016")
        cell.fill("x")
        cell.fill(text)
        expect(grid.locator("td", has=cell).locator("[data-echo-of]")).to_have_text(told)
    cell = cell_of(grid, first, "2016")
    cell.fill("12,,5")
    expect(cell).to_have_attribute("aria-invalid", "true")
    echo = grid.locator("td", has=cell).locator("[data-echo-of]")
    expect(echo).to_contain_text("är inte ett tal")
    expect(echo).to_have_attribute("aria-live", "polite")
    cell.fill("81")
    expect(cell).not_to_have_attribute("aria-invalid", "true")


def test_a_block_from_a_spreadsheet_fills_cells_and_can_be_undone(grid, indicators):
    first, second, third = indicators
    paste(
        grid, cell_of(grid, first, "2016"), "82,5\t83\r\n1\t2\r\n3\t4\r\n5\t6\r\n1 593\tIU\tför mycket\r\nutanför\r\n"
    )
    expect(cell_of(grid, first, "2017")).to_have_value("83")
    expect(cell_of(grid, second, "2017", "total")).to_have_value("6")
    expect(cell_of(grid, third, "2016")).to_have_value("1 593")
    said = grid.get_by_role("status").filter(has_text="Inklistrade")
    expect(said).to_have_text("Inklistrade utfall: 10. Fick inte plats: 2.")
    expect(grid.get_by_text("Ändrade utfall, inte sparade: 10")).to_be_visible()
    grid.get_by_role("button", name="Ångra inklistringen").click()
    expect(cell_of(grid, first, "2016")).to_have_value("81")
    expect(cell_of(grid, first, "2016")).to_be_focused()
    paste(grid, cell_of(grid, first, "2016"), "82,5\t83\n")
    grid.get_by_role("button", name="Spara").click()
    expect(grid.get_by_text("2 utfall är sparade.")).to_be_visible()
    stored = Measurement.objects.filter(indicator=first).in_series_order()
    assert [str(row.value.normalize()) for row in stored] == ["82.5", "83"]


def test_a_refused_save_keeps_everything_and_leads_to_the_cell(open_page, world, cast, indicators):
    page = open_page(expected=("422",))
    sign_in(page, cast.controller)
    page.goto(address(world))
    first, _second, third = indicators
    cell_of(page, first, "2017").fill("12,,5")
    cell_of(page, third, "2017").fill("40")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("alert")).to_contain_text("Inget är sparat. Något behöver rättas.")
    expect(cell_of(page, third, "2017")).to_have_value("40")
    expect(page.get_by_text("Ändrade utfall, inte sparade: 2")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Nöjda brukare, 2017").click()
    expect(cell_of(page, first, "2017")).to_be_focused()
    cell_of(page, first, "2017").fill("12,5")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("2 utfall är sparade.")).to_be_visible()


def test_without_scripts_everything_is_saved_and_told(open_page, world, cast, indicators):
    page = open_page(java_script=False, expected=("422",))
    sign_in(page, cast.controller)
    page.goto(address(world))
    page.get_by_label("Perioder").fill("2017T1")
    page.get_by_role("button", name="Visa").click()
    third = indicators[2]
    cell_of(page, third, "2017T1").fill("många,")
    page.get_by_role("textbox", name="Nöjda brukare (%) Tertial 1 2017").fill("1,2,3")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("text: många,")).to_be_visible()
    page.get_by_role("textbox", name="Nöjda brukare (%) Tertial 1 2017").fill("1,2")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("2 utfall är sparade.")).to_be_visible()


def test_head_and_first_column_stay_in_sight(open_page, world, cast, indicators):
    more = [an_indicator(world.goals[2], name=f"Ytterligare en {number}") for number in range(12)]
    page = open_page(width=900, height=700)
    sign_in(page, cast.controller)
    page.goto(address(world, "?periods=" + ",".join(map(str, range(2006, 2018)))))
    page.locator(".grid-scroll").evaluate("(element) => element.scrollIntoView()")
    cell_of(page, indicators[0], "2006").focus()
    for key in ["ArrowDown"] * 16 + ["ArrowRight"] * 11:
        page.keyboard.press(key)
    last = cell_of(page, more[-1], "2017")
    expect(last).to_be_focused()
    head = page.get_by_role("columnheader", name="2017", exact=True)
    row = page.locator("tr", has=last).get_by_role("rowheader")
    for each in (head, row, last):
        expect(each).to_be_in_viewport(ratio=1)
    there, beside = last.bounding_box(), row.bounding_box()
    assert there["x"] >= beside["x"] + beside["width"]
    assert there["y"] + there["height"] <= page.get_by_role("button", name="Spara").bounding_box()["y"]
