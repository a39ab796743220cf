"""Columns that count the rows below a row, each a link to the list of just those."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString


def count_column(annotation: str, model: type[Model], key: str) -> Callable[[Any], SafeString]:
    """A column of the annotation made with `counting.count_of`."""

    @admin.display(description=model._meta.verbose_name_plural, ordering=annotation)
    def column(row: Any) -> SafeString:
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        return format_html('<a href="{}?{}__id__exact={}">{}</a>', address, key, row.pk, getattr(row, annotation))

    column.__name__ = annotation
    return column
