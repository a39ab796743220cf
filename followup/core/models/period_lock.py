"""Periods in which nothing may be changed any more."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from followup.core.models.organisation import Committee
from followup.core.models.people import User
from followup.core.statements import Given


class PeriodLockQuerySet(models.QuerySet["PeriodLock"]):
    def locking(
        self, committee: Committee | models.OuterRef | Given, day: date | models.OuterRef | Given
    ) -> "PeriodLockQuerySet":
        """The locks in force for a committee on a day of follow-up, or for those of each row of an outer query."""
        return self.in_force(committee).filter(period_from__lte=day, period_through__gte=day)

    def in_force(self, committee: Committee | models.OuterRef | Given) -> "PeriodLockQuerySet":
        return self.filter(committee=committee, unlocked_at__isnull=True)


class PeriodLock(models.Model):
    """No outcome or assessment whose date is in `period_from`–`period_through` (inclusive) may change."""

    committee = models.ForeignKey(
        Committee, verbose_name=_("nämnd"), on_delete=models.CASCADE, related_name="period_locks"
    )
    period_from = models.DateField(_("från"))
    period_through = models.DateField(_("till och med"))
    reason = models.CharField(_("skäl"), max_length=300)
    locked_at = models.DateTimeField(_("låst"), auto_now_add=True)
    locked_by = models.ForeignKey(
        User, verbose_name=_("låst av"), on_delete=models.PROTECT, related_name="+", editable=False
    )
    unlocked_at = models.DateTimeField(_("upplåst"), null=True, blank=True, editable=False)
    unlocked_by = models.ForeignKey(
        User, verbose_name=_("upplåst av"), on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = PeriodLockQuerySet.as_manager()

    class Meta:
        verbose_name = _("periodlås")
        verbose_name_plural = _("periodlås")
        ordering = ["committee", "-period_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_through__gte=models.F("period_from")),
                name="period_lock_in_order",
                violation_error_message=_("Till och med kan inte vara före från."),
            ),
            models.CheckConstraint(
                condition=Q(unlocked_at__isnull=True, unlocked_by__isnull=True)
                | Q(unlocked_at__isnull=False, unlocked_by__isnull=False),
                name="period_lock_unlocked_paired",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period_from} – {self.period_through}"

    def covers(self, day: date) -> bool:
        return self.period_from <= day <= self.period_through
