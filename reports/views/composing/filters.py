"""Which reports the list shows."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from followup.core.forms.filters import FilterForm
from followup.core.models import Committee
from reports.choices import Audience
from reports.models import Report

DRAFT = "draft"
WITHDRAWN = "withdrawn"

STATES = {
    DRAFT: _("Utkast"),
    str(Audience.MEMBERS): _("Publicerad för ledamöter"),
    str(Audience.PUBLIC): _("Publicerad för alla"),
    WITHDRAWN: _("Avpublicerad"),
}


class ReportFilter(django_filters.FilterSet):
    """`queryset` has the annotation `state`; `committees` are those of the person, asked for only when several."""

    committee = django_filters.ModelChoiceFilter(label=_("Nämnd"), queryset=None, empty_label=_("Alla nämnder"))
    state = django_filters.ChoiceFilter(label=_("Läge"), choices=list(STATES.items()), empty_label=_("Alla lägen"))
    year = django_filters.ChoiceFilter(label=_("År"), field_name="as_of__year", empty_label=_("Alla år"))

    class Meta:
        model = Report
        form = FilterForm
        fields: list[str] = []

    def __init__(self, *args: Any, queryset: QuerySet[Report], committees: QuerySet[Committee], **kwargs: Any) -> None:
        super().__init__(*args, queryset=queryset, **kwargs)
        years = queryset.order_by().filter(as_of__isnull=False).values_list("as_of__year", flat=True).distinct()
        self.filters["year"].extra["choices"] = [(year, str(year)) for year in sorted(years, reverse=True)]
        self.filters["committee"].queryset = committees.select_related("municipality")
        self.is_of_several = len(self.filters["committee"].queryset) > 1
        if not self.is_of_several:
            del self.filters["committee"]
