"""A plan's indicators in the browser: accessible, from the keyboard, without scripts, on a phone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from indicators.models import Indicator, Target
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in, write
from tests.builders import a_goal, a_measurement, a_plan, a_target, an_indicator

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = "Andel barn och unga i åldern 13–20 år med missbruksproblematik som inte återaktualiserats inom ett år"


@pytest.fixture
def full(world):
    """Indicators with long names, one of them with figures over the years, for women, men and units, from two plans."""
    before = an_indicator(a_goal(a_plan(world.committee, title="Verksamhetsplan 2016", slug="plan-2016")))
    first = an_indicator(
        world.goals[0],
        name=LONG,
        number="1",
        unit_of_measure="%",
        decimals=1,
        units=[world.afi],
        predecessor=before,
        source="Kolada",
        description="<p>Enligt öppna jämförelser.</p>",
        group="Socialtjänst",
    )
    for number in (2, 3):
        an_indicator(world.goals[0], name=f"{LONG} {number}", number=str(number))
    a_measurement(before, "2016", value="71.3", remark="Ny mätmetod.")
    for period, total, women, men in (("2017T1", 75, 77, 74), ("2017T2", 78, 80, 76), ("2017T3", 82, 83, 81)):
        for sex, value in (("total", total), ("women", women), ("men", men)):
            a_measurement(first, period, sex=sex, value=value)
    changed = a_measurement(first, "2017T3", unit=world.afi, value=60)
    changed.value = 61
    changed.save()
    a_target(first, value=80)
    return world


def address(name, world, **more):
    return reverse(
        f"reports:{name}", kwargs={"committee_slug": world.committee.slug, "plan_slug": world.plan.slug} | more
    )


def first_of(world):
    return world.plan.indicators.in_plan_order().first()


def pages(world):
    key = first_of(world).pk
    return [
        address("indicators", world),
        address("indicators", world) + "?text=finns-inte",
        address("indicator_order", world),
        address("indicator_add", world),
        *(
            address(name, world, indicator_id=key)
            for name in ("indicator_series", "indicator_targets", "indicator_edit", "indicator_delete")
        ),
        address("goal_targets", world, goal_id=world.goals[0].pk),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_fits_a_phone(open_page, full, cast, scheme):
    page = open_page(scheme=scheme)
    sign_in(page, cast.controller)
    for here in pages(full):
        page.goto(here)
        assert_accessible(page)
        assert_no_overflow(page)
        page.set_viewport_size({"width": 1280, "height": 900})


def test_an_indicator_is_found_added_and_given_a_target(open_page, full, cast):
    page = open_page(expected=("422",))
    sign_in(page, cast.controller)
    page.goto(address("plan", full))
    page.get_by_role("link", name="Indikatorer", exact=True).click()
    page.get_by_label("Sök").fill("finns inte")
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.get_by_text("Ingen indikator stämmer med valet")).to_be_visible()
    page.get_by_role("link", name="Lägg till indikator").click()
    page.get_by_label("Namn").fill("Brukarnas nöjdhet")
    write(page, page, "Enligt enkät.", "Beskrivning")
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("heading", name="Brukarnas nöjdhet")).to_be_visible()
    row = page.get_by_role("group", name="Nytt målvärde (1)")
    row.get_by_label("År").fill("2017")
    row.get_by_label("Värde", exact=True).fill("åttio")
    page.get_by_role("button", name="Spara målvärdena").click()
    expect(page.get_by_role("alert")).to_contain_text("”åttio” är inte ett tal")
    assert_accessible(page)
    row.get_by_label("Värde", exact=True).fill("81,2 %")
    page.get_by_role("button", name="Spara målvärdena").click()
    expect(page.get_by_text("Målvärdena är sparade.")).to_be_visible()
    assert str(Target.objects.get(indicator__name="Brukarnas nöjdhet").value.normalize()) == "81.2"
    assert Indicator.objects.get(name="Brukarnas nöjdhet").description == "<p>Enligt enkät.</p>"


def test_the_series_shows_a_chart_the_figures_and_what_was_changed(page, full, cast):
    sign_in(page, cast.controller)
    page.goto(address("indicator_series", full, indicator_id=first_of(full).pk))
    expect(page.get_by_role("img", name=LONG)).to_be_visible()
    table = page.get_by_role("table", name="Alla tillsammans")
    expect(table.get_by_role("row", name="2016 Verksamhetsplan 2016")).to_contain_text("71,3")
    changes = page.get_by_role("table", name="Utfall som har ändrats sedan de skrevs in")
    expect(changes.get_by_role("row", name="Tertial 3 2017, AFI")).to_contain_text("61,0")


def test_an_indicator_moves_from_the_keyboard_and_keeps_the_focus(page, full, cast):
    sign_in(page, cast.controller)
    page.goto(address("indicator_order", full))
    down = page.locator(f"#ned-{first_of(full).pk}")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="är flyttad")).to_be_attached()
    expect(down).to_be_focused()
    expect(page.locator(".plan-rows__name").nth(0)).to_contain_text(f"{LONG} 2")


def test_without_scripts_everything_works(open_page, full, cast):
    page = open_page(java_script=False)
    sign_in(page, cast.controller)
    page.goto(address("indicator_order", full))
    page.get_by_role("button", name="Flytta ned").first.click()
    expect(page.locator(".plan-rows__name").nth(0)).to_contain_text(f"{LONG} 2")
    page.goto(address("indicator_add", full))
    page.get_by_label("Namn").fill("Utan skript")
    page.get_by_label("Beskrivning").fill("- ett\n- två")
    page.get_by_role("button", name="Lägg till").click()
    page.get_by_role("link", name="Uppgifter").click()
    expect(page.get_by_label("Namn")).to_have_value("Utan skript")
    assert Indicator.objects.get(name="Utan skript").description == "<ul><li>ett</li><li>två</li></ul>"
