"""The audit trail, to read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from followup.core.admin.base import ReadOnlyAdmin
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.event_words import details_in_words, kind_in_words
from followup.core.models import AuditEvent


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    group = AdminGroup.EVENTS
    explains = _("Allt som har öppnats, stängts, lämnats in, återsänts, godkänts, publicerats och ändrats.")
    related = ("committee__municipality",)
    list_display = ("at", "actor_name", "action", "kind", "object_label", "said", "committee")
    list_display_links = ("at", "object_label")
    list_filter = ("action", ("committee", ScopedFilter))
    search_fields = ("actor_name", "object_label")
    date_hierarchy = "at"
    fields = ("at", "actor_name", "action", "kind", "object_label", "said", "committee")

    @admin.display(description=_("slag"), ordering="object_type")
    def kind(self, event: AuditEvent) -> str:
        return kind_in_words(event)

    @admin.display(description=_("uppgifter"))
    def said(self, event: AuditEvent) -> str:
        return details_in_words(event)
