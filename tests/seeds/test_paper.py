"""Every report of the demo on paper: both standards, and a tag tree in which nothing is missing or out of its place."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from django.db import transaction
from django.utils.translation import override

from followup.core.access import COMMAND_LINE
from reports.build import Edition, build_report
from reports.build.document import GoalTable
from reports.build.extracts import extract_of, extract_parts
from reports.commands.plan_import import BookFile, import_plan
from reports.demo.load import FIXTURES
from reports.models import Report
from reports.plan_book.reading import fixture_books, read_fixture
from reports.render.layout import is_wide_block as is_wide
from reports.render.pdf import print_source, render_pdf
from tests.render.paper_rules import (
    breaches_of_standards,
    faults_of_headings,
    faults_of_order,
    faults_of_orphans,
    faults_of_pictures,
    faults_of_tables,
)
from tests.render.structure import bare, tree_of
from tests.render.test_pdf import pages_of

BOOKS = {path.stem: path for path in fixture_books(FIXTURES)}
EDITION = Edition(2, datetime(2017, 10, 12, 7, 32, tzinfo=UTC), "En siffra är rättad.")

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=sorted(BOOKS))
def papers(request, django_db_setup, django_db_blocker):
    """The book's reports as documents with their PDF; nothing stays in the database."""
    path = BOOKS[request.param]
    with django_db_blocker.unblock(), transaction.atomic():
        import_plan(book=read_fixture(path), by=COMMAND_LINE, file=BookFile(path.name, "0" * 64))
        reports = Report.objects.select_related("plan", "committee__municipality", "round").order_by("pk")
        documents = [build_report(report, EDITION) for report in reports]
        transaction.set_rollback(True)
    return [(document, render_pdf(document)) for document in documents]


def test_both_standards_are_kept(papers):
    assert {document.slug: breaches_of_standards(pdf) for document, pdf in papers} == {
        document.slug: [] for document, _ in papers
    }


def test_headings_tables_and_pictures_are_told_to_a_screen_reader(papers):
    for _, pdf in papers:
        tree = tree_of(pdf)
        assert len(tree.of("TD")) > 10
        assert [*faults_of_headings(tree), *faults_of_tables(tree), *faults_of_pictures(tree)] == []


def test_no_heading_stands_last_on_its_page(papers):
    assert {document.slug: faults_of_orphans(tree_of(pdf)) for document, pdf in papers} == {
        document.slug: [] for document, _ in papers
    }


def test_only_what_needs_a_landscape_page_lies_down(papers):
    for document, pdf in papers:
        needs = any(isinstance(section.block, GoalTable) or is_wide(section.block) for section in document.sections)
        with pikepdf.open(BytesIO(pdf)) as file:
            lying = [page for page in file.pages if page.mediabox[2] > page.mediabox[3]]
        assert bool(lying) == needs


def test_the_bookmarks_have_the_numbers_of_the_goals_and_lie_below_their_section(papers):
    for document, pdf in papers:
        levels = bookmarks_of(pdf)
        rows = [
            row for section in document.sections if isinstance(section.block, GoalTable) for row in section.block.rows
        ]
        for row in rows:
            assert f"{row.number} {row.name}".strip() in levels
        assert levels[document.title] == 0
        for section in document.sections:
            if section.level == 1 and section.title:
                assert levels[section.title] == 1


def test_an_extract_keeps_the_standards_its_headings_in_order_and_none_last_on_its_page(papers):
    """The first part and the last of each report; the parts between are alike."""
    for document, _ in papers:
        for part in {each.name for each in (*extract_parts(document)[:1], *extract_parts(document)[-1:])}:
            pdf = render_pdf(extract_of(document, part))
            tree = tree_of(pdf)
            assert breaches_of_standards(pdf) == []
            assert [*faults_of_headings(tree), *faults_of_tables(tree), *faults_of_orphans(tree)] == []
            cover, *pages = pages_of(pdf)
            assert bare(f"Utdrag ur {document.title}") in bare(cover)
            assert "Version 2, publicerad 12 oktober 2017" in cover
            assert all("Utdrag ur" in page for page in pages)


def test_everything_is_read_in_the_order_of_the_report(papers):
    for document, pdf in papers:
        with override("sv"):
            source = print_source(document)
        assert faults_of_order(pdf, source) == []


def test_every_page_says_whose_it_is_and_which_version_of_which_day(papers):
    for document, pdf in papers:
        for page in pages_of(pdf):
            assert document.publisher.committee in page
            assert bare(document.title) in bare(page)
            assert "12 oktober 2017" in page
            assert "Version 2" in page


def bookmarks_of(pdf):
    """The level of each bookmark by its title, the highest where two are called the same."""
    found = {}
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        waiting = [(0, item) for item in outline.root]
        for level, item in waiting:
            found.setdefault(item.title, level)
            waiting += [(level + 1, child) for child in item.children]
    return found
