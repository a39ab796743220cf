"""Committees and units."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from followup.core.admin.base import RecordAdmin
from followup.core.admin.counts import count_column
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.counting import count_of
from followup.core.models import Committee, Membership, Unit


@admin.register(Committee)
class CommitteeAdmin(RecordAdmin):
    """A new committee and a committee's end are a superuser's; the rest its administrator's."""

    group = AdminGroup.ORGANISATION
    explains = _("En nämnd äger sina enheter, planer, uppföljningar och rapporter.")
    opens = _("Öppna nämndens sida")
    scope = "pk"
    fixed = ("municipality",)
    related = ("municipality",)
    list_display = (
        "name",
        "municipality",
        "slug",
        count_column("unit_count", Unit, "committee"),
        count_column("membership_count", Membership, "committee"),
    )
    list_filter = (("municipality", ScopedFilter),)
    search_fields = ("name", "short_name", "slug", "municipality__name")
    prepopulated_fields = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        queryset = super().get_queryset(request)
        return queryset.annotate(
            unit_count=count_of(Unit.objects.all(), "committee"),
            membership_count=count_of(Membership.objects.all(), "committee"),
        )

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """Of a new committee alone: a published address stays when the name changes."""
        return {} if obj is not None else dict(self.prepopulated_fields)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser

    def view_on_site(self, obj: Committee) -> str:
        return reverse("reading:committee", args=[obj.slug])


@admin.register(Unit)
class UnitAdmin(RecordAdmin):
    group = AdminGroup.ORGANISATION
    explains = _("De som svarar i uppföljningen, till exempel avdelningar. Koden är det korta namnet i tabeller.")
    fixed = ("committee",)
    related = ("committee__municipality", "parent")
    list_display = (
        "code",
        "name",
        "committee",
        "parent",
        "position",
        count_column("membership_count", Membership, "unit"),
    )
    list_display_links = ("code", "name")
    list_filter = (("committee", ScopedFilter),)
    search_fields = ("code", "name", "committee__name")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).annotate(membership_count=count_of(Membership.objects.all(), "unit"))

    def label_in_choices(self, row: Unit) -> str:
        return f"{row} ({row.committee})"
