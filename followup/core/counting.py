"""Counting the rows that belong to a row."""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def count_of(rows: QuerySet[Any], key: str) -> Coalesce:
    """How many of `rows` point with `key` at the row. A subquery, so that several counts do not multiply."""
    below = rows.filter(**{key: OuterRef("pk")}).order_by().values(key)
    counted = below.annotate(counted=Count("pk")).values("counted")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())
