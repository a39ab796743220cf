"""The questions that pages ask of the organisation."""

from typing import Any

from django.db import models


class CommitteeQuerySet(models.QuerySet[Any]):
    def with_municipality(self) -> "CommitteeQuerySet":
        return self.select_related("municipality")


class UnitQuerySet(models.QuerySet[Any]):
    def in_order(self) -> "UnitQuerySet":
        """As the committee has arranged its units; total."""
        return self.order_by("committee_id", "position", "code", "pk")
