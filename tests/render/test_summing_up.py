"""The parts I korthet and Sedan förra rapporten in every format."""

import json
import re
import subprocess
from io import BytesIO

import pytest
from lxml import html as lxml_html
from openpyxl import load_workbook

from reports.build.assemble import assemble
from reports.render.data import render_json
from reports.render.html import render_html
from reports.render.pdf import print_source, render_pdf
from reports.render.xlsx import render_xlsx
from tests.render.example_summed_up import example_brief, summed_up_document
from tests.reports.facts import a_goal_fact, a_section_fact, an_answer, an_assignment_fact, some_facts

SOURCES = [lambda document: render_html(document).decode(), print_source]


def tree(source, **overrides):
    return lxml_html.fromstring(source(summed_up_document(**overrides)))


def said(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("source", SOURCES)
def test_each_goal_leads_to_its_place_and_says_why_and_what_is_done_by_whom_and_when(source):
    first, without_place = tree(source).xpath("//li[@class='trouble']")
    assert first.xpath(".//a/@href") == ["#mal-6"]
    assert said(first) == (
        "6 Budget i balans IFO Målet är inte uppnått Målet är delvis uppnått "
        "Orsak, IFO: Fler ärenden än väntat har gått till rättslig prövning <b>. "
        "Åtgärd, IFO: Avtalen ses över. Uppdrag, Ekonom: 6.1 Ny modell. Klart senast: 31 mars 2018."
    )
    assert not without_place.xpath(".//a")


@pytest.mark.parametrize("source", SOURCES)
def test_those_left_out_have_a_link_to_their_section(source):
    (rest,) = tree(source).xpath("//p[@class='brief__rest']")
    assert said(rest) == "… och 2 till, se avsnittet Måltabell."
    assert rest.xpath("./a/@href") == ["#maltabell"]
    (rest,) = tree(source, in_brief=example_brief(rest_anchor="", rest_title="")).xpath("//p[@class='brief__rest']")
    assert (said(rest), rest.xpath("./a")) == ("… och 2 till.", [])
    assert not tree(source, in_brief=example_brief(left_out=0)).xpath("//p[@class='brief__rest']")


@pytest.mark.parametrize("source", SOURCES)
def test_where_nothing_is_bad_that_is_said(source):
    (part,) = tree(source, in_brief=example_brief(troubles=(), left_out=0)).xpath("//section[@class='brief']")
    assert "Inget är bedömt som inte eller delvis uppnått." in said(part)


@pytest.mark.parametrize("source", SOURCES)
def test_every_link_in_the_two_parts_leads_somewhere(source):
    root = tree(source)
    links = root.xpath("//*[@class='brief' or contains(@class, 'since')]//a[not(@class='row-link')]/@href")
    ids = set(root.xpath("//@id"))
    assert len(links) == 4
    assert [link for link in links if link[1:] not in ids] == []


@pytest.mark.parametrize("source", SOURCES)
def test_the_brief_comes_first_and_what_has_changed_before_the_sections_and_in_the_contents(source):
    headings = [said(each) for each in tree(source).xpath("//h2")]
    wanted = ["I korthet", "Innehåll", "Sedan förra rapporten", "Inledning"]
    assert [each for each in headings if each in wanted] == wanted
    links = tree(source).xpath("//ol[@class='contents__list']/li/a/@href")
    assert links[0] == "#sedan-forra-rapporten"


@pytest.mark.parametrize("source", SOURCES)
def test_a_report_without_the_parts_shows_neither_them_nor_the_counts(source):
    root = tree(source, in_brief=None, since_last=None)
    assert not root.xpath("//*[@class='brief' or @class='tally' or contains(@class, 'since')]")


def test_a_changed_judgement_is_a_row_with_a_heading_that_leads_to_the_goal():
    (row,) = tree(SOURCES[0]).xpath("//section[contains(@class, 'since')]//tbody/tr")
    assert [said(cell) for cell in row] == ["6 Budget i balans", "Målet är delvis uppnått", "Målet är inte uppnått"]
    assert row.xpath("./th/a/@href") == ["#mal-6"]


def test_the_workbook_has_a_sheet_for_each():
    book = load_workbook(BytesIO(render_xlsx(summed_up_document())))
    assert book.sheetnames[:4] == ["Rapport", "I korthet", "Sedan förra rapporten", "Ändrad bedömning"]
    rows = list(book["I korthet"].iter_rows(values_only=True))
    assert rows[1] == (
        "6",
        "Budget i balans",
        "IFO: Målet är inte uppnått\nMålet är delvis uppnått",
        "IFO: Fler ärenden än väntat har gått till rättslig prövning <b>.",
        "IFO: Avtalen ses över.\nEkonom: 6.1 Ny modell. Klart senast: 31 mars 2018.",
    )
    assert rows[-1][1] == "… och 2 till"
    assert list(book["Ändrad bedömning"].iter_rows(values_only=True))[-1][0] == "6 Budget i balans"


def test_the_data_have_both_and_what_the_next_report_compares_with():
    data = json.loads(render_json(summed_up_document()))
    assert data["in_brief"]["troubles"][0]["actions"][1] == {
        "by": "Ekonom", "label": "Uppdrag", "text": "6.1 Ny modell.", "due": "31 mars 2018",
    }  # fmt: skip
    assert data["since_last"]["tables"][0]["table"]["body"][0]["cells"][0]["link"] == "mal-6"
    assert data["standing"][0]["statuses"][0] == {
        "by": "IFO", "status": {"mark": "not_achieved", "word": "Målet är inte uppnått"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Delvis", "Kort."),
        ("Målet är bara delvis uppnått hittills", "En mening av vanlig längd om hur det gick. " * 12),
        ("Delvis", "Ordentligtlångtsammansattord " * 40),
    ],
)
def test_the_brief_is_one_page_however_much_is_not_achieved(word, text):
    pages = pages_of(render_pdf(crowded(word, text)))
    (first,) = (place for place, page in enumerate(pages) if page.startswith("I korthet"))
    assert "till, se avsnittet Målen" in pages[first]
    assert pages[first + 1].startswith("Innehåll")


def crowded(word, text):
    """Forty goals that two units each find wanting at length, with assignments beside them."""
    text = f"<p>{text}</p>"
    goals = tuple(a_goal_fact(number, name="Ett mål vars namn tar mer än en halv rad") for number in range(40))
    answers = [
        an_answer(goal.id, unit, "partly_achieved", status_words=word, cause=text, measure=text)
        for goal in goals
        for unit in (1, 2)
    ]
    answers.append(an_answer(goals[0].id, None, "", comment="<p>Nämnden väntar.</p>"))
    assignments = tuple(an_assignment_fact(number, goal_id=number) for number in range(40))
    answers += [an_answer(None, None, "ongoing", assignment_id=number) for number in range(40)]
    return assemble(
        some_facts(
            goals=goals,
            indicators=(),
            assessments=tuple(answers),
            assignments=assignments,
            sections=(a_section_fact("goal_follow_up", "Målen"),),
            has_in_brief=True,
            has_since_last=True,
        ),
        None,
    )


def pages_of(pdf):
    """Without the head of each page."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    pages = run.stdout.decode().split("\f")[:-1]
    return [re.sub(r"^\s*Socialnämnden, .*\n", "", page).strip() for page in pages]
