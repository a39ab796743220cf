"""What an administrator sees in the admin: the rows of the committees they administer, and who may change them."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst

from followup.core.access import CAPABILITIES, AnyUser, Capability, committees_where, memberships_of
from followup.core.commands.records import may_keep
from followup.core.forms.lines import LinesField
from followup.core.forms.number import NumberField
from followup.core.forms.rich_text import RichTextField


def administers(user: AnyUser) -> bool:
    """Whether the person administers any whole committee. No query beyond the memberships'."""
    return user.is_superuser or any(
        item.unit_id is None and Capability.ADMINISTER in CAPABILITIES[item.role] for item in memberships_of(user)
    )


class Scoped(BaseModelAdmin):
    """Rows, choices and permissions of one committee's administrator; for pages and for the rows inside them.

    `scope` is the path from the model to its committee. `rich_text` names the text fields that hold HTML,
    `with_tables` those with tables too, `related` what is always fetched along with a row. `adds_choices`: a new row to
    choose can be made on the way.
    """

    scope: ClassVar[str] = "committee"
    rich_text: ClassVar[tuple[str, ...]] = ()
    with_tables: ClassVar[tuple[str, ...]] = ()
    related: ClassVar[tuple[str, ...]] = ()
    adds_choices: ClassVar[bool] = True

    def in_scope(self, queryset: models.QuerySet[Any], user: AnyUser) -> models.QuerySet[Any]:
        if user.is_superuser:
            return queryset
        return queryset.filter(**{f"{self.scope}__in": committees_where(user, Capability.ADMINISTER)})

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        queryset = self.in_scope(super().get_queryset(request), request.user)
        return queryset.select_related(*self.related) if self.related else queryset

    def has_module_permission(self, request: HttpRequest) -> bool:
        return administers(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return administers(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, obj)

    def _may(self, request: HttpRequest, obj: Any) -> bool:
        return administers(request.user) if obj is None else may_keep(request.user, obj)

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Every reference that can be chosen: lists of goals and people are long."""
        return [field.name for field in self.opts.fields if isinstance(field, models.ForeignKey) and field.editable]

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        own: Callable[..., forms.Field] | None = None
        if db_field.name in self.rich_text:
            own = partial(RichTextField, tables=db_field.name in self.with_tables)
        elif isinstance(db_field, models.JSONField):
            own = LinesField
        elif isinstance(db_field, models.DecimalField):
            own = NumberField
        if own is None:
            return self._bare(super().formfield_for_dbfield(db_field, request, **kwargs))
        return own(label=capfirst(db_field.verbose_name), required=not db_field.blank, help_text=db_field.help_text)

    def _bare(self, field: Any) -> Any:
        """Without the buttons that change or remove the row that is chosen."""
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_delete_related = False
            field.widget.can_view_related = False
            field.widget.can_add_related &= self.adds_choices
        return field

    def formfield_for_foreignkey(self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any) -> Any:
        target = db_field.remote_field.model
        chosen_by: Any = self.admin_site.get_model_admin(target)
        kwargs["queryset"] = chosen_by.in_scope(target._default_manager.all(), request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def label_in_choices(self, row: Any) -> str:
        """The row among others to choose from, where its own name does not say which plan it belongs to."""
        return str(row)


class ScopedFilter(admin.RelatedFieldListFilter):
    """A filter that offers only what the person administers."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[Any]:
        target = model_admin.admin_site.get_model_admin(field.remote_field.model)
        rows = target.in_scope(target.model._default_manager.select_related(*target.related), request.user)
        return [(row.pk, target.label_in_choices(row)) for row in rows]
