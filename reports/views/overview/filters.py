"""Which rounds a list shows."""

import django_filters
from django.utils.translation import gettext_lazy as _

from followup.core.choices import capitalised
from reports.choices import RoundKind, RoundState
from reports.models import Round
from reports.views.listing.committees import OfCommittees


class RoundFilter(OfCommittees):
    """`committees` are those whose rounds the person follows, or the one whose plan it is."""

    state = django_filters.ChoiceFilter(label=_("Läge"), empty_label=_("Alla lägen"), choices=capitalised(RoundState))
    kind = django_filters.ChoiceFilter(label=_("Typ"), empty_label=_("Alla typer"), choices=capitalised(RoundKind))

    class Meta(OfCommittees.Meta):
        model = Round
