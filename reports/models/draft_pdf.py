"""The newest PDF of a report's draft, kept so that an unchanged report is not laid out again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.models.stored_file import StoredFile
from reports.models.report import Report


class DraftPdf(StoredFile):
    """`fingerprint` is the SHA-256 of all that the PDF was made from: another one means that the report has changed."""

    report = models.OneToOneField(Report, verbose_name=_("rapport"), on_delete=models.CASCADE, related_name="draft_pdf")
    fingerprint = models.CharField(_("fingeravtryck"), max_length=64)
    made_at = models.DateTimeField(_("skapad"))

    class Meta(StoredFile.Meta):
        verbose_name = _("utkast som PDF")
        verbose_name_plural = _("utkast som PDF")
        ordering = ["report"]

    def __str__(self) -> str:
        return str(self.report)
