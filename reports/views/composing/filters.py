"""Which reports the list shows."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from reports.choices import Audience
from reports.models import Report
from reports.views.listing.committees import OfCommittees

DRAFT = "draft"
WITHDRAWN = "withdrawn"

STATES = {
    DRAFT: _("Utkast"),
    str(Audience.MEMBERS): _("Publicerad för ledamöter"),
    str(Audience.PUBLIC): _("Publicerad för alla"),
    WITHDRAWN: _("Avpublicerad"),
}


class ReportFilter(OfCommittees):
    """`queryset` has the annotation `state`; `committees` are those of the person."""

    state = django_filters.ChoiceFilter(label=_("Läge"), choices=list(STATES.items()), empty_label=_("Alla lägen"))
    year = django_filters.ChoiceFilter(label=_("År"), field_name="as_of__year", empty_label=_("Alla år"))

    class Meta(OfCommittees.Meta):
        model = Report

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dated = self.queryset.order_by().filter(as_of__isnull=False)
        years = dated.values_list("as_of__year", flat=True).distinct()
        self.filters["year"].extra["choices"] = [(year, str(year)) for year in sorted(years, reverse=True)]
