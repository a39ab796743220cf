"""Rounds, assignments and a plan's copy in the browser: from the keyboard, without scripts, on a phone."""

import re
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from goals.models import Plan
from reports.models import Round
from tests.browser.conftest import assert_accessible, assert_no_overflow, editor_in, sign_in, write
from tests.builders import a_goal, a_target, an_assignment, an_indicator

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = "Ansvarsfördelningsöverenskommelsen med regionen om personer med samsjuklighet ska följas upp"


@pytest.fixture
def full(world):
    """Assignments with long words under a goal, and a goal of one year."""
    goal = world.goals[0]
    for number in range(1, 4):
        an_assignment(
            world.plan,
            goal=goal,
            group="Boende" if number < 3 else "",
            number=str(number),
            name=f"{LONG} {number}",
            responsible=["Verksamhetschef", "Avdelningschef"],
            due_on=date(2017, 6, 30),
            position=number,
        )
    a_goal(world.plan, name="Årets mål", year=2017)
    a_target(an_indicator(goal))
    return world


def address(name, world, **more):
    return reverse(
        f"reports:{name}", kwargs={"committee_slug": world.committee.slug, "plan_slug": world.plan.slug} | more
    )


def pages(world):
    assignment = world.plan.assignments.first()
    return [
        address("plan_rounds", world),
        address("round_add", world),
        address("round_edit", world, round_id=world.round.pk),
        address("round_delete", world, round_id=world.round.pk),
        address("assignments", world),
        address("assignment_add", world),
        address("assignment_edit", world, assignment_id=assignment.pk),
        address("assignment_delete", world, assignment_id=assignment.pk),
        address("plan_copy", world),
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


def test_a_round_is_suggested_and_added_with_an_instruction(page, full, cast):
    sign_in(page, cast.controller)
    page.goto(address("plan_rounds", full))
    page.get_by_role("region", name="Lägg till en uppföljning").get_by_label("Typ").select_option("Helår")
    page.get_by_role("button", name="Föreslå en uppföljning").click()
    expect(page.get_by_label("Titel")).to_have_value("Helårsuppföljning 2017")
    write(page, page, "Skriv kort.", "Anvisning")
    expect(editor_in(page, "Anvisning")).to_contain_text("Skriv kort.")
    page.get_by_role("button", name="Lägg till uppföljningen").click()
    expect(page.get_by_role("rowheader", name="Helårsuppföljning 2017")).to_be_visible()
    assert Round.objects.get(kind="year_end").instruction == "<p>Skriv kort.</p>"


def test_an_assignment_moves_from_the_keyboard_and_keeps_the_focus(page, full, cast):
    sign_in(page, cast.controller)
    page.goto(address("assignments", full))
    first = full.plan.assignments.order_by("position").first()
    down = page.locator(f"#ned-{first.pk}")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="är flyttat")).to_be_attached()
    expect(down).to_be_focused()
    names = page.locator(".plan-rows__name")
    expect(names.nth(0)).to_contain_text("2")
    page.keyboard.press("Enter")
    expect(names.nth(2)).to_contain_text(first.name)


def test_who_has_been_signed_out_is_taken_to_the_sign_in_page_and_back(page, full, cast):
    sign_in(page, cast.controller)
    page.goto(address("assignments", full))
    Session.objects.all().delete()
    page.get_by_role("button", name="Flytta ned").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Logga in")
    sign_in(page, cast.controller)
    page.reload()
    expect(page).to_have_url(re.compile(re.escape(address("assignments", full)) + "$"))


def test_without_scripts_everything_works(open_page, full, cast):
    page = open_page(java_script=False)
    sign_in(page, cast.controller)
    page.goto(address("assignments", full))
    page.get_by_role("button", name="Flytta ned").first.click()
    expect(page.locator(".plan-rows__name").nth(0)).to_contain_text("2")
    page.goto(address("assignment_add", full))
    page.get_by_label("Namn").fill("Utred boendet")
    page.get_by_label("Beskrivning").fill("- ett\n- två")
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("link", name="Utred boendet")).to_be_visible()
    assert full.plan.assignments.get(name="Utred boendet").description == "<ul><li>ett</li><li>två</li></ul>"


def test_a_plan_is_copied_after_a_look_at_what_is_taken(page, full, cast):
    sign_in(page, cast.controller)
    page.goto(address("plan", full))
    page.get_by_role("link", name="Kopiera till nästa period").click()
    page.get_by_role("button", name="Visa vad som kopieras").click()
    expect(page.get_by_role("heading", name="Det här kopieras")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)
    page.get_by_role("button", name="Kopiera planen").click()
    expect(page.get_by_role("heading", name="Verksamhetsplan 2018", level=1)).to_be_visible()
    assert Plan.objects.get(title="Verksamhetsplan 2018").goals.count() == 4
