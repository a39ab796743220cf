"""Following a round in a real browser: accessible, on a phone, by keyboard, and without JavaScript."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from reports.models import Assessment, Round
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_goal, a_level, a_measurement, a_report, a_target, an_assessment, an_indicator, said_in

pytestmark = pytest.mark.browser

LONG = "Kompetensförsörjningsplaneringsarbete" * 6


@pytest.fixture
def followed(transactional_db, world, cast):
    """The small world with every kind of cell, figures, a heading and a report."""
    first, second, third = world.goals
    a_goal(world.plan, level=a_level(world.plan, name="Område", assessed_by="nobody"), name="Trygghet", position=0)
    stamp = {"ready_at": "2017-09-01T12:00Z", "ready_by": cast.reporter, "updated_by": cast.reporter}
    text = "<p>Så här har det gått.</p>"
    an_assessment(world.round, first, world.afi, status="achieved", state="ready", comment=text, **stamp)
    an_assessment(world.round, first, world.ifo, status="not_achieved", state="draft", comment=f"<p>{LONG}</p>")
    an_assessment(world.round, first, None, status="achieved", state="draft", comment="<p>Nämnden anser.</p>")
    an_assessment(world.round, second, world.afi, status="partly_achieved", state="approved", cause=text)
    an_assessment(
        world.round, second, world.ifo, status="not_assessable", state="returned", return_reason="Skriv varför."
    )
    an_assessment(world.round, third, world.afi, state="draft")
    indicator = an_indicator(first, name=LONG, unit_of_measure="%")
    a_target(indicator)
    a_measurement(indicator, "2017-08", unit=world.afi)
    a_measurement(indicator, "2017-08", unit=world.ifo, words="i ord")
    a_report(world.round, title=LONG)
    world.first = f"/oversikt/{world.round.pk}/mal/{first.pk}/"
    world.page = f"/oversikt/{world.round.pk}/"
    return world


def places(world):
    return ["/oversikt/", world.page, f"{world.page}?visa=saknas", world.first]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["open", "closed"])
def test_every_page_is_accessible_and_fits_a_phone(open_page, followed, cast, scheme, state):
    Round.objects.update(state=state)
    page = open_page(scheme=scheme)
    sign_in(page, cast.controller)
    for place in places(followed):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(place)
        assert_accessible(page)
        assert_no_overflow(page)
        assert_accessible(page)


def test_on_a_phone_each_goal_is_a_card_that_names_its_units(page, followed, cast):
    sign_in(page, cast.controller)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(followed.page)
    cell = page.locator(".matrix tbody td").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"AFI"'
    boxes = [row.bounding_box() for row in page.locator(".matrix tbody tr").all()]
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))
    expect(page.get_by_role("row", name=re.compile("Mål nummer 1"))).to_be_visible()


@pytest.mark.parametrize("place", [1, 3])
def test_no_table_needs_to_be_pushed_sideways_on_a_phone(page, followed, cast, place):
    followed.goals[0].name = LONG
    followed.goals[0].save()
    sign_in(page, cast.controller)
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(places(followed)[place])
    assert page.locator(".table-scroll").evaluate("area => area.scrollWidth <= area.clientWidth")


def test_approving_and_returning_by_keyboard(page, followed, cast):
    sign_in(page, cast.controller)
    page.goto(followed.first)
    answer = page.get_by_role("article", name=re.compile("AFI"))
    answer.get_by_role("button", name="Godkänn AFI").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Svaret från AFI är godkänt.")).to_be_visible()
    page.wait_for_load_state()  # going to the answer's place on the page takes the focus
    answer.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Skriv mer")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("återsänt med ditt skäl")).to_be_visible()
    assert Assessment.objects.get(goal=followed.goals[0], unit=followed.afi).return_reason == "Skriv mer"


def test_a_refusal_shows_what_was_typed_and_is_accessible(open_page, followed, cast):
    page = open_page(expected=("422", "409"))
    sign_in(page, cast.controller)
    page.goto(followed.first)
    answer = page.get_by_role("article", name=re.compile("AFI"))
    answer.locator("summary").click()
    answer.get_by_role("button", name="Återsänd svaret").click()
    expect(answer.get_by_text("Skriv varför svaret återsänds, så").first).to_be_visible()
    assert_accessible(page)
    Assessment.objects.filter(unit=followed.afi, goal=followed.goals[0]).update(version=7, comment="<p>Nytt.</p>")
    answer.get_by_role("button", name="Godkänn AFI").click()
    expect(page.get_by_role("heading", name="Det som står nu")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)


def test_two_controllers_lose_nothing(open_page, followed, cast):
    page = open_page(java_script=False, expected=("409",))
    sign_in(page, cast.controller)
    page.goto(followed.first)
    Assessment.objects.filter(unit=None).update(version=9, comment="<p>Den andras text.</p>")
    page.get_by_label(re.compile("^Kommentar")).fill("Min egen text.")
    page.get_by_role("button", name="Spara", exact=True).click()
    conflict = page.locator(".conflict")
    expect(conflict).to_contain_text("Sparat nu")
    for words in ("Den andras text.", "Min egen text."):
        assert words in said_in(conflict.inner_html())
    expect(page.get_by_label(re.compile("^Kommentar"))).to_have_value("Min egen text.")
    page.get_by_role("button", name="Spara och klarmarkera").click()
    expect(page.get_by_text("Nämndens bedömning är klarmarkerad.")).to_be_visible()
    assert Assessment.objects.get(unit=None).comment == "<p>Min egen text.</p>"


def test_the_conflict_is_accessible(open_page, followed, cast):
    page = open_page(expected=("409",))
    sign_in(page, cast.controller)
    page.goto(followed.first)
    Assessment.objects.filter(unit=None).update(version=9, comment="<p>Den andras text.</p>")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator(".conflict")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)


def test_the_committee_writes_its_assessment_in_the_editor(page, followed, cast):
    sign_in(page, cast.controller)
    page.goto(followed.first)
    page.get_by_label(re.compile("^Kommentar")).focus()
    editor = page.locator(".own-assessment [contenteditable=true]").first
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Och så tycker vi.")
    assert_accessible(page)
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("Nämndens bedömning är sparad.")).to_be_visible()
    assert "Och så tycker vi." in Assessment.objects.get(unit=None).comment


def test_a_round_is_run_without_java_script(open_page, followed, cast):
    page = open_page(java_script=False, expected=("422",))
    sign_in(page, cast.controller)
    page.goto(followed.page)
    page.get_by_role("link", name=re.compile("Bara det som saknas")).click()
    page.get_by_role("button", name="Godkänn allt som är klart från AFI").click()
    expect(page.get_by_text("1 svar från AFI är godkänt.")).to_be_visible()
    page.get_by_role("button", name="Stäng uppföljningen").click()
    page.get_by_role("button", name="Öppna igen").click()
    expect(page.get_by_text("Skriv varför uppföljningen öppnas igen.").first).to_be_visible()
    page.get_by_label(re.compile("Varför öppnas")).fill("IFO hann inte")
    page.get_by_role("button", name="Öppna igen").click()
    expect(page.get_by_text("IFO hann inte")).to_be_visible()
