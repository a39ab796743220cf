"""Which events the audit trail shows."""

from datetime import date, datetime, time, timedelta

import django_filters
from django.db.models import Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from followup.core.choices import AuditAction, capitalised
from followup.core.dates import SWEDISH_TIME
from followup.core.forms.day import DayField
from followup.core.models import AuditEvent
from reports.views.listing.committees import OfCommittees

_SEARCHED = ("skäl", "enhet", "ändring", "fil", "kopia av")
"""Keys of an event's details. The whole of them as text is written otherwise by each database."""


class DayFilter(django_filters.Filter):
    field_class = DayField


class EventFilter(OfCommittees):
    """`committees` are those whose audit trail the person reads."""

    action = django_filters.ChoiceFilter(label=_("Vad"), choices=capitalised(AuditAction), empty_label=_("Allt"))
    person = django_filters.CharFilter(label=_("Vem"), field_name="actor_name", lookup_expr="icontains")
    since = DayFilter(label=_("Från och med"), method="from_day")
    through = DayFilter(label=_("Till och med"), method="through_day")
    words = django_filters.CharFilter(label=_("Innehåller"), method="saying")

    class Meta(OfCommittees.Meta):
        model = AuditEvent

    def from_day(self, events: QuerySet[AuditEvent], _name: str, day: date) -> QuerySet[AuditEvent]:
        return events.filter(at__gte=_midnight(day))

    def through_day(self, events: QuerySet[AuditEvent], _name: str, day: date) -> QuerySet[AuditEvent]:
        if day == date.max:
            return events
        return events.filter(at__lt=_midnight(day + timedelta(days=1)))

    def saying(self, events: QuerySet[AuditEvent], _name: str, words: str) -> QuerySet[AuditEvent]:
        """In what the event is about, or in those of its details that people wrote or know."""
        told = {f"told_{place}": Cast(KT(f"details__{key}"), TextField()) for place, key in enumerate(_SEARCHED)}
        found = Q(object_label__icontains=words)
        for name in told:
            found |= Q(**{f"{name}__icontains": words})
        return events.annotate(**told).filter(found)


def _midnight(day: date) -> datetime:
    """When the day begins by Swedish clocks."""
    return datetime.combine(day, time.min, tzinfo=SWEDISH_TIME)
