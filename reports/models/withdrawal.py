"""That a published version was taken back from its readers."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from followup.core.models import User
from followup.core.models.immutable import ImmutableModel
from reports.models.publication import Publication


class Withdrawal(ImmutableModel):
    """The moment from which a version is no longer handed out, and why.

    Its rows and bytes stay, and it stays withdrawn: the way on is a new version.
    """

    publication = models.OneToOneField(
        Publication, verbose_name=_("publicering"), on_delete=models.PROTECT, related_name="withdrawal"
    )
    reason = models.TextField(_("skäl"))
    withdrawn_at = models.DateTimeField(_("avpublicerad"))
    withdrawn_by = models.ForeignKey(
        User, verbose_name=_("avpublicerad av"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_by_name = models.CharField(_("avpublicerad av"), max_length=200)

    class Meta:
        verbose_name = _("avpublicering")
        verbose_name_plural = _("avpubliceringar")
        ordering = ["-withdrawn_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="withdrawal_reason",
                violation_error_message=_("Skriv varför versionen avpubliceras."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.publication)
