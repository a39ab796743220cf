"""Outcomes on the reporter's page in a browser: told at once, asked about, by keyboard and without script."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from indicators.models import Measurement
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_measurement, a_target, an_indicator

pytestmark = pytest.mark.browser
PERIOD = "2017-01..2017-08"


@pytest.fixture
def address(world):
    return f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[0].pk}/"


@pytest.fixture
def goal(world):
    return lambda page: page.locator("#svaret")


@pytest.fixture
def places(world):
    return an_indicator(
        world.goals[0], units=[world.afi], name="Platser", unit_of_measure="antal", is_sex_disaggregated=True
    )


@pytest.fixture
def satisfied(world):
    indicator = an_indicator(
        world.goals[0], units=[world.afi], name="Nöjda", unit_of_measure="%", desired_direction="increase"
    )
    a_target(indicator, value=80)
    a_measurement(indicator, "2016", unit=world.afi, value="81.2")
    return indicator


def stored():
    return {item.sex: item.value for item in Measurement.objects.filter(period=PERIOD)}


def test_women_and_men_make_a_total_at_once_and_when_saved(page, world, cast, address, goal, places):
    sign_in(page, cast.reporter)
    page.goto(address)
    goal(page).get_by_label("Utfall, Platser, Kvinnor").fill("20")
    goal(page).get_by_label("Utfall, Platser, Män").fill("14")
    total = goal(page).get_by_label("Utfall, Platser, Totalt")
    expect(total).to_have_attribute("placeholder", "blir 34")
    expect(goal(page).get_by_text("34, kvinnor och män tillsammans")).to_be_visible()
    goal(page).get_by_role("button", name="Spara", exact=True).click()
    expect(goal(page).get_by_text("Osparat")).to_be_hidden()
    assert stored() == {"women": 20, "men": 14, "total": 34}
    page.reload()
    expect(total).to_have_value("34")
    goal(page).get_by_label("Anmärkning, Platser, Kvinnor").fill("Med sommarplatser")
    expect(total).to_have_value("34")
    goal(page).get_by_label("Utfall, Platser, Män").fill("15")
    expect(total).to_have_value("")
    expect(total).to_have_attribute("placeholder", "blir 35")
    goal(page).get_by_role("button", name="Spara", exact=True).click()
    expect(goal(page).get_by_text("Osparat")).to_be_hidden()
    assert stored() == {"women": 20, "men": 15, "total": 35}


def test_a_leap_is_asked_about_and_confirmed_by_keyboard(open_page, world, cast, address, goal, satisfied):
    page = open_page(expected=("status of 422",))
    sign_in(page, cast.reporter)
    page.goto(address)
    field = goal(page).get_by_label("Utfall, Nöjda")
    field.focus()
    page.keyboard.type("0,812")
    told = goal(page).locator("[data-echo-of]")
    expect(told).to_contain_text("Stämmer 0,812\u00a0%, eller ska det vara 81,2\u00a0%?")
    expect(told).to_have_attribute("aria-live", "polite")
    save = goal(page).get_by_role("button", name="Spara", exact=True)
    save.focus()
    page.keyboard.press("Enter")
    expect(goal(page).locator(".error-summary")).to_be_focused()
    assert_accessible(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    box = goal(page).get_by_label("Ja, det stämmer")
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    save.focus()
    page.keyboard.press("Enter")
    expect(goal(page).get_by_text("Osparat")).to_be_hidden()
    expect(box).to_be_hidden()
    assert stored() == {"total": Decimal("0.812")}


def test_another_figure_is_another_question(open_page, world, cast, address, goal, satisfied):
    page = open_page(expected=("status of 422",))
    sign_in(page, cast.reporter)
    page.goto(address)
    field = goal(page).get_by_label("Utfall, Nöjda")
    field.fill("0,812")
    goal(page).get_by_role("button", name="Spara", exact=True).click()
    goal(page).get_by_label("Ja, det stämmer").check()
    field.fill("82,4")
    expect(goal(page).get_by_label("Ja, det stämmer")).to_have_count(0)
    expect(goal(page).locator("[data-echo-of]")).to_have_text(
        "82,4\u00a0%: når målet 80\u00a0%, 1,2 procentenheter upp sedan 2016"
    )
    goal(page).get_by_role("button", name="Spara", exact=True).click()
    expect(goal(page).get_by_text("Osparat")).to_be_hidden()
    assert stored() == {"total": Decimal("82.4")}


def test_a_share_is_computed_from_its_counts(page, world, cast, address, goal, satisfied):
    sign_in(page, cast.reporter)
    page.goto(address)
    goal(page).get_by_text("Täljare och nämnare").click()
    goal(page).get_by_label(re.compile("^Täljare")).fill("57")
    goal(page).get_by_label(re.compile("^Nämnare")).fill("70")
    expect(goal(page).locator("[data-echo-of]")).to_contain_text("81,4\u00a0%, räknat ur 57 av 70")
    goal(page).get_by_role("button", name="Spara", exact=True).click()
    expect(goal(page).get_by_text("Osparat")).to_be_hidden()
    assert stored() == {"total": Decimal("81.4")}


def test_without_javascript_the_question_is_asked_and_answered_too(
    open_page, world, cast, address, goal, satisfied, places
):
    page = open_page(java_script=False, expected=("status of 422",))
    sign_in(page, cast.reporter)
    page.goto(address)
    goal(page).get_by_label("Kommentar").fill("Står kvar")
    goal(page).get_by_label("Utfall, Nöjda").fill("0,812")
    goal(page).get_by_label("Utfall, Platser, Kvinnor").fill("20")
    goal(page).get_by_label("Utfall, Platser, Män").fill("14")
    goal(page).get_by_role("button", name="Spara", exact=True).click()
    expect(goal(page).get_by_label("Kommentar")).to_have_value("Står kvar")
    expect(goal(page).get_by_label("Utfall, Platser, Totalt")).to_have_attribute("placeholder", "blir 34")
    assert stored() == {}
    goal(page).get_by_label("Ja, det stämmer").check()
    goal(page).get_by_role("button", name="Spara", exact=True).click()
    expect(goal(page).get_by_label("Utfall, Platser, Totalt")).to_have_value("34")
    expect(goal(page).get_by_text("0,812\u00a0%: når inte målet")).to_be_visible()
    assert stored()["total"] in {34, Decimal("0.812")}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_asked_at_once_is_accessible_and_fits_a_small_phone(
    open_page, world, cast, address, goal, satisfied, places, scheme
):
    page = open_page(scheme=scheme, expected=("status of 422",))
    sign_in(page, cast.reporter)
    page.goto(address)
    goal(page).get_by_label("Utfall, Nöjda").fill("0,812")
    goal(page).get_by_text("Täljare och nämnare").click()
    for sex, value in (("Kvinnor", "20"), ("Män", "14"), ("Totalt", "35")):
        goal(page).get_by_label(f"Utfall, Platser, {sex}").fill(value)
    goal(page).get_by_role("button", name="Spara", exact=True).click()
    expect(goal(page).get_by_label("Ja, det stämmer")).to_have_count(2)
    assert_accessible(page)
    assert_no_overflow(page)
    assert_accessible(page)
