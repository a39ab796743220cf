"""Who has an answer, or a part of a report, open just now."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.models import Unit, User
from reports.choices import ReportPart, SubjectKind
from reports.models.report import Report
from reports.models.round import Round
from reports.querysets import PresenceQuerySet


class Presence(models.Model):
    """A person at one answer of a unit in a round; `subject_id` is the key of what `kind` says. Kept a day at most."""

    user = models.ForeignKey(User, verbose_name=_("användare"), on_delete=models.CASCADE, related_name="+")
    round = models.ForeignKey(Round, verbose_name=_("uppföljning"), on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, verbose_name=_("enhet"), on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("slag"), max_length=20, choices=SubjectKind)
    subject_id = models.PositiveBigIntegerField(_("avser"))
    seen_at = models.DateTimeField(_("sedd"))

    objects: ClassVar[Any] = PresenceQuerySet.as_manager()

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


class ReportPresence(models.Model):
    """A person at one part of a report; `part_id` is the key of what `part` says. Kept a day at most."""

    user = models.ForeignKey(User, verbose_name=_("användare"), on_delete=models.CASCADE, related_name="+")
    report = models.ForeignKey(Report, verbose_name=_("rapport"), on_delete=models.CASCADE, related_name="+")
    part = models.CharField(_("del"), max_length=20, choices=ReportPart)
    part_id = models.PositiveBigIntegerField(_("avser"))
    seen_at = models.DateTimeField(_("sedd"))

    objects: ClassVar[Any] = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("närvaro i rapport")
        verbose_name_plural = _("närvaro i rapporter")
        ordering = ["-seen_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "user"], name="report_presence_in_one_place"),
            models.CheckConstraint(condition=models.Q(part__in=ReportPart.values), name="report_presence_part_known"),
        ]
        indexes: ClassVar = [models.Index(fields=["seen_at"], name="report_presence_by_age")]

    def __str__(self) -> str:
        return f"{self.user} – {self.report}"
