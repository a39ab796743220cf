"""Two browsers in one answer: choosing part by part, with and without script, by keyboard, on a small phone."""

import pytest
from playwright.sync_api import expect

from reports.models import Assessment
from tests.browser.conftest import assert_accessible, assert_no_overflow, editor_in, sign_in, write
from tests.browser.waiting import wait_until
from tests.builders import an_assessment, an_indicator

pytestmark = pytest.mark.browser


@pytest.fixture
def address(world):
    return f"/rapportera/{world.round.pk}/{world.afi.pk}/mal/{world.goals[0].pk}/"


@pytest.fixture
def figure(world):
    return f"o{an_indicator(world.goals[0], units=[world.afi], name='Nöjda').pk}-0-total"


@pytest.fixture
def in_conflict(open_page, world, cast, address, figure):
    """The reporter's page in conflict: the controller has changed status, comment and figure, they comment and cause.

    Both begin from the same answer.
    """
    an_assessment(world.round, world.goals[0], world.afi, status="not_achieved", comment="<p>Grund.</p>", version=1)

    def made(**options):
        pages = open_page(), open_page(expected=("status of 409",), **options)
        for page, user in zip(pages, (cast.controller, cast.reporter), strict=True):
            sign_in(page, user)
            page.goto(address)
            page.wait_for_load_state("networkidle")  # who else is there has been asked
        theirs, mine = pages
        answer = theirs.locator("#svaret")
        answer.get_by_text("Delvis uppnått").click()
        write(theirs, answer, " Deras ord")
        answer.get_by_label("Utfall, Nöjda").fill("70")
        answer.get_by_role("button", name="Spara", exact=True).click()
        expect(answer.get_by_text("Osparat")).to_be_hidden()
        theirs.wait_for_load_state("networkidle")
        assert world.goals[0].indicators.get().measurements.get().value == 70
        assert "Deras ord" in Assessment.objects.get().comment
        answer = mine.locator("#svaret")
        if options.get("java_script") is False:
            answer.get_by_label("Kommentar").fill("Grund. Mina ord")
            answer.get_by_label("Orsak").fill("Min orsak")
        else:
            write(mine, answer, " Mina ord")
            write(mine, answer, "Min orsak", label="Orsak")
        answer.get_by_label("Utfall, Nöjda").fill("80")
        answer.get_by_role("button", name="Spara", exact=True).click()
        expect(answer.locator(".conflict")).to_be_visible()
        return mine

    return made


def choice(page, part, side):
    return page.get_by_role("group", name=part).and_(page.locator(".conflict__part")).get_by_role("radio", name=side)


def test_each_part_is_chosen_and_what_only_one_changed_is_chosen_already(in_conflict, world):
    page = in_conflict()
    expect(page.locator(".conflict")).to_be_focused()
    expect(choice(page, "Bedömning", "Ta den andras")).to_be_checked()
    expect(choice(page, "Orsak", "Behåll min")).to_be_checked()
    expect(page.locator(".conflict__part :checked")).to_have_count(2)
    choice(page, "Kommentar", "Behåll min").check()
    choice(page, "Nöjda", "Ta den andras").check()
    page.get_by_role("button", name="Spara det valda").click()
    expect(page.locator("[data-settled]")).to_be_focused()
    expect(page.get_by_label("Utfall, Nöjda")).to_have_value("70")
    expect(page.locator("#svaret").get_by_role("radio", name="Delvis uppnått")).to_be_checked()
    expect(page.get_by_text("Osparat")).to_be_hidden()
    wait_until(page, "localStorage.length === 0")
    saved = Assessment.objects.get()
    assert (saved.status, saved.cause) == ("partly_achieved", "<p>Min orsak</p>")
    assert "Mina ord" in saved.comment
    assert world.goals[0].indicators.get().measurements.get().value == 70
    write(page, page.locator("#svaret"), "!")
    expect(page.get_by_text("Osparat")).to_be_visible()
    expect(page.get_by_text("Osparat")).to_be_hidden()
    assert "Mina ord!" in Assessment.objects.get().comment


def test_who_merges_in_the_field_has_chosen_what_stands_there(in_conflict):
    page = in_conflict()
    choice(page, "Kommentar", "Ta den andras").check()
    write(page, page.locator("#svaret"), " och deras")
    expect(choice(page, "Kommentar", "Behåll min")).to_be_checked()
    page.get_by_label("Utfall, Nöjda").fill("75")
    expect(choice(page, "Nöjda", "Behåll min")).to_be_checked()
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator("[data-settled]")).to_be_focused()
    assert "Mina ord och deras" in Assessment.objects.get().comment


def test_by_keyboard_alone(in_conflict):
    page = in_conflict()
    expect(page.locator(".conflict")).to_be_focused()
    page.keyboard.press("Tab")
    expect(choice(page, "Bedömning", "Ta den andras")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(choice(page, "Bedömning", "Behåll min")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".conflict__part :checked")).to_have_count(3)
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".conflict__part :checked")).to_have_count(4)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Spara det valda")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-settled]")).to_be_focused()
    assert Assessment.objects.get().status == "not_achieved"


def test_without_javascript_the_choice_is_sent_with_the_form(in_conflict, world):
    page = in_conflict(java_script=False)
    page.get_by_role("button", name="Spara det valda").click()
    expect(page.locator(".conflict__part .field__errors")).to_have_count(2)
    choice(page, "Kommentar", "Ta den andras").check()
    choice(page, "Nöjda", "Behåll min").check()
    page.get_by_role("button", name="Spara det valda").click()
    expect(page.get_by_text("Svaret är sparat med det du valde.")).to_be_visible()
    saved = Assessment.objects.get()
    assert (saved.status, saved.cause) == ("partly_achieved", "<p>Min orsak</p>")
    assert "Deras ord" in saved.comment
    assert world.goals[0].indicators.get().measurements.get().value == 80


def test_nothing_is_saved_by_itself_while_it_is_chosen(in_conflict):
    page = in_conflict()
    choice(page, "Kommentar", "Behåll min").check()
    page.wait_for_timeout(2500)
    assert "Deras ord" in Assessment.objects.get().comment
    expect(editor_in(page.locator("#svaret"))).to_have_count(0)
    expect(page.get_by_text("Osparat")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_choices_are_accessible_and_fit_a_small_phone(in_conflict, scheme):
    page = in_conflict(scheme=scheme)
    assert_accessible(page)
    page.get_by_role("button", name="Spara det valda").click()
    expect(page.locator(".conflict__part .field__errors")).to_have_count(2)
    assert_accessible(page)
    assert_no_overflow(page)
    assert_accessible(page)
