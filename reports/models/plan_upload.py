"""A plan workbook that a person has sent in and not yet said yes to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.models import User


class PlanUpload(models.Model):
    """The file between its preview and the answer to it. Kept in the database, where every process finds it."""

    user = models.ForeignKey(User, verbose_name=_("användare"), on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("filnamn"), max_length=200)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    content = models.BinaryField()
    made_at = models.DateTimeField(_("inskickad"), auto_now_add=True)

    class Meta:
        verbose_name = _("inskickad planbok")
        verbose_name_plural = _("inskickade planböcker")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name
