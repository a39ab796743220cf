"""The readers' pages in a real browser: every width, light and dark, and when there is nothing or no way in."""

from datetime import date

import pytest
from playwright.sync_api import expect

from reports.choices import Audience
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.models import Publication, PublicationFile
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_report, a_round, a_section, an_assessment

pytestmark = pytest.mark.browser


@pytest.fixture
def published(transactional_db, world, cast, light_pdf):
    """Two versions of one report, and another that only the members may read."""
    answer = "<p>Det går framåt, men socialtjänstlagsförändringarna tar tid.</p>"
    for goal in world.goals:
        an_assessment(world.round, goal, world.afi, status="partly_achieved", comment=answer, state="approved")
    report = a_report(world.round, title="Delårsuppföljning " + "arbetsmarknadsåtgärder " * 4, slug="delar-2017")
    a_section(report, kind="goal_overview", title="Målen i korthet")
    a_section(report, kind="goal_table", title="Måluppföljning")
    a_section(report, kind="status_chart", title="Bedömningarna över tid")
    members = a_report(a_round(world.plan, as_of=date(2016, 12, 31)), title="Helår 2016", slug="helar-2016")
    a_section(members, content="<p>Text.</p>")
    for what, audience, note in (
        (report, Audience.PUBLIC, ""),
        (report, Audience.PUBLIC, "Rättade en siffra."),
        (members, Audience.MEMBERS, ""),
    ):
        publish(report=what, audience=audience, change_note=note, accept_warnings=True, by=cast.controller)


PAGES = [
    "/",
    "/socialnamnden/",
    "/socialnamnden/delar-2017/",
    "/socialnamnden/delar-2017/v1/",
    "/socialnamnden/delar-2017/v2/kontroll/",
    "/logga-in/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_readers_page_is_accessible_and_fits_a_phone(open_page, published, scheme):
    page = open_page(scheme=scheme)
    for address in PAGES:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        assert_accessible(page)
        assert_no_overflow(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_extracts_are_listed_and_the_judgements_drawn(open_page, published, scheme):
    page = open_page(scheme=scheme)
    page.goto("/socialnamnden/delar-2017/")
    page.locator("summary", has_text="Hämta").press("Enter")
    page.get_by_text("Utdrag som PDF").press("Enter")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.get_by_role("link", name="1 Mål nummer 1").first).to_be_visible()
        expect(page.get_by_role("img", name="Bedömningarna över tid")).to_contain_text("Delvis uppnått")
        assert_accessible(page)
        assert_no_overflow(page)


def test_a_member_sees_what_is_only_for_members(open_page, published, cast):
    page = open_page()
    sign_in(page, cast.reader)
    page.goto("/socialnamnden/")
    assert_accessible(page)
    page.get_by_role("link", name="Helår 2016").click()
    expect(page.get_by_role("complementary", name="Om den här sidan")).to_contain_text("bara öppen för")
    assert_accessible(page)


def test_a_withdrawn_version_says_so_in_words(open_page, published, cast):
    withdraw(publication=Publication.objects.get(slug="delar-2017", version=2), reason="Fel.", by=cast.controller)
    page = open_page(expected=("410",))
    page.goto("/socialnamnden/delar-2017/")
    expect(page.get_by_text("Version 2 är avpublicerad")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)
    page.get_by_role("link", name="Version 1").click()
    expect(page.get_by_role("link", name="Läs varför")).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize("java_script", [True, False])
def test_a_readers_own_file_is_recognised(open_page, published, tmp_path, java_script):
    sealed = PublicationFile.objects.get(publication__slug="delar-2017", publication__version=2, format="json")
    (tmp_path / "min.json").write_bytes(sealed.read())
    page = open_page(java_script=java_script, width=320)
    page.goto("/socialnamnden/delar-2017/v1/kontroll/")
    page.get_by_label("Fil", exact=True).set_input_files(tmp_path / "min.json")
    page.get_by_role("button", name="Kontrollera filen").click()
    expect(page.get_by_role("status")).to_contain_text("version 2: data (JSON)")
    assert_no_overflow(page)


def test_an_older_version_leads_to_the_newer(page, published):
    page.goto("/socialnamnden/delar-2017/v1/")
    page.get_by_role("link", name="Läs version 2").click()
    expect(page.get_by_role("main").get_by_text("Rättade en siffra.")).to_be_visible()


@pytest.mark.parametrize(("address", "who"), [("/finns-inte/", None), ("/oversikt/", "reader")])
def test_a_way_that_is_shut_is_told_kindly(open_page, world, cast, address, who, transactional_db):
    page = open_page(expected=("404", "403"))
    if who:
        sign_in(page, getattr(cast, who))
    page.goto(address)
    assert_accessible(page)
    assert_no_overflow(page)


def test_empty_pages_are_accessible(page, world, transactional_db):
    for address in ("/", "/socialnamnden/"):
        page.goto(address)
        assert_accessible(page)


def test_all_is_reached_from_the_keyboard(page, published):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox", name="Sök i rapporterna")).to_be_focused()
    for _step in ("the button", "the municipality", "the committee", "the report"):
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Delårsuppföljning")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Delårsuppföljning")
