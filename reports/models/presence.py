"""Who has an answer open just now."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.models import Unit, User
from reports.choices import SubjectKind
from reports.models.round import Round


class Presence(models.Model):
    """A person at one answer of a unit in a round; `subject_id` is the key of what `kind` says. Kept a day at most."""

    user = models.ForeignKey(User, verbose_name=_("användare"), on_delete=models.CASCADE, related_name="+")
    round = models.ForeignKey(Round, verbose_name=_("uppföljning"), on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, verbose_name=_("enhet"), on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("slag"), max_length=20, choices=SubjectKind)
    subject_id = models.PositiveBigIntegerField(_("avser"))
    seen_at = models.DateTimeField(_("sedd"))

    class Meta:
        verbose_name = _("närvaro")
        verbose_name_plural = _("närvaro")
        ordering = ["-seen_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "unit", "user"], name="presence_in_one_place"),
            models.CheckConstraint(condition=models.Q(kind__in=SubjectKind.values), name="presence_kind_known"),
        ]
        indexes: ClassVar = [models.Index(fields=["seen_at"], name="presence_by_age")]

    def __str__(self) -> str:
        return f"{self.user} – {self.unit}"
