"""Goals and indicators over time in a real browser: one column and twelve, a phone, light and dark, the keyboard."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import assert_accessible, assert_no_overflow
from tests.builders import a_committee, a_plan
from tests.versions import a_version, figure, told_goal, told_indicator

pytestmark = pytest.mark.browser

UNITS = ("AFI", "IFO", "ÄoF")
MARKS = ("achieved", "partly_achieved", "not_achieved", "not_assessable")


def told(turn):
    """Two areas of goals, judged otherwise each time, and indicators with women, men and units."""
    area = {"depth": 1, "area": "A Ekonomi i balans och arbetsmarknadspolitiska åtgärder"}
    yield told_goal("a", is_area=True, name="Ekonomi i balans och arbetsmarknadspolitiska åtgärder", label="Område")
    for number in range(6):
        units = [(unit, MARKS[(turn + number + place) % 4]) for place, unit in enumerate(UNITS)]
        own = MARKS[(turn * number) % 4] if number % 2 else ""
        name = "Medborgarna ska ha tillgång till socialtjänstlagsförändringarna i rätt tid"
        yield told_goal(f"m{number}", own, units, number=str(number), name=name, label="Mål", **area)
    for number in range(3):
        yield told_indicator(
            f"i{number}",
            *(figure(str(year), 40 + turn + year % 7) for year in range(2010, 2018)),
            *(figure(str(year), 45 + turn + year % 7, sex="women") for year in range(2010, 2018)),
            *(figure("2017", 30 + place, unit=unit) for place, unit in enumerate(UNITS)),
            targets=[(year, 60) for year in range(2010, 2018)],
            above="m1",
            name="Andel som är nöjda med arbetsmarknadsåtgärderna",
            kolada_id=f"N{number}",
        )


@pytest.fixture
def twelve_reports(transactional_db, world):
    for turn in range(12):
        a_version(world.plan, date(2017 + turn // 3, 4 * (turn % 3) + 4, 28), *told(turn))
    other = a_committee(municipality=world.committee.municipality, name="Omsorgsnämnden", slug="omsorgsnamnden")
    a_version(a_plan(other), date(2017, 8, 31), *told(1))
    return world


def addresses(world):
    municipality, plan = world.committee.municipality_id, world.plan.pk
    return [
        "/socialnamnden/",
        "/omsorgsnamnden/",
        "/socialnamnden/mal/",
        "/socialnamnden/mal/?words=finns+inte",
        "/socialnamnden/indikatorer/?kolumn=kolada_id&kolumn=last&kolumn=area&sort=last",
        "/socialnamnden/rapporter/",
        reverse("reading:goal_over_time", args=["socialnamnden", plan, "m1"]),
        reverse("reading:indicator_over_time", args=["socialnamnden", plan, "i1"]),
        reverse("reading:municipality", args=[municipality]),
        reverse("reading:shared_indicator", args=[municipality, plan, "i1"]),
        reverse("reading:municipality_goals", args=[municipality]),
        reverse("reading:municipality_indicators", args=[municipality]),
        reverse("reading:municipality_reports", args=[municipality]),
    ]


def test_a_wide_table_shows_the_newest_reports_first_and_a_goal_that_was_not_there_says_so(open_page, twelve_reports):
    earlier = a_plan(twelve_reports.committee, year_from=2010, year_through=2016)
    for turn in range(9):
        a_version(earlier, date(2013 + turn // 3, 4 * (turn % 3) + 4, 28), told_goal("then", "achieved", name="Förr"))
    page = open_page(java_script=False)
    page.goto("/socialnamnden/")
    table = page.locator(".table-scroll:has(.status-matrix)")
    expect(table.get_by_role("columnheader", name="December 2020")).to_be_in_viewport()
    expect(table.get_by_role("columnheader", name="April 2013")).not_to_be_in_viewport()
    expect(table.locator("caption span")).to_be_in_viewport(ratio=1)
    then = table.get_by_role("row", name="Förr")
    absent = then.get_by_role("cell", name="Fanns inte i 12 rapporter")
    expect(absent).to_have_attribute("colspan", "12")
    then.scroll_into_view_if_needed()
    expect(absent.locator(".status-matrix__absent")).to_be_in_viewport()
    page.set_viewport_size({"width": 390, "height": 844})
    assert absent.evaluate("cell => getComputedStyle(cell, '::before').content") == '"April 2017 – december 2020"'
    assert_no_overflow(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_fits_a_phone(open_page, twelve_reports, scheme):
    page = open_page(scheme=scheme)
    for address in addresses(twelve_reports):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        page.evaluate("() => document.querySelectorAll('main details').forEach(each => { each.open = true })")
        assert_accessible(page)
        assert_no_overflow(page)
        assert_accessible(page)


def test_the_goals_stay_in_sight_while_twelve_reports_are_moved_by(open_page, twelve_reports):
    page = open_page(width=820)
    page.goto("/socialnamnden/")
    matrix = page.get_by_role("region", name="Hur varje mål bedömdes")
    expect(matrix.get_by_role("columnheader")).to_have_count(13)
    matrix.focus()
    goal = matrix.get_by_role("rowheader").nth(1)
    before = goal.bounding_box()["x"]
    newest, oldest = (matrix.get_by_role("columnheader").nth(place) for place in (12, 1))
    expect(newest).to_be_in_viewport()
    expect(oldest).not_to_be_in_viewport()
    for _press in range(40):
        page.keyboard.press("ArrowLeft")
    expect(oldest).to_be_in_viewport()
    expect(newest).not_to_be_in_viewport()
    assert abs(goal.bounding_box()["x"] - before) < 2


def test_a_list_is_narrowed_and_its_columns_chosen_without_a_script(open_page, twelve_reports):
    page = open_page(java_script=False)
    page.goto("/socialnamnden/mal/")
    page.get_by_label("Innehåller").fill("Medborgarna")
    page.get_by_text("Kolumner", exact=True).click()
    page.get_by_role("checkbox", name="Enheternas status").check()
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_text("6 mål", exact=True)).to_be_visible()
    expect(page.get_by_role("columnheader", name="Enheternas status")).to_be_visible()
    page.get_by_role("link", name="Mål", exact=True).last.click()
    expect(page.get_by_label("Innehåller")).to_have_value("Medborgarna")
    expect(page.get_by_role("columnheader", name="Enheternas status")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Hämta som CSV").click()
    assert taken.value.suggested_filename.startswith("socialnamnden-mal-")


def test_where_the_rows_of_a_list_fold_its_name_has_all_the_width(page, twelve_reports):
    page.set_viewport_size({"width": 800, "height": 900})
    page.goto("/socialnamnden/mal/")
    table, name = (page.locator(f".listing {part}").bounding_box()["width"] for part in ("table", "caption"))
    assert name == table


def test_the_way_from_the_committee_to_a_goal_and_its_indicator(page, twelve_reports):
    page.goto("/socialnamnden/")
    page.get_by_role("rowheader").nth(2).get_by_role("link").click()
    expect(page.get_by_role("heading", level=2, name="Bedömningar över tid")).to_be_visible()
    page.get_by_role("link", name="Andel som är nöjda").first.click()
    expect(page.get_by_role("heading", level=2, name="Enheterna bredvid varandra")).to_be_visible()
    page.get_by_role("link", name="Samma indikator i andra nämnder").click()
    expect(page.get_by_text("Samma indikator i 2 nämnder")).to_be_visible()
