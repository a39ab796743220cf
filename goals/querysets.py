"""The questions that pages ask of plans and goals."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from goals.choices import AssessedBy

if TYPE_CHECKING:
    from followup.core.models import Unit


class PlanQuerySet(models.QuerySet[Any]):
    def newest_first(self) -> "PlanQuerySet":
        return self.order_by("-year_from", "-year_through", "title", "pk")


class GoalQuerySet(models.QuerySet[Any]):
    def in_plan_order(self) -> "GoalQuerySet":
        """Depth first as the plan has them; total."""
        return self.order_by("position", "pk")

    def answered_by(self, unit: "Unit") -> "GoalQuerySet":
        """The goals on levels that units judge which concern the unit: naming it, or naming no unit."""
        return (
            self.filter(level__assessed_by__in=[AssessedBy.UNITS, AssessedBy.BOTH])
            .filter(Q(goal_units__unit=unit) | Q(goal_units__isnull=True))
            .distinct()
        )
