"""Every report of the demo on paper: both standards, and a tag tree in which nothing is missing or out of its place."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.utils.translation import override

from followup.core.access import COMMAND_LINE
from reports.build import Edition, build_report
from reports.commands.plan_import import BookFile, import_plan
from reports.demo.load import FIXTURES
from reports.models import Report
from reports.plan_book.reading import fixture_books, read_fixture
from reports.render.pdf import print_source, render_pdf
from tests.render.paper_rules import (
    breaches_of_standards,
    faults_of_headings,
    faults_of_order,
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
