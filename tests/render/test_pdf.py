import logging
import re
import subprocess
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
import weasyprint  # noqa: F401 (its logger must have its own handlers before it is listened to)

from reports.build.document import DocumentSection
from reports.render.faults import RenderFault
from reports.render.pdf import print_html, render_pdf
from tests.render.example import LONG_WORD, example_document, goal_rows
from tests.render.paper_rules import breaches_of_standards


class Heard(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages = []

    def emit(self, record):
        self.messages.append(record.getMessage())


@pytest.fixture(scope="module")
def heard():
    handler = Heard()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)


@pytest.fixture(scope="module")
def pdf(heard):
    return render_pdf(example_document())


def text_of(pdf, *options):
    run = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def words(text):
    return " ".join(text.split())


def pages_of(pdf, *options):
    return [words(page) for page in text_of(pdf, *options).split("\f")[:-1]]


def test_weasyprint_has_nothing_to_complain_of(pdf, heard):
    assert heard.messages == []


def test_it_keeps_the_standards_of_readers_and_of_the_archive(pdf):
    assert breaches_of_standards(pdf) == []


def test_a_draft_keeps_them_too_and_says_that_it_is_a_draft():
    draft = render_pdf(example_document(edition=None))
    assert breaches_of_standards(draft) == []
    first, *others = pages_of(draft)
    assert "Utkast" in first
    assert all("Utkast" in page for page in others)


def test_it_is_tagged_titled_and_in_swedish(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        assert str(file.Root.Lang) == "sv"
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert "/StructTreeRoot" in file.Root
        assert str(file.docinfo["/Title"]) == "Delårsrapport augusti 2017 – Socialnämnden, Ålunda kommun"
        assert str(file.docinfo["/Author"]) == "Socialnämnden, Ålunda kommun"
        assert str(file.docinfo["/CreationDate"]).startswith("D:20171012")


def test_the_goals_and_sections_are_bookmarks(pdf):
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        titles = []
        pending = list(outline.root)
        while pending:
            item = pending.pop(0)
            titles.append(item.title)
            pending = [*item.children, *pending]
    names = [f"{row.number} {row.name}" for row in goal_rows()]
    assert titles[0] == "Delårsrapport augusti 2017"
    assert [title for title in titles if title in names] == names


def test_all_goals_and_statuses_stand_in_order(pdf):
    text = words(text_of(pdf, "-f", "5"))
    position = text.index("Mål och resultat")
    for row in goal_rows():
        expected = [row.number]
        expected += [result.status.word for result in row.results if result.status]
        for word in expected:
            position = text.index(word, position) + len(word)


def test_the_headings_of_the_table_stand_on_each_of_its_pages(pdf):
    pages = pages_of(pdf, "-layout")
    first = next(number for number, page in enumerate(pages) if page.find("Måltabell") > 0 and "Innehåll" not in page)
    for page in pages[first:-1]:
        assert "Indikator eller mätning" in page


def test_no_goal_begins_on_a_page_without_its_results(pdf):
    """The goal's name, its first unit and the unit's first words are on the same page."""
    pages = pages_of(pdf, "-layout")[4:-1]
    for row in goal_rows():
        start = re.compile(
            rf"(?<!\S){row.number} {row.name.split()[0]}.*?(?:{row.results[0].unit if row.results else 'Inget'})"
        )
        assert any(start.search(page) for page in pages), row.number


def test_no_status_begins_a_page(pdf):
    for page in pages_of(pdf)[4:-1]:
        after_headings = page.split("Ansvarig för mätning", 1)[1].strip()
        assert not after_headings.startswith("Målet ")


def test_pages_are_numbered_and_carry_committee_title_version_and_date(pdf):
    """The cover says the same in its own way."""
    pages = pages_of(pdf)
    assert "Sida" not in pages[0]
    for words in ("Socialnämnden", "Delårsrapport augusti 2017", "Version 2", "12 oktober 2017"):
        assert words in pages[0]
    for number, page in enumerate(pages[1:], start=2):
        assert f"Sida {number} av {len(pages)}" in page
        assert "Socialnämnden, Ålunda kommun" in page
        assert "Version 2, 12 oktober 2017" in page
        assert "Delårsrapport augusti 2017" in page


def test_the_contents_give_the_pages(pdf):
    pages = pages_of(pdf, "-layout")
    number = re.search(r"12 God psykosocial och fysisk arbetsmiljö (\d+)", pages[1])[1]
    assert "12 God psykosocial" in pages[int(number) - 1]


def test_the_table_lies_down_and_the_rest_stands_up(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        lying = [page.mediabox[2] > page.mediabox[3] for page in file.pages]
    assert lying == [False] * 4 + [True] * (len(lying) - 5) + [False]


def test_a_very_long_word_is_broken_but_whole(pdf):
    text = re.sub(r"[-\u00ad]?\s+", "", text_of(pdf))
    assert LONG_WORD in text


def test_the_same_document_gives_the_same_bytes(pdf):
    assert pdf == render_pdf(example_document())


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://127.0.0.1:9/x.png",
        "//127.0.0.1/x.png",
        "asset:css/../../manage.py",
        "data:text/html,x",
    ],
)
def test_a_reference_to_anything_outside_stops_the_rendering(address):
    picture = DocumentSection("b", 2, "Bild", f'<p><img alt="x" src="{address}"></p>', None)
    with pytest.raises(RenderFault, match="PDF-filen kunde inte skapas"):
        render_pdf(example_document(sections=(picture,)))


def test_a_small_picture_in_the_document_itself_is_let_through():
    pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    source = f'<html lang="sv"><title>x</title><p><img alt="x" src="{pixel}"></p>'
    assert print_html(source, "").startswith(b"%PDF")


def test_a_table_inside_a_text_has_headers_in_the_structure_and_keeps_the_standard():
    table = (
        '<p>Så gick det.</p><table><thead><tr><th scope="col">År</th><th scope="col">Utfall</th></tr></thead>'
        '<tbody><tr><th scope="row">2017</th><td>81 %</td></tr></tbody></table>'
    )
    section = DocumentSection(anchor="a", level=1, title="Läget", html=table, block=None, kind="text", empty_words="")
    document = replace(example_document(), sections=(section,))
    pdf = render_pdf(document)
    assert breaches_of_standards(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as opened:
        kinds = [
            str(each.get("/S")) for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each
        ]
    assert (kinds.count("/TH"), kinds.count("/TD")) >= (3, 1)
