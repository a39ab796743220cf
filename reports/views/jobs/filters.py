"""Which work the table shows."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from followup.core.choices import capitalised
from followup.core.forms.filters import FilterForm
from followup.core.models import Committee
from reports.choices import JobKind, JobState
from reports.models import Job


class JobFilter(django_filters.FilterSet):
    """`committees` are those of the person, asked for only when several."""

    committee = django_filters.ModelChoiceFilter(label=_("Nämnd"), queryset=None, empty_label=_("Alla nämnder"))
    state = django_filters.ChoiceFilter(label=_("Läge"), choices=capitalised(JobState), empty_label=_("Alla lägen"))
    kind = django_filters.ChoiceFilter(label=_("Slag"), choices=capitalised(JobKind), empty_label=_("Alla slag"))

    class Meta:
        model = Job
        form = FilterForm
        fields: list[str] = []

    def __init__(self, *args: Any, queryset: QuerySet[Job], committees: QuerySet[Committee], **kwargs: Any) -> None:
        super().__init__(*args, queryset=queryset, **kwargs)
        self.filters["committee"].queryset = committees.select_related("municipality")
        self.is_of_several = len(self.filters["committee"].queryset) > 1
        if not self.is_of_several:
            del self.filters["committee"]
