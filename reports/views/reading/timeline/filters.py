"""Which goals, indicators and reports a list shows."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from goals.choices import GoalStatus
from reports.models import Publication, PublishedItem
from reports.models.published_item import IN_WORDS, MIXED
from reports.views.listing.committees import OfCommittees

UNJUDGED = "ingen"
_VERDICTS = [*GoalStatus.choices, (MIXED, _("Enheterna bedömer olika")), (IN_WORDS, _("Bedömt i ord"))]


class _ItemFilter(OfCommittees):
    words = django_filters.CharFilter(label=_("Innehåller"), method="saying")
    area = django_filters.ChoiceFilter(label=_("Område"), empty_label=_("Alla områden"), choices=())

    class Meta(OfCommittees.Meta):
        model = PublishedItem

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = list(self.queryset.exclude(area="").order_by("area").values_list("area", flat=True).distinct())
        if len(areas) > 1:
            self.filters["area"].extra["choices"] = [(area, area) for area in areas]
        else:
            del self.filters["area"]

    def saying(self, items: QuerySet[PublishedItem], _name: str, words: str) -> QuerySet[PublishedItem]:
        return items.filter(Q(name__icontains=words) | Q(number__icontains=words) | Q(label__icontains=words))


class GoalFilter(_ItemFilter):
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        empty_label=_("Alla"),
        choices=[*_VERDICTS, (UNJUDGED, _("Ingen bedömning"))],
        method="judged",
    )

    def judged(self, items: QuerySet[PublishedItem], _name: str, verdict: str) -> QuerySet[PublishedItem]:
        return items.filter(verdict="" if verdict == UNJUDGED else verdict)


class IndicatorFilter(_ItemFilter):
    figures = django_filters.ChoiceFilter(
        label=_("Utfall"),
        empty_label=_("Med och utan"),
        choices=[("med", _("Med utfall")), ("utan", _("Utan utfall"))],
        method="measured",
    )

    def measured(self, items: QuerySet[Any], _name: str, wanted: str) -> QuerySet[Any]:
        """By what `listed_indicators` has read along."""
        return items.filter(last_words__isnull=wanted == "utan")


class ReportFilter(OfCommittees):
    words = django_filters.CharFilter(label=_("Innehåller"), method="saying")
    since = django_filters.NumberFilter(
        label=_("Från och med år"), field_name="as_of", lookup_expr="year__gte", min_value=1, max_value=9999
    )
    through = django_filters.NumberFilter(
        label=_("Till och med år"), field_name="as_of", lookup_expr="year__lte", min_value=1, max_value=9999
    )

    class Meta(OfCommittees.Meta):
        model = Publication

    def saying(self, reports: QuerySet[Publication], _name: str, words: str) -> QuerySet[Publication]:
        return reports.filter(
            Q(title__icontains=words) | Q(subtitle__icontains=words) | Q(registry_number__icontains=words)
        )
