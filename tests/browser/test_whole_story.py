"""The main job, from an empty round to a PDF in a reader's hand, played by four people in a real browser."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from followup.core.access import COMMAND_LINE
from followup.core.choices import Role
from followup.core.models import Membership, User
from goals.models import Goal
from reports.commands.plan_import import BookFile, import_plan
from reports.demo.load import FIXTURES
from reports.models import Assessment, Publication, Report, Round
from reports.plan_book.reading import read_fixture
from tests.browser.conftest import assert_accessible, let_warnings_pass, write
from tests.builders import a_user

pytestmark = pytest.mark.browser

PASSWORD = "ett-langt-losenord"  # the builders'
STATUSES = ["Uppnått", "Delvis uppnått", "Inte uppnått", "Kan ej bedömas"]


@pytest.fixture
def round(transactional_db):
    """The 2017 plan with its twelve goals, the year-end round open and not a word written."""
    book = read_fixture(FIXTURES / "linkoping-socialnamnden-2017.toml")
    plan = import_plan(book=book, by=COMMAND_LINE, file=BookFile("linkoping.toml", "")).plan
    round = Round.objects.get(plan=plan, key="2017-12")
    Assessment.objects.filter(round=round).delete()
    for username, role, code in (
        ("anna", Role.REPORTER, "AFI"), ("ingrid", Role.REPORTER, "IFO"), ("klara", Role.CONTROLLER, None),
    ):  # fmt: skip
        unit = plan.committee.units.get(code=code) if code else None
        Membership.objects.create(user=a_user(username), committee=plan.committee, unit=unit, role=role)
    return round


def sign_in_as(page, username):
    page.goto("/")
    page.get_by_role("link", name="Logga in").click()
    page.get_by_label("Användarnamn").fill(username)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("button", name="Logga ut")).to_be_visible()


def answered_by(round, code):
    unit = round.committee.units.get(code=code)
    return list(Goal.objects.filter(plan=round.plan).answered_by(unit).in_plan_order())


def status_for(goal, code):
    """Every status in turn, another for the other unit."""
    return STATUSES[(int(goal.number) + len(code) * (code == "IFO")) % 4]


def fill_in(page, round, code, *, java_script):
    """Answer every goal of the unit until it is handed in, with or without script."""
    page.get_by_role("link", name="Rapportera").first.click()
    page.locator(f"a[href*='/rapportera/{round.pk}/']").first.click()
    page.get_by_role("link", name=re.compile("^Börja")).click()
    for goal in answered_by(round, code):
        expect(page.get_by_role("heading", level=1)).to_contain_text(goal.name)
        article = page.locator("#svaret")
        article.locator(".status-choice").get_by_text(status_for(goal, code), exact=True).click()
        answer = f"{code} om mål {goal.number}."
        if java_script:
            write(page, article, answer)
        else:
            article.get_by_label("Kommentar").fill(answer)
        article.get_by_role("button", name="Spara och klarmarkera").click()
        expect(article.get_by_role("button", name="Ta tillbaka till utkast")).to_be_visible()
        steps = page.get_by_role("navigation", name="Föregående och nästa").first
        page.wait_for_load_state()  # the way onwards is there, or there is none
        onwards = steps.get_by_role("link", name=re.compile("^Nästa ?:"))
        if onwards.count():
            onwards.click()
    page.get_by_role("link", name="Alla svar, och lämna in").click()
    expect(page.get_by_text(re.compile(r"Allt från .* är klart")).first).to_be_visible()


def test_the_whole_story(open_page, round, tmp_path, at_once):
    anna = open_page()
    sign_in_as(anna, "anna")
    fill_in(anna, round, "AFI", java_script=True)

    ingrid = open_page(java_script=False)
    sign_in_as(ingrid, "ingrid")
    fill_in(ingrid, round, "IFO", java_script=False)

    klara = open_page()
    sign_in_as(klara, "klara")
    klara.get_by_role("link", name="Följ upp").click()
    klara.get_by_role("link", name="Helårsuppföljning 2017").click()
    expect(klara.get_by_role("heading", level=1)).to_contain_text("Helårsuppföljning 2017")
    assert_accessible(klara)
    for code in ("AFI", "IFO"):
        klara.get_by_role("button", name=re.compile(f"Godkänn .*{code}")).click()
        expect(klara.get_by_text(re.compile(f"svar från {code} är godkän"))).to_be_visible()
    assert not Assessment.objects.filter(round=round).exclude(state="approved").exists()
    klara.get_by_role("button", name=re.compile("rapport", re.IGNORECASE)).click()
    expect(klara.get_by_role("link", name=re.compile("Publicera version 1"))).to_be_visible()
    let_warnings_pass(Report.objects.get(round=round), User.objects.get(username="klara"))
    klara.get_by_role("link", name=re.compile("Publicera version 1")).click()
    klara.get_by_label(re.compile("Alla", re.IGNORECASE)).first.check()
    klara.get_by_role("button", name="Publicera version 1").click()
    expect(klara.get_by_text("Version 1 är publicerad.")).to_be_visible(timeout=60_000)
    publication = Publication.objects.get()
    assert publication.is_public
    assert User.objects.get(username="klara") == publication.published_by

    reader = open_page()
    reader.goto("/")
    reader.get_by_role("link", name=publication.title).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(publication.title)
    assert_accessible(reader)
    for goal in Goal.objects.filter(plan=round.plan):
        expect(reader.get_by_role("rowheader", name=goal.name).first).to_be_visible()
    address = reader.get_by_role("link", name="Ladda ner som PDF").get_attribute("href")
    pdf = tmp_path / "rapport.pdf"
    pdf.write_bytes(reader.context.request.get(address).body())
    assert_the_pdf_tells_it_all(pdf, round)


def assert_the_pdf_tells_it_all(pdf, round):
    """The text as the document has it: each goal in order, and under it its units' statuses and words in order."""
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    flat = re.sub(r"\s+", " ", text.replace("\u2010\n", "").replace("-\n", ""))
    at = title = flat.index("Innehåll")  # in brief stands before it, with the goals that are not achieved
    for goal in Goal.objects.filter(plan=round.plan).in_plan_order():
        beginning = re.sub(r"\s+", " ", goal.name)[:18]
        title = flat.index(beginning, title + 1)
        for code in ("AFI", "IFO"):
            if goal not in answered_by(round, code):
                continue
            comment = flat.index(f"{code} om mål {goal.number}.", at)
            assert flat[at:comment].endswith(f" {status_for(goal, code)} "), flat[at:comment]
            at = comment
