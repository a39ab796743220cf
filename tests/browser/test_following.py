"""What surrounds the reports, in a real browser: following, open data, the accessibility statement."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from reports.choices import Audience
from reports.commands.publishing import publish
from reports.models import Subscription
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_committee, a_report, a_section, a_subscription

pytestmark = pytest.mark.browser

PAGES = ["/prenumerera/", "/prenumerera/skickat/", "/oppna-data/", "/tillganglighet/", "/socialnamnden/"]


@pytest.fixture
def published(transactional_db, world, cast, light_pdf):
    municipality = world.committee.municipality
    municipality.contact_address = "kontakt@alunda.example"
    municipality.known_faults = "Kartan går inte att använda med tangentbord."
    municipality.save()
    report = a_report(world.round, title="Delårsuppföljning", slug="delar-2017")
    a_section(report, content="<p>Text.</p>")
    publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)
    return municipality


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_fits_a_phone(open_page, published, scheme):
    a_committee(name="Kulturnämnden med ett långt namn för fritid och folkhälsa")
    page = open_page(scheme=scheme)
    for address in [*PAGES, f"/tillganglighet/{published.pk}/"]:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        assert_accessible(page)
        assert_no_overflow(page)


def test_subscribing_and_ending_without_javascript(open_page, published, work_off):
    page = open_page(java_script=False, expected=["422"])
    page.goto("/socialnamnden/")
    page.get_by_role("link", name="Få brev om nya rapporter").click()
    expect(page.get_by_label("Socialnämnden")).to_be_checked()
    page.get_by_label("E-postadress").fill("inte en adress")
    page.get_by_role("button", name="Prenumerera").click()
    expect(page.get_by_label("E-postadress")).to_have_value("inte en adress")
    page.get_by_label("E-postadress").fill("lasare@exempel.se")
    page.get_by_role("button", name="Prenumerera").click()
    expect(page.get_by_role("heading", name="Titta i din e-post")).to_be_visible()
    work_off()
    page.goto(re.search(r"https?://\S+", mail.outbox[-1].body)[0])
    page.get_by_role("button", name="Bekräfta").click()
    expect(page.get_by_role("heading", name="Nu prenumererar du")).to_be_visible()
    assert Subscription.objects.confirmed().count() == 1
    assert page.context.cookies() == []


def test_telling_of_what_cannot_be_used(open_page, published):
    page = open_page(java_script=False, expected=["422"])
    page.goto(f"/tillganglighet/{published.pk}/")
    page.get_by_role("button", name="Skicka till kommunen").click()
    expect(page.get_by_text("Skriv vad som inte går att använda.").first).to_be_visible()
    page.get_by_label("Vad går inte att använda?").fill("Diagrammet läses inte upp.")
    page.get_by_role("button", name="Skicka till kommunen").click()
    expect(page.get_by_text("Brevet är skickat till kommunen")).to_be_visible()
    assert mail.outbox[-1].to == ["kontakt@alunda.example"]


def test_a_report_asks_no_other_site_and_its_linked_data_are_let_through(open_page, published):
    page = open_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/socialnamnden/delar-2017/")
    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert not [each for each in asked if not each.startswith(("http://localhost", "data:"))]
    assert page.context.cookies() == []


def test_the_own_page_is_accessible_and_makes_an_address(open_page, published, cast, world):
    a_subscription(world.committee, user=cast.reporter)
    page = open_page()
    sign_in(page, cast.reporter)
    page.goto("/prenumerera/konto/")
    page.get_by_role("button", name="Skapa en adress").click()
    expect(page.locator("code")).to_contain_text("/kalender/")
    assert_accessible(page)
    assert_no_overflow(page)
