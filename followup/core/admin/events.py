"""The audit trail, to read."""

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from followup.core.admin.base import ReadOnlyAdmin
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.models import AuditEvent


def in_words(event: AuditEvent, names: str) -> str:
    """A list of field names in the words of their forms; a name that is no field stays as it is."""
    try:
        model = apps.get_model(event.object_type)
    except (LookupError, ValueError):
        return names
    words = []
    for name in names.split(", "):
        try:
            words.append(str(getattr(model._meta.get_field(name), "verbose_name", name)))
        except FieldDoesNotExist:
            words.append(name)
    return ", ".join(words)


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
        try:
            return capfirst(str(apps.get_model(event.object_type)._meta.verbose_name))
        except (LookupError, ValueError):
            return event.object_type

    @admin.display(description=_("uppgifter"))
    def said(self, event: AuditEvent) -> str:
        details = event.details.items()
        return "; ".join(f"{key}: {in_words(event, value) if key == 'fält' else value}" for key, value in details)
