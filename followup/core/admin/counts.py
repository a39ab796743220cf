"""Columns that count the rows below a row, each a link to the list of just those."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString


def count_of(rows: QuerySet[Any], key: str) -> Coalesce:
    """How many of `rows` point with `key` at the row. A subquery, so that several counts do not multiply."""
    below = rows.filter(**{key: OuterRef("pk")}).order_by().values(key)
    counted = below.annotate(counted=Count("pk")).values("counted")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())


def count_column(annotation: str, model: type[Model], key: str) -> Callable[[Any], SafeString]:
    """A column of the annotation made with `count_of`."""

    @admin.display(description=model._meta.verbose_name_plural, ordering=annotation)
    def column(row: Any) -> SafeString:
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        return format_html('<a href="{}?{}__id__exact={}">{}</a>', address, key, row.pk, getattr(row, annotation))

    column.__name__ = annotation
    return column
