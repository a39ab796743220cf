"""The columns of the audit trail."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from followup.core.dates import format_moment
from followup.core.event_words import details_in_words, kind_in_words
from followup.core.models import AuditEvent
from reports.views.listing.table import LONG, SHORT_ROW_HEADER, ListTable
from reports.views.listing.values import CellValue


class EventTable(ListTable):
    """Every order is total; the newest comes first."""

    caption = _("Händelser")
    always = ("at",)
    at_first = ("actor_name", "action", "kind", "object_label", "told", "committee")

    at = tables.Column(verbose_name=_("När"), attrs=SHORT_ROW_HEADER, order_by=("at", "pk"))
    actor_name = tables.Column(verbose_name=_("Vem"), order_by=("actor_name", "at", "pk"))
    action = tables.Column(verbose_name=_("Vad"), order_by=("action", "at", "pk"))
    kind = tables.Column(verbose_name=_("Slag"), empty_values=(), order_by=("object_type", "at", "pk"))
    object_label = tables.Column(verbose_name=_("Gäller"), order_by=("object_label", "at", "pk"), attrs=LONG)
    told = tables.Column(
        verbose_name=_("Uppgifter"), accessor="details", empty_values=(None, "", {}), orderable=False, attrs=LONG
    )
    committee = tables.Column(verbose_name=_("Nämnd"), order_by=("committee__name", "at", "pk"))

    def render_at(self, record: AuditEvent) -> str:
        return format_moment(record.at)

    def value_at(self, record: AuditEvent) -> CellValue:
        return record.at

    def render_action(self, record: AuditEvent) -> str:
        return record.get_action_display()

    def render_kind(self, record: AuditEvent) -> str:
        return kind_in_words(record)

    def render_told(self, record: AuditEvent) -> str:
        return details_in_words(record)

    def render_committee(self, record: AuditEvent) -> str:
        return str(record.committee) if record.committee else ""
