"""The questions that pages ask of the organisation."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from followup.core.choices import Role
from followup.core.statements import GivenDay


class CommitteeQuerySet(models.QuerySet[Any]):
    def with_municipality(self) -> "CommitteeQuerySet":
        return self.select_related("municipality")


class UnitQuerySet(models.QuerySet[Any]):
    def in_order(self) -> "UnitQuerySet":
        """As the committee has arranged its units; total."""
        return self.order_by("committee_id", "position", "code", "pk")


class MembershipQuerySet(models.QuerySet[Any]):
    def valid_on(self, day: date | GivenDay) -> "MembershipQuerySet":
        """The roles that count on the day."""
        return self.not_ended(day).filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day))

    def not_ended(self, day: date | GivenDay) -> "MembershipQuerySet":
        """The roles that count on the day or will."""
        return self.filter(Q(valid_through__isnull=True) | Q(valid_through__gte=day))

    def between(self, first: date | None, last: date | None) -> "MembershipQuerySet":
        """The roles that count on some day from the first through the last; None is no bound."""
        found = self if last is None else self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=last))
        return found if first is None else found.not_ended(first)

    def substitutions(self) -> "MembershipQuerySet":
        """Reporting for one unit through a last day, in somebody's place; in the order of their days, total."""
        lent = self.filter(role=Role.REPORTER, unit__isnull=False, valid_through__isnull=False)
        return lent.order_by("unit__position", "unit__code", "valid_through", "pk")
