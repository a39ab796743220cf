"""The questions that pages ask of the organisation."""

from django.db import models


class CommitteeQuerySet(models.QuerySet["Committee"]):  # type: ignore[name-defined]  # noqa: F821
    def with_municipality(self) -> "CommitteeQuerySet":
        return self.select_related("municipality")


class UnitQuerySet(models.QuerySet["Unit"]):  # type: ignore[name-defined]  # noqa: F821
    def in_order(self) -> "UnitQuerySet":
        """As the committee has arranged its units; total."""
        return self.order_by("committee_id", "position", "code", "pk")
