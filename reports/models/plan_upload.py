"""A plan workbook that a person has sent in and not yet said yes to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.models import User
from followup.core.models.stored_file import StoredFile


class PlanUpload(StoredFile):
    """The file between its preview and the answer to it. Kept where every process finds it."""

    user = models.ForeignKey(User, verbose_name=_("användare"), on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("filnamn"), max_length=200)
    made_at = models.DateTimeField(_("inskickad"), auto_now_add=True)

    class Meta(StoredFile.Meta):
        verbose_name = _("inskickad planbok")
        verbose_name_plural = _("inskickade planböcker")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name
