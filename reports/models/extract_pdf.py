"""The PDF of a part of a published version, kept since it was first asked for."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.models.stored_file import StoredFile
from reports.models.publication import Publication


class ExtractPdf(StoredFile):
    """`part` is its address. `fingerprint` is that of what laid it out: with another one it is laid out again.

    It says nothing that the sealed files do not say, and can be thrown away at any time.
    """

    publication = models.ForeignKey(
        Publication, verbose_name=_("publicering"), on_delete=models.CASCADE, related_name="extract_pdfs"
    )
    part = models.CharField(_("del"), max_length=200)
    fingerprint = models.CharField(_("fingeravtryck"), max_length=64)
    made_at = models.DateTimeField(_("skapad"))

    class Meta(StoredFile.Meta):
        verbose_name = _("utdrag som PDF")
        verbose_name_plural = _("utdrag som PDF")
        ordering = ["publication", "part", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "part"], name="extract_pdf_once"),
        ]

    def __str__(self) -> str:
        return f"{self.publication}: {self.part}"
