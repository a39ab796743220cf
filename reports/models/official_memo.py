"""The memo that carries a report to the committee, with the decision that it is asked to make."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from reports.models.report import Report


class OfficialMemo(models.Model):
    """One for a report at most. The long texts are sanitised HTML; it goes with the agenda and is never sealed.

    `version` grows by one at every change, so that two people who write it are found out.
    """

    report = models.OneToOneField(
        Report, verbose_name=_("rapport"), on_delete=models.CASCADE, related_name="official_memo"
    )
    heading = models.CharField(_("rubrik"), max_length=1100)
    recipient = models.CharField(_("mottagare"), max_length=300)
    dated = models.DateField(_("daterad"), null=True, blank=True)
    registry_number = models.CharField(_("diarienummer"), max_length=200, blank=True)
    case_officer = models.CharField(_("handläggare"), max_length=300, blank=True)
    proposed_decision = models.TextField(_("förslag till beslut"))
    summary = models.TextField(_("sammanfattning"), blank=True)
    background = models.TextField(_("ärendet"), blank=True)
    assessment = models.TextField(_("bedömning"), blank=True)
    financial_consequences = models.TextField(_("ekonomiska konsekvenser"), blank=True)
    version = models.PositiveIntegerField(_("ändringsnummer"), default=1, editable=False)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("tjänsteskrivelse")
        verbose_name_plural = _("tjänsteskrivelser")
        ordering = ["report"]

    def __str__(self) -> str:
        return self.heading
