"""Narrowing a list to one committee."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from followup.core.forms.filters import FilterForm
from followup.core.models import Committee


class OfCommittees(django_filters.FilterSet):
    """`committees` are those that the list is of; with one only there is nothing to choose, nor to show in a column.

    They have their municipality loaded along, unless all are of one.
    """

    committee = django_filters.ChoiceFilter(
        label=_("Nämnd"), field_name="committee_id", choices=(), empty_label=_("Alla nämnder")
    )

    class Meta:
        form = FilterForm
        fields: list[str] = []

    def __init__(self, *args: Any, committees: Iterable[Committee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        among = list(committees)
        self.left_out: tuple[str, ...] = () if len(among) > 1 else ("committee",)
        if self.left_out:
            del self.filters["committee"]
            return
        is_of_one = len({each.municipality_id for each in among}) == 1
        choices = [(str(each.pk), each.name if is_of_one else str(each)) for each in among]
        self.filters["committee"].extra["choices"] = choices
