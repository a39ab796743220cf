"""The published page as a browser prints it, against the PDF of the same document: neither leaves anything out."""

import re
import subprocess

import pytest

from reports.render import RENDERERS, Format
from tests.browser.test_document import open_report  # noqa: F401 - a fixture
from tests.render.example import example_document
from tests.render.example_blocks import rich_document
from tests.render.example_summed_up import summed_up_document

pytestmark = pytest.mark.browser

REPORTS = [example_document, rich_document, summed_up_document]
ON_PAPER_ALONE = "Innehåll Sida "
"""Of the contents with its page numbers, and of the foot of each page. The page of the browser has neither."""
ON_SCREEN_ALONE = "Siffrorna bakom diagrammet "
"""What folds the figures away."""
LONGEST = 80
"""A text that long may have a page's foot and head in it."""
SHORT_TEXTS = """() => [...document.querySelectorAll(
        "main :is(h2, h3, h4, h5, h6, caption, figcaption, dt, dd, .status, .trouble__name, svg text),"
        + "main :is(th, td):not(:has(p, li, div, .status))")]
    .filter(each => !each.closest(".contents"))
    .map(each => {
        const copy = each.cloneNode(true)
        copy.querySelectorAll(".row-link, .visually-hidden, title").forEach(hidden => hidden.remove())
        return copy.textContent.trim()
    })
    .filter(Boolean)"""


def text_of(pdf):
    """In the order in which it was set; words parted at a line's end are whole."""
    options = ["pdftotext", "-raw", "-nopgbrk", "-", "-"]
    text = subprocess.run(options, input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"(?<=[^\W\d])[-\u2010\u00ad]\n(?=[^\W\d])", "", text)


def bare(text):
    """Its letters and figures alone, however it was broken and hyphenated."""
    return re.sub(r"[\W_]+", "", text)


def words_in(text):
    """Words without figures: the number of a note stands close to its word. A page may end within a word."""
    letters = " ".join(re.findall(r"[^\W\d_]+", text))
    return set(re.sub(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])", " ", letters).split())


@pytest.mark.parametrize("report", REPORTS)
def test_what_the_browser_prints_and_the_pdf_have_the_same_words(open_report, report):  # noqa: F811 - the fixture
    page = open_report(1280, report=report)
    printed, paper = text_of(page.pdf()), text_of(RENDERERS[Format.PDF](report()))
    addresses = " ".join(page.locator("main a").evaluate_all("all => all.map(each => each.href)"))
    assert len(words_in(printed)) > 100
    assert {word for word in words_in(printed) if word not in bare(paper + ON_SCREEN_ALONE)} == set()
    assert {word for word in words_in(paper) if word not in bare(printed + addresses + ON_PAPER_ALONE)} == set()


@pytest.mark.parametrize("report", REPORTS)
def test_every_heading_status_name_and_figure_stands_whole_in_both(open_report, report):  # noqa: F811 - the fixture
    page = open_report(1280, report=report)
    printed, paper = bare(text_of(page.pdf())), bare(text_of(RENDERERS[Format.PDF](report())))
    texts = [text for text in page.evaluate(SHORT_TEXTS) if len(text) < LONGEST]
    assert len(texts) > 100
    assert {text for text in texts if bare(text) not in printed} == set()
    assert {text for text in texts if bare(text) not in paper} == set()
