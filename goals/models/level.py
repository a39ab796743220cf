"""The plan's own names for the levels of its goal tree."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.constraints import owned_by
from goals.choices import AssessedBy
from goals.models.plan import Plan


class Level(models.Model):
    """A level, top first by `position`; `assessed_by` says who judges goals on it."""

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="levels")
    name = models.CharField(_("nivå"), max_length=200)
    plural = models.CharField(_("plural"), max_length=200, blank=True)
    position = models.PositiveIntegerField(_("ordning"))
    assessed_by = models.CharField(_("bedöms av"), max_length=20, choices=AssessedBy, default=AssessedBy.BOTH)

    class Meta:
        verbose_name = _("målnivå")
        verbose_name_plural = _("målnivåer")
        ordering = ["plan", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "name"], name="level_name_in_plan"),
            models.CheckConstraint(
                condition=models.Q(assessed_by__in=AssessedBy.values), name="level_assessed_by_known"
            ),
            owned_by("plan", "level"),
        ]

    def __str__(self) -> str:
        return self.name
