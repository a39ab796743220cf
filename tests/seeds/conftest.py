"""One report of the demo for each module of tests, imported and rendered once."""

import re
import subprocess
from io import BytesIO

import pytest
from django.db import transaction
from lxml import html as lxml_html
from openpyxl import load_workbook

from followup.core.access import COMMAND_LINE
from reports.build import build_report
from reports.commands.plan_import import BookFile, import_plan
from reports.demo.load import FIXTURES
from reports.models import Report
from reports.plan_book.reading import fixture_books, read_fixture
from reports.render import RENDERERS, Format
from tests.seeds.finding import Rendition, bare


def pytest_collection_modifyitems(items):
    """A test database is made only where a test is marked as in need of one."""
    for item in items:
        if "rendition" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="module")
def rendition(request, django_db_setup, django_db_blocker):
    """The report of the module's FIXTURE, of several the one with the key REPORT; nothing stays in the database."""
    path = next(path for path in fixture_books(FIXTURES) if path.stem == request.module.FIXTURE)
    with django_db_blocker.unblock(), transaction.atomic():
        import_plan(book=read_fixture(path), by=COMMAND_LINE, file=BookFile(path.name, "0" * 64))
        of_several = {"key": request.module.REPORT} if hasattr(request.module, "REPORT") else {}
        document = build_report(Report.objects.get(**of_several))
        transaction.set_rollback(True)
    book = load_workbook(BytesIO(RENDERERS[Format.XLSX](document)))
    pdf = RENDERERS[Format.PDF](document)
    return Rendition(
        page=lxml_html.fromstring(RENDERERS[Format.HTML](document).decode()),
        paper=words_of(pdf),
        sheets={sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book},
        brief_pages=pages_between(pdf, "I korthet", "Innehåll"),
    )


def pages_between(pdf, first, after):
    """The pages from the one with the heading `first` to the one with the heading `after`; none without the first."""
    options = ["pdftotext", "-raw", "-", "-"]
    text = subprocess.run(options, input=pdf, capture_output=True, check=True).stdout.decode()
    lines = [page.splitlines() for page in text.split("\f")]
    starts = [place for place, page in enumerate(lines) if first in page]
    return next(place for place, page in enumerate(lines) if after in page) - starts[0] if starts else 0


def words_of(pdf):
    """The text of all pages in the order in which it was set, bare; words parted at a line's end are whole."""
    options = ["pdftotext", "-raw", "-nopgbrk", "-", "-"]
    text = subprocess.run(options, input=pdf, capture_output=True, check=True).stdout.decode()
    return bare(re.sub(r"(?<=[^\W\d])[-\u2010\u00ad]\n(?=[^\W\d])", "", text))
