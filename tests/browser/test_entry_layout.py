"""How the reporter's page lies: beside each other on a screen, under each other on a phone, and how it is heard."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_goal, a_measurement, a_round, a_target, an_assessment, an_indicator

pytestmark = pytest.mark.browser


@pytest.fixture
def address(world):
    return f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[0].pk}/"


@pytest.fixture
def article():
    def of(page):
        return page.locator("#svaret")

    return of


@pytest.fixture
def full(world, cast):
    """Every kind of thing on the page at once."""
    indicator = an_indicator(
        world.goals[0], units=[world.afi], unit_of_measure="%", is_sex_disaggregated=True, name="Nöjda brukare " * 12
    )
    a_target(indicator)
    a_measurement(indicator, "2016", unit=world.afi)
    earlier = a_round(world.plan, as_of="2017-04-30", title="Tertial 1 2017", state="closed")
    an_assessment(earlier, world.goals[0], world.afi, status="partly_achieved", comment="<p>Förra gången</p>")
    an_assessment(world.round, world.goals[0], world.afi, status="not_achieved", comment="<p>Text</p>")
    approved = a_goal(world.plan, name="Ett mycket långt målnamn med arbetsmarknadsåtgärdssamordning " * 4)
    an_assessment(world.round, approved, world.afi, status="achieved", state="approved", comment="<p>Bra</p>")
    returned = a_goal(world.plan)
    an_assessment(
        world.round,
        returned,
        world.afi,
        status="not_assessable",
        state="returned",
        return_reason="Skriv varför.",
        returned_at="2017-09-01T10:00:00Z",
        returned_by=cast.approver,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible_and_fit_a_small_phone(open_page, world, cast, address, article, full, scheme):
    page = open_page(scheme=scheme)
    sign_in(page, cast.reporter)
    for path in ("/rapportera/", f"/rapportera/{world.round.pk}/{world.afi.pk}/"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(path)
        assert_accessible(page)
        assert_no_overflow(page)
        assert_accessible(page)
    for goal in world.plan.goals.order_by("pk"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{goal.pk}/")
        assert_accessible(page)
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        assert_accessible(page)
        assert_no_overflow(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    article(page).get_by_label("Kommentar").click()
    expect(article(page).get_by_role("toolbar")).to_be_visible()
    article(page).locator("summary").first.click()
    assert_accessible(page)
    assert_no_overflow(page)
    assert_accessible(page)


@pytest.mark.parametrize("width", [1280, 1600])
def test_the_list_and_the_background_stand_beside_the_form(page, cast, address, article, full, width):
    sign_in(page, cast.reporter)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    listed, form, background = (
        part.bounding_box()
        for part in (page.locator(".goal-nav"), article(page), page.get_by_role("complementary", name="Bakgrund"))
    )
    assert listed["x"] + listed["width"] <= form["x"]
    assert form["x"] + form["width"] <= background["x"]
    assert background["y"] < form["y"] + 100
    assert form["width"] > 600
    outcomes = article(page).get_by_role("table")
    assert outcomes.evaluate("table => getComputedStyle(table.tBodies[0]).display") == "table-row-group"


def test_the_form_is_heard_in_the_order_of_the_work(page, cast, address, full):
    """What a screen reader meets on the page, from the heading to the buttons."""
    sign_in(page, cast.reporter)
    page.goto(address)
    tree = page.get_by_role("main").aria_snapshot()
    order = [
        'heading "1 Mål nummer 1" [level=1]',
        'navigation "Föregående och nästa"',
        'heading "Enhetens svar" [level=2]',
        'group "Bedömning"',
        'textbox "Kommentar (frivilligt)"',
        'textbox "Orsak"',
        'textbox "Åtgärd"',
        'heading "Utfall" [level=3]',
        'button "Spara"',
        'button "Spara och klarmarkera"',
        'complementary "Bakgrund"',
    ]
    places = [tree.index(each) for each in order]
    assert places == sorted(places)
