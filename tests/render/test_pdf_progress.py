"""What is told while a PDF is made: each page once, then the writing of the file."""

import logging
import threading

import pytest

from reports.render.pdf import print_html
from reports.render.pdf_progress import PdfStage, pdf_heard

PAGES = "<title>Prov</title>" + "<p style='break-after: page'>Sida</p>" * 3 + "<p>Sist</p>"
# How many pages there are is known only when all are laid out, so that they are made a second time.
STYLE = "html { font-family: sans-serif } p::after { content: ' av ' counter(pages) }"


def heard():
    told = []
    with pdf_heard(lambda stage, page: told.append((stage, page))):
        print_html(f'<html lang="sv">{PAGES}</html>', STYLE)
    return told


def test_each_page_is_told_of_once_and_then_the_file():
    assert heard() == [*((PdfStage.LAYOUT, page) for page in (1, 2, 3, 4)), (PdfStage.PAPER, 4)]


def test_what_the_listener_raises_ends_the_work_and_leaves_the_log_as_it_was():
    log = logging.getLogger("weasyprint.progress")
    before = (log.level, log.propagate, list(log.handlers))

    def refuse(stage, page):
        raise InterruptedError

    with pytest.raises(InterruptedError), pdf_heard(refuse):
        print_html(f'<html lang="sv">{PAGES}</html>', STYLE)
    assert (log.level, log.propagate, list(log.handlers)) == before


def test_another_threads_pages_are_not_heard():
    told = []
    with pdf_heard(lambda stage, page: told.append(page)):
        other = threading.Thread(target=print_html, args=(f'<html lang="sv">{PAGES}</html>', STYLE))
        other.start()
        other.join()
    assert told == []
