"""The memo in a real browser: written and read as PDF, by two at once, from the keyboard and without JavaScript."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from reports.commands.official_memo import memo_text_of, suggested_memo, write_memo
from reports.models import OfficialMemo
from tests.browser.conftest import assert_accessible, assert_no_overflow, editor_in, sign_in, write
from tests.builders import a_report

pytestmark = pytest.mark.browser


@pytest.fixture
def report(transactional_db, world):
    return a_report(world.round, title="Delårsuppföljning", slug="delar-2017", registry_number="SN 2017-1")


def address(report):
    return f"/rapporter/{report.pk}/tjansteskrivelse/"


def words_of(page, tmp_path, report):
    """The PDF's text, fetched as the person who is signed in."""
    answer = page.context.request.get(f"/rapporter/{report.pk}/tjansteskrivelse.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    path = tmp_path / "skrivelse.pdf"
    path.write_bytes(answer.body())
    options = ["pdftotext", "-layout", str(path), "-"]
    return " ".join(subprocess.run(options, capture_output=True, text=True, check=True).stdout.split())


def test_it_is_written_from_the_suggestion_and_made_into_a_pdf(page, report, cast, tmp_path):
    sign_in(page, cast.controller)
    page.goto(f"/rapporter/{report.pk}/redigera/")
    page.get_by_role("link", name="Tjänsteskrivelse").click()
    expect(page.get_by_text("Fälten är ifyllda med ett förslag")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Handläggare").fill("Cecilia, controller")
    write(page, page, "Målen är delvis nådda.", label="Bedömning")
    assert_no_overflow(page)
    page.get_by_role("button", name="Spara tjänsteskrivelsen").click()
    expect(page.get_by_text("Tjänsteskrivelsen är sparad.")).to_be_visible()
    assert_accessible(page)
    assert page.get_by_role("link", name="Öppna som PDF").get_attribute("href").endswith("tjansteskrivelse.pdf")
    words = words_of(page, tmp_path, report)
    decision = words.index("Socialnämnden godkänner Delårsuppföljning.")
    assert words.index("SN 2017-1") < decision < words.index("Målen är delvis nådda.")
    assert "Delårsuppföljning, utkast" in words


@pytest.mark.parametrize("java_script", [True, False])
def test_two_at_once_are_both_shown_and_nothing_is_lost(open_page, report, cast, java_script):
    refused = "the server responded with a status of 409"
    page = open_page(java_script=java_script, expected=(refused,))
    sign_in(page, cast.controller)
    page.goto(address(report))
    theirs = suggested_memo(report, cast.controller)
    memo = write_memo(report=report, text=theirs, version=0, by=cast.controller)
    page.get_by_label("Mottagare").fill("Nämnden")
    page.get_by_role("button", name="Spara tjänsteskrivelsen").click()
    conflict = page.get_by_role("alert").filter(has_text="Någon annan har ändrat tjänsteskrivelsen")
    expect(conflict).to_contain_text("sparat nu är ”Socialnämnden”, du skrev ”Nämnden”")
    expect(page.get_by_label("Mottagare")).to_have_value("Nämnden")
    assert OfficialMemo.objects.get().recipient == "Socialnämnden"
    if java_script:
        assert_accessible(page)
        assert_no_overflow(page)
    page.get_by_role("button", name="Spara tjänsteskrivelsen").click()
    expect(page.get_by_text("Tjänsteskrivelsen är sparad.")).to_be_visible()
    memo.refresh_from_db()
    assert (memo_text_of(memo).recipient, memo.version) == ("Nämnden", 2)


CALLED = """() => {
  const held = document.activeElement
  const label = document.getElementById(held.getAttribute("aria-labelledby")) ?? held.labels?.[0]
  return label?.innerText ?? held.getAttribute("aria-label") ?? held.innerText
}"""


def tab_to(page, name):
    """Press the key until what is called so has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(CALLED).startswith(name):
            return
    pytest.fail(f"{name} is not reached by the keyboard")


def test_it_is_written_from_the_keyboard_alone(page, report, cast):
    sign_in(page, cast.controller)
    page.goto(address(report))
    tab_to(page, "Handläggare")
    page.keyboard.press("End")
    page.keyboard.type(", controller")
    tab_to(page, "Förslag till beslut")
    expect(editor_in(page, "Förslag till beslut")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Nämnden tackar.")
    tab_to(page, "Spara tjänsteskrivelsen")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Tjänsteskrivelsen är sparad.")).to_be_visible()
    memo = OfficialMemo.objects.get()
    assert memo.proposed_decision.endswith("Delårsuppföljning. Nämnden tackar.</p>")
    assert memo.case_officer.endswith(", controller")


def test_it_is_written_without_javascript(open_page, report, cast, tmp_path):
    page = open_page(java_script=False)
    sign_in(page, cast.controller)
    page.goto(address(report))
    page.get_by_label("Förslag till beslut").fill("1. Nämnden godkänner rapporten.\n2. Nämnden tackar.")
    page.get_by_role("button", name="Spara tjänsteskrivelsen").click()
    expect(page.get_by_text("Tjänsteskrivelsen är sparad.")).to_be_visible()
    assert "2. Nämnden tackar." in words_of(page, tmp_path, report)


def test_its_versions_are_read_one_after_the_other(page, report, cast):
    text = suggested_memo(report, cast.controller)
    memo = write_memo(report=report, text=text, version=0, by=cast.controller)
    sign_in(page, cast.controller)
    page.goto(address(report))
    page.get_by_label("Diarienummer").fill("SN 2017-88")
    page.get_by_role("button", name="Spara tjänsteskrivelsen").click()
    page.get_by_role("link", name="Versioner").click()
    expect(page.get_by_role("heading", level=2)).to_have_text(["Version 2", "Version 1"])
    newest = page.locator(f"#version-{memo.version + 1}")
    expect(newest).to_contain_text(re.compile(r"Diarienummer\s*från SN 2017-1 → till SN 2017-88"))
    newest.get_by_text("Läs hela texten").click()
    assert_accessible(page)
    assert_no_overflow(page)
