"""What is kept of the checks' findings: those that somebody has let pass, and those that have been seen."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.models import User
from reports.models.report import Report


class FindingWaiver(models.Model):
    """A finding that a person has let pass, with the reason.

    `fingerprint` is that of rule, place and sentence together: when the numbers change it is another finding, and
    nobody has let that one pass.
    """

    report = models.ForeignKey(Report, verbose_name=_("rapport"), on_delete=models.CASCADE, related_name="waivers")
    rule = models.CharField(_("regel"), max_length=80)
    where = models.CharField(_("var"), max_length=1000)
    message = models.TextField(_("brist"))
    fingerprint = models.CharField(max_length=64, editable=False)
    reason = models.TextField(_("skäl"))
    waived_at = models.DateTimeField(_("godtagen"), auto_now_add=True)
    waived_by = models.ForeignKey(
        User, verbose_name=_("godtagen av"), on_delete=models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        verbose_name = _("godtagen brist")
        verbose_name_plural = _("godtagna brister")
        ordering = ["report", "rule", "where", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "fingerprint"], name="finding_waiver_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="finding_waiver_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.where}"


class SeenFinding(models.Model):
    """A finding that a check has told of; `mended_at` is when a later one no longer found it, empty while it stands."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="seen_findings")
    rule = models.CharField(max_length=80)
    where = models.CharField(max_length=1000)
    message = models.TextField()
    fingerprint = models.CharField(max_length=64)
    seen_at = models.DateTimeField()
    mended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["report", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "fingerprint"], name="seen_finding_once"),
        ]

    def __str__(self) -> str:
        return self.message
