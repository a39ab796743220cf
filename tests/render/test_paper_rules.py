"""The rules that every PDF is held against find what they are there to find: one broken page for each."""

from io import BytesIO

import pikepdf
import pytest
from weasyprint import HTML

from reports.render.pdf import print_html
from tests.render.paper_rules import (
    breaches_of_standards,
    faults_of_headings,
    faults_of_order,
    faults_of_orphans,
    faults_of_pictures,
    faults_of_tables,
)
from tests.render.structure import spoken, tree_of

PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
TABLE = "<table><tr><th>Mål</th><th>Utfall</th></tr><tr><td>Ett</td><td>2</td></tr></table>"


def page(body, *, attributes='lang="sv"', head="<title>Titel</title>"):
    return f"<html {attributes}><head>{head}</head><body>{body}</body></html>"


WHOLE = page(f'<h1>Titel</h1><p>Första stycket.</p><h2>Del</h2>{TABLE}<p><img alt="Punkt" src="{PIXEL}"></p>')


def tree(body):
    return tree_of(print_html(page(body), ""))


def test_a_whole_page_has_no_fault():
    pdf = print_html(WHOLE, "")
    found = tree_of(pdf)
    faults = [*faults_of_headings(found), *faults_of_tables(found), *faults_of_pictures(found)]
    assert [*breaches_of_standards(pdf), *faults, *faults_of_order(pdf, WHOLE)] == []


@pytest.mark.parametrize(
    ("source", "profile"),
    [
        (page("<h1>Titel</h1>", attributes=""), "ua1"),
        (page("<h1>Titel</h1>", head=""), "ua1"),
        (page("<h1>Titel</h1><h3>Djupare</h3>"), "ua1"),
        (page(f'<h1>Titel</h1><p><img src="{PIXEL}"></p>'), "ua1"),
        (page("<h1>Titel</h1><p><svg width='9' height='9'><path d='M0 0h9v9z'/></svg></p>"), "ua1"),
    ],
    ids=["no language", "no title", "a level skipped", "a picture without words", "a drawing without title"],
)
def test_the_validator_finds_a_broken_page(source, profile):
    assert [found for found in breaches_of_standards(print_html(source, "")) if found.startswith(profile)]


def test_the_validator_finds_a_file_that_is_for_one_standard_only():
    readers = HTML(string=WHOLE).write_pdf(pdf_variant="pdf/ua-1")
    archive = HTML(string=WHOLE).write_pdf(pdf_variant="pdf/a-3a")
    assert any(found.startswith("3a") for found in breaches_of_standards(readers))
    assert any(found.startswith("3a") for found in breaches_of_standards(archive))
    assert any(found.startswith("ua1") for found in breaches_of_standards(archive))


def test_a_title_too_many_and_a_level_skipped_are_found():
    assert faults_of_headings(tree("<h1>Ett</h1><h1>Två</h1>")) == ["titles: 2, first [1]"]
    assert faults_of_headings(tree("<h1>Ett</h1><h2>Två</h2><h4>Fyra</h4>")) == ["H2 is followed by H4"]


def test_a_cell_without_a_heading_is_found():
    assert faults_of_tables(tree("<h1>T</h1><table><tr><td>Ett</td></tr></table>")) == [
        "table 1: a cell without headers"
    ]


def test_a_heading_in_another_table_is_none():
    pdf = print_html(page(f"<h1>T</h1>{TABLE}{TABLE}"), "")
    found = tree_of(pdf)
    first, second = found.of("Table")
    second.of("TD")[0].headers = [first.of("TH")[0].id]
    assert faults_of_tables(found) == [f"table 2: {first.of('TH')[0].id} is no heading of it"]


def test_a_picture_without_words_is_found():
    pdf = print_html(WHOLE, "")
    with pikepdf.open(BytesIO(pdf)) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
                item.Alt = pikepdf.String(" ")
        outcome = BytesIO()
        file.save(outcome)
    assert faults_of_pictures(tree_of(outcome.getvalue())) == ["Figure without words"]


def test_two_pieces_in_each_others_place_are_found():
    pdf = print_html(page("<h1>Titel</h1><p>Först kommer detta.</p><p>Sedan kommer detta.</p>"), "")
    asked = page("<h1>Titel</h1><p>Sedan kommer detta.</p><p>Först kommer detta.</p>")
    assert "Först kommer detta" in spoken(pdf)
    assert faults_of_order(pdf, asked) == ["not in its place: förstkommerdetta"]


def test_a_heading_last_on_its_page_is_found_unless_nothing_stands_under_it():
    broken = '<p style="break-before:page">Text.</p>'
    assert faults_of_orphans(tree(f"<h1>Titel</h1><h2>Del</h2><p>Text.</p>{broken}")) == []
    assert faults_of_orphans(tree(f"<h1>Titel</h1><h2>Del</h2>{broken}")) == ["a heading last on page 1"]
    assert (
        faults_of_orphans(tree('<h1>Titel</h1><p>x</p><h2>Del</h2><h2 style="break-before:page">En</h2><p>y</p>')) == []
    )
    below = '<h1>Titel</h1><p>x</p><h2>Del</h2><h3 style="break-before:page">Under</h3><p>y</p>'
    assert faults_of_orphans(tree(below)) == ["a heading last on page 1"]
