"""Telling how far long work has come, step by step, to whoever listens."""

from collections.abc import Callable
from typing import Protocol

from reports.build import ReportDocument
from reports.choices import JobStep
from reports.render import Format
from reports.render.pdf_progress import PdfStage, pdf_heard

_STEPS = {Format.HTML: JobStep.PAGE, Format.PDF: JobStep.LAYOUT, Format.XLSX: JobStep.DATA, Format.JSON: JobStep.DATA}
_STAGES = {PdfStage.LAYOUT: JobStep.LAYOUT, PdfStage.PAPER: JobStep.PAPER}


class Progress(Protocol):
    """Called as the work goes on; `page` is the highest page of the PDF so far. What it raises ends the work."""

    def __call__(self, step: JobStep, page: int = 0) -> None: ...


def unheard(step: JobStep, page: int = 0) -> None:
    """Nobody listens."""


def rendered(
    format: Format, render: Callable[[ReportDocument], bytes], document: ReportDocument, progress: Progress
) -> bytes:
    """The document in a format, with what is told on the way: of a PDF every page."""
    progress(_STEPS[format])
    if format != Format.PDF:
        return render(document)
    with pdf_heard(lambda stage, page: progress(_STAGES[stage], page)):
        return render(document)
