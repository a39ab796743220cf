"""The questions that pages ask of plans and goals."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from followup.core.access import AnyUser, Capability, committees_where
from followup.core.statements import Given, GivenDay
from goals.choices import AssessedBy

if TYPE_CHECKING:
    from followup.core.models import Unit


class PlanQuerySet(models.QuerySet[Any]):
    def newest_first(self) -> "PlanQuerySet":
        return self.order_by("-year_from", "-year_through", "title", "pk")

    def edited_by(self, user: AnyUser) -> "PlanQuerySet":
        """The plans that the user sets up."""
        return self.filter(committee__in=committees_where(user, Capability.EDIT_PLAN))


class GoalQuerySet(models.QuerySet[Any]):
    def in_plan_order(self) -> "GoalQuerySet":
        """Depth first as the plan has them; total."""
        return self.order_by("position", "pk")

    def standing_on(self, day: date | GivenDay) -> "GoalQuerySet":
        """The goals that were not closed on the day or before, and of those for one year only the day's year's."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day), Q(year__isnull=True) | Q(year=day.year))

    def overarching(self, *, or_among: Collection[int] = ()) -> "GoalQuerySet":
        """The goals with a level below them in the plan, which others may contribute to; and those named."""
        above_some = Q(plan__levels__position__gt=models.F("level__position"))
        return self.filter(above_some | Q(pk__in=or_among)).distinct()

    def answered_by(self, unit: "Unit | Given") -> "GoalQuerySet":
        """The goals on levels that units judge which concern the unit: naming it, or naming no unit."""
        return (
            self.filter(level__assessed_by__in=[AssessedBy.UNITS, AssessedBy.BOTH])
            .filter(Q(goal_units__unit=unit) | Q(goal_units__isnull=True))
            .distinct()
        )
