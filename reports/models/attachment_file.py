"""The file of an attachment, and as a version sealed it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from followup.core.models.immutable import ImmutableModel
from followup.core.models.stored_file import StoredFile
from reports.models.publication import Publication
from reports.models.report import Attachment

_IMAGES = ("image/png", "image/jpeg")


class AttachmentFile(StoredFile):
    """A PDF or an image as it was checked. `name` is its address in the report; an image has words instead of it."""

    attachment = models.OneToOneField(
        Attachment, verbose_name=_("bilaga"), on_delete=models.CASCADE, related_name="file"
    )
    name = models.CharField(_("filnamn"), max_length=100)
    content_type = models.CharField(_("innehållstyp"), max_length=100)
    width = models.PositiveIntegerField(_("bredd"), default=0)
    height = models.PositiveIntegerField(_("höjd"), default=0)
    alternative_text = models.CharField(_("alternativ text"), max_length=1000, blank=True)

    class Meta(StoredFile.Meta):
        verbose_name = _("bifogad fil")
        verbose_name_plural = _("bifogade filer")
        ordering = ["attachment", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(content_type__in=_IMAGES) | ~Q(alternative_text=""),
                name="attachment_image_has_words",
                violation_error_message=_("Skriv vad bilden visar, för den som inte ser den."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PublicationAttachment(StoredFile, ImmutableModel):
    """An attached file as it was published with a version; its SHA-256 stands in the version's data too."""

    publication = models.ForeignKey(
        Publication, verbose_name=_("publicering"), on_delete=models.PROTECT, related_name="attachments"
    )
    name = models.CharField(_("filnamn"), max_length=100)
    content_type = models.CharField(_("innehållstyp"), max_length=100)

    class Meta(StoredFile.Meta):
        verbose_name = _("publicerad bilaga")
        verbose_name_plural = _("publicerade bilagor")
        ordering = ["publication", "name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "name"], name="publication_attachment_once"),
        ]

    def __str__(self) -> str:
        return f"{self.publication}: {self.name}"
