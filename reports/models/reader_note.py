"""What a reader has written about a row of a report, for nobody else to read."""

from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from followup.core.models import User
from reports.models.report import Report
from reports.querysets import ReaderNoteQuerySet

LONGEST_NOTE = 4000


class ReaderNote(models.Model):
    """Of the report, not of one version: a row keeps its address (`anchor`), so the note follows it.

    `row_title` is the row as it was called when the note was last written. Only `user` reads it; no page shows it to
    anybody else, and the audit trail does not tell of it.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    report = models.ForeignKey(Report, verbose_name=_("rapport"), on_delete=models.CASCADE, related_name="+")
    anchor = models.CharField(_("adress i rapporten"), max_length=250)
    row_title = models.CharField(_("rad"), max_length=300)
    text = models.TextField(_("anteckning"), validators=[MaxLengthValidator(LONGEST_NOTE)], blank=True)
    is_marked = models.BooleanField(_("markerad"), default=False)
    changed_at = models.DateTimeField(_("ändrad"), auto_now=True)

    objects = ReaderNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("anteckning")
        verbose_name_plural = _("anteckningar")
        ordering = ["user", "report", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "report", "anchor"], name="reader_note_once_a_row"),
            models.CheckConstraint(condition=~Q(text="") | Q(is_marked=True), name="reader_note_says_something"),
        ]

    def __str__(self) -> str:
        return self.row_title
