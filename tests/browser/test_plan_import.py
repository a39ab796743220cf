"""Reading in a plan workbook in a real browser: sent in, seen, confirmed; with its faults, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from goals.models import Goal
from reports.plan_book.writing import write_workbook
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.plan_import.books import a_book, a_plan_row

pytestmark = pytest.mark.browser

LONG = "Uppföljningsdokumentation" * 8
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def world(transactional_db, world):
    Goal.objects.filter(key="m1").update(description="<p>Alla ska känna sig trygga i mötet med oss.</p>")
    return world


def a_workbook(world, goals):
    names = {"Kommun": world.committee.municipality.name, "Nämnd": world.committee.name, "Plan": world.plan.title}
    levels = [{"Nivå": "Mål", "Ordning": 1, "Bedöms av": "both"}]
    row = a_plan_row(**names, Startår=2017, Slutår=2018)
    return write_workbook(a_book(row, Nivåer=levels, Mål=goals))


def send(page, content):
    page.goto("/planer/inlasning/")
    page.get_by_label("Planbok").set_input_files({"name": "planbok.xlsx", "mimeType": XLSX, "buffer": content})
    page.get_by_role("button", name="Visa vad som ändras").click()


def goals():
    changed = "Alla ska känna sig trygga och sedda i varje möte."
    new = [{"Id": f"n{number}", "Nivå": "Mål", "Namn": LONG} for number in range(30)]
    return [{"Id": "m1", "Nivå": "Mål", "Namn": "Trygghet", "Beskrivning": changed}, *new]


@pytest.mark.parametrize("java_script", [True, False])
def test_a_workbook_is_sent_in_seen_and_confirmed(open_page, world, cast, java_script):
    page = open_page(java_script=java_script)
    sign_in(page, cast.controller)
    send(page, a_workbook(world, goals()))
    expect(page.get_by_role("heading", level=1)).to_have_text(world.plan.title)
    expect(page.locator("ins", has_text="Trygghet")).to_be_visible()
    page.get_by_role("button", name="Läs in planboken").click()
    expect(page.get_by_text("Planboken ”planbok.xlsx” är inläst.")).to_be_visible()
    assert world.plan.goals.count() == 33


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_fits_a_phone(open_page, world, cast, scheme):
    page = open_page(scheme=scheme)
    sign_in(page, cast.controller)
    page.goto("/planer/inlasning/")
    _holds(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    send(page, a_workbook(world, goals()))
    expect(page.get_by_role("heading", level=1)).to_have_text(world.plan.title)
    _holds(page)
    more = page.get_by_role("link", name="Visa 11 rader till i Mål")
    more.click()
    expect(page).to_have_url(re.compile("blad="))
    expect(more).to_have_count(0)
    _holds(page)


def test_the_page_of_faults_is_accessible_and_fits_a_phone(open_page, world, cast):
    page = open_page(expected=("422",))
    sign_in(page, cast.controller)
    send(page, a_workbook(world, [{"Id": LONG, "Nivå": LONG, "Namn": "x"}, {"Id": "m1", "Nivå": "y", "Namn": "z"}]))
    expect(page.get_by_role("heading", name="Planboken är inte inläst")).to_be_visible()
    _holds(page)


def _holds(page):
    assert_accessible(page)
    assert_no_overflow(page)
    assert_accessible(page)
