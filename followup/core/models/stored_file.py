"""Rows that name a file in the storage by its SHA-256, and the marks of files that no row names."""

from typing import ClassVar

from django.core.files import File
from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.files.reading import open_file, read_file


class StoredFile(models.Model):
    """Base of models with a file: its length and SHA-256 (64 lower-case hexadecimal digits), as `keep` gave them.

    The bytes are not in the database. What is never changed about such a row is the sum, and the sum holds the bytes.
    The sweeper asks which sums of hundreds have a row, and a reader whether there is a row for the file that he has, so
    the sum is indexed: a `Meta` of one's own is made from this one.
    """

    size = models.PositiveBigIntegerField(_("storlek"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        abstract = True
        indexes: ClassVar = [models.Index(fields=["sha256"], name="%(class)s_sha256")]

    def read(self) -> bytes:
        """The bytes, from the storage, held against the sum. Raises FileUnavailable."""
        return read_file(self.sha256)

    def open(self) -> File[bytes]:
        """As `read`, for what is too large to be held in memory. Raises FileUnavailable."""
        return open_file(self.sha256)


class UnreferencedFile(models.Model):
    """A file that a sweep found no row for, and when it first did. See `followup.core.files.sweeping`."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, primary_key=True)
    found_at = models.DateTimeField(_("funnen"))

    class Meta:
        verbose_name = _("fil som ingen rad nämner")
        verbose_name_plural = _("filer som ingen rad nämner")
        ordering = ["found_at", "sha256"]

    def __str__(self) -> str:
        return self.sha256
