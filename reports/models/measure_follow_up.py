"""What became of the measures that a unit promised in the round before."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from reports.choices import MeasureOutcome
from reports.models.assessment import Assessment


class MeasureFollowUp(models.Model):
    """A promised measure, answered together with the assessment of the new round.

    `promise` is the text (plain) as it was when it was answered, so that the answer keeps its meaning when the old
    answer is changed or its words are.
    """

    assessment = models.ForeignKey(
        Assessment, verbose_name=_("bedömning"), on_delete=models.CASCADE, related_name="measure_follow_ups"
    )
    position = models.PositiveIntegerField(_("ordning"))
    promise = models.TextField(_("utlovad åtgärd"))
    outcome = models.CharField(_("utfall"), max_length=20, choices=MeasureOutcome)
    comment = models.TextField(_("kommentar"), blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("uppföljd åtgärd")
        verbose_name_plural = _("uppföljda åtgärder")
        ordering = ["assessment", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assessment", "position"], name="measure_follow_up_in_its_place"),
            models.CheckConstraint(
                condition=Q(outcome__in=MeasureOutcome.values), name="measure_follow_up_outcome_known"
            ),
            models.CheckConstraint(
                condition=~Q(outcome=MeasureOutcome.DROPPED) | ~Q(comment=""),
                name="measure_follow_up_reason_where_dropped",
                violation_error_message=_("Skriv varför åtgärden utgår."),
            ),
            models.CheckConstraint(condition=~Q(promise=""), name="measure_follow_up_of_something"),
        ]

    def __str__(self) -> str:
        return self.promise[:100]
