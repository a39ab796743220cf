"""How far the making of a PDF has come: WeasyPrint says so in its log, and nowhere else."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum


class PdfStage(StrEnum):
    LAYOUT = "layout"
    PAPER = "paper"


Listener = Callable[[PdfStage, int], None]
"""Gets the stage and the highest page that has been laid out so far."""

_LOG = logging.getLogger("weasyprint.progress")
_PAGE = "Step 5 - Creating layout - Page %d"
_PAPER = "Step 6 - "


class _Ear(logging.Handler):
    """Hears what its own thread does. What the listener raises ends the making of the PDF."""

    def __init__(self, listener: Listener) -> None:
        super().__init__(logging.INFO)
        self._listener, self._thread, self._highest = listener, threading.get_ident(), 0

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread != self._thread:
            return
        if record.msg.startswith(_PAGE) and isinstance(record.args, tuple):
            page = record.args[0]
            if isinstance(page, int) and page > self._highest:
                self._highest = page
                self._listener(PdfStage.LAYOUT, page)
        elif record.msg.startswith(_PAPER):
            self._listener(PdfStage.PAPER, self._highest)


@contextmanager
def pdf_heard(listener: Listener) -> Iterator[None]:
    """Inside, PDFs that are made in this thread tell `listener` how far they have come.

    Pages that are laid out again, since a page number in the contents took more room, are not told of twice.
    """
    ear = _Ear(listener)
    before = _LOG.level, _LOG.propagate
    _LOG.addHandler(ear)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    try:
        yield
    finally:
        _LOG.removeHandler(ear)
        _LOG.setLevel(before[0])
        _LOG.propagate = before[1]
