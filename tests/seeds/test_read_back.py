"""Every report of the demo out of its data file again: the same document, the same page, the same paper."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from followup.core.access import COMMAND_LINE
from reports.build import Edition, build_report
from reports.commands.plan_import import BookFile, import_plan
from reports.demo.load import FIXTURES
from reports.models import Report
from reports.plan_book.reading import fixture_books, read_fixture
from reports.render.data import render_json
from reports.render.html import render_html
from reports.render.pdf import print_source
from reports.render.read_data import read_json
from tests.render.test_read_data import image_sources

BOOKS = {path.stem: path for path in fixture_books(FIXTURES)}
EDITION = Edition(2, datetime(2017, 10, 12, 7, 32, tzinfo=UTC), "En siffra är rättad.")


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(BOOKS))
def test_a_report_of_the_demo_is_read_as_it_was_written(name):
    path = BOOKS[name]
    with transaction.atomic():
        import_plan(book=read_fixture(path), by=COMMAND_LINE, file=BookFile(path.name, "0" * 64))
        documents = [build_report(report, EDITION) for report in Report.objects.order_by("pk")]
        transaction.set_rollback(True)
    assert documents
    for document in documents:
        images, content = image_sources(document), render_json(document)
        found = read_json(content, lambda sha256, images=images: images.get(sha256, ""))
        assert found == document
        assert render_json(found) == content
        assert render_html(found) == render_html(document)
        assert print_source(found) == print_source(document)
