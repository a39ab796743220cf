"""Which work the table shows."""

import django_filters
from django.utils.translation import gettext_lazy as _

from followup.core.choices import capitalised
from reports.choices import JobKind, JobState
from reports.models import Job
from reports.views.listing.committees import OfCommittees


class JobFilter(OfCommittees):
    """`committees` are those of the person."""

    state = django_filters.ChoiceFilter(label=_("Läge"), choices=capitalised(JobState), empty_label=_("Alla lägen"))
    kind = django_filters.ChoiceFilter(label=_("Slag"), choices=capitalised(JobKind), empty_label=_("Alla slag"))

    class Meta(OfCommittees.Meta):
        model = Job
