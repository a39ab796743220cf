"""The history of an answer and the audit trail in a browser: accessible, narrow, and without JavaScript."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from reports.commands.assessments import Answer, save_assessment
from reports.commands.decisions import return_to_unit
from reports.models import Assessment
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in

pytestmark = pytest.mark.browser

OLD = "<p>Vi har nått målet.</p><ul><li>Utbildning</li></ul>"
NEW = "<p>Vi har inte nått målet.</p><ul><li>Utbildning</li><li>Ny rutin</li></ul>"


@pytest.fixture
def answer(world, cast):
    saved = None
    for text in (OLD, NEW):
        saved = save_assessment(
            round=world.round,
            subject=world.goals[0],
            unit=world.afi,
            answer=Answer(status="achieved", comment=text),
            version=saved.version if saved else 0,
            is_ready=text == NEW,
            by=cast.reporter,
        )
    return return_to_unit(assessment=saved, reason="Skriv orsaken.", by=cast.approver)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_history_is_accessible_at_every_width(open_page, world, cast, answer, scheme):
    page = open_page(scheme=scheme)
    sign_in(page, cast.reporter)
    page.goto(reverse("reports:entry_history", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk]))
    expect(page.get_by_role("insertion").filter(has_text="Ny rutin")).to_be_visible()
    expect(page.get_by_text("Skriv orsaken.")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)


def test_an_older_version_is_restored_from_the_keyboard_without_javascript(open_page, world, cast, answer):
    page = open_page(java_script=False)
    sign_in(page, cast.reporter)
    page.goto(reverse("reports:entry_history", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk]))
    page.get_by_role("button", name="Återställ version 1").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Återställd från version 1")).to_be_visible()
    assert Assessment.objects.get().comment == OLD


def test_the_audit_trail_is_accessible_narrowed_and_taken_away(open_page, world, cast, answer):
    page = open_page()
    sign_in(page, cast.auditor)
    page.goto("/handelser/")
    expect(page.get_by_role("cell", name="återsände")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Innehåller").fill("orsaken")
    page.get_by_role("button", name="Visa").click()
    expect(page).to_have_url(re.compile("words=orsaken"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta som kalkylblad").click()
    assert "words=orsaken" in download.value.url
    assert_no_overflow(page)
