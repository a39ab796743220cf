"""The PDF of a draft: what a worker does, and whether the one that is kept still holds."""

from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from followup.core.files.keeping import keep
from followup.core.files.reading import FileUnavailable
from reports.build import ReportDocument, build_report
from reports.choices import JobStep
from reports.commands.jobs.hold import Hold
from reports.commands.progress import rendered
from reports.models import DraftPdf, Report
from reports.render import RENDERERS, Format
from reports.render.pages import LANGUAGE
from reports.render.pdf import print_source
from reports.render.stylesheets import paper_style


def current_draft_pdf(report: Report) -> DraftPdf | None:
    """The PDF that is kept, where the report still is what it was made from. Builds the report, lays out nothing."""
    return _kept(report, fingerprint(build_report(report)))


def fingerprint(document: ReportDocument) -> str:
    """Of all that the PDF is made from: the page for paper and its style."""
    with override(LANGUAGE):
        source = f"{paper_style(document)}\n{print_source(document)}"
    return sha256(source.encode()).hexdigest()


def make_draft_pdf(hold: Hold) -> None:
    """Lay out the report as it stands now, and keep it instead of the one before. Raises RenderFault, HoldLost."""
    hold.tell(JobStep.READING)
    report = hold.job.report
    document = build_report(report)
    made_from = fingerprint(document)
    if _kept(report, made_from) is None:
        content = rendered(Format.PDF, RENDERERS[Format.PDF], document, hold.tell)
        hold.tell(JobStep.STORING)
        with transaction.atomic():
            kept = keep(content)
            values = {"fingerprint": made_from, "size": kept.size, "sha256": kept.sha256, "made_at": timezone.now()}
            DraftPdf.objects.update_or_create(report=report, defaults=values)
            hold.finish()
        return
    hold.finish()


def _kept(report: Report, made_from: str) -> DraftPdf | None:
    """One whose file is lost or spoiled counts as none, so that it is made again."""
    row = DraftPdf.objects.filter(report=report, fingerprint=made_from).first()
    try:
        if row is not None:
            row.open().close()
    except FileUnavailable:
        return None
    return row
