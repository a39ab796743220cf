"""The list of rounds: its columns, and what it can be narrowed to."""

from datetime import date
from typing import Any

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.access import Capability, committees_where
from followup.core.choices import capitalised
from followup.core.dates import days_left, format_date
from followup.core.forms.filters import FilterForm
from followup.core.models import Committee
from followup.core.tables import PagedTable
from reports.choices import RoundKind, RoundState
from reports.models import Round
from reports.views.overview.tally import Tally, tallies

_COUNT = {"cell": {"class": "number"}}


class RoundTable(PagedTable):
    """Rounds with how far they have come, once `show_page` has been called. Every order is total."""

    caption = gettext_lazy("Uppföljningar")

    title = tables.Column(
        verbose_name=gettext_lazy("Uppföljning"),
        linkify=("reports:round", {"round_id": tables.A("pk")}),
        order_by=("title", "as_of", "pk"),
        attrs={"td": {"scope": "row"}},
    )
    committee = tables.Column(
        verbose_name=gettext_lazy("Nämnd"),
        order_by=("committee__name", "committee__municipality__name", "as_of", "pk"),
    )
    kind = tables.Column(verbose_name=gettext_lazy("Typ"), order_by=("kind", "as_of", "pk"))
    answered = tables.Column(verbose_name=gettext_lazy("Gjorda"), empty_values=(), orderable=False, attrs=_COUNT)
    done = tables.Column(verbose_name=gettext_lazy("Klara"), empty_values=(), orderable=False, attrs=_COUNT)
    approved = tables.Column(verbose_name=gettext_lazy("Godkända"), empty_values=(), orderable=False, attrs=_COUNT)
    deadline = tables.Column(verbose_name=gettext_lazy("Sista dag"), order_by=("deadline", "as_of", "pk"))
    state = tables.Column(verbose_name=gettext_lazy("Läge"), order_by=("state", "as_of", "pk"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.tallies: dict[int, Tally] = {}

    def show_page(self, number: str | None, per_page: int) -> None:
        """As every table, and counts the answers of the page's rounds."""
        super().show_page(number, per_page)
        self.tallies = tallies([row.record for row in self.paginated_rows])

    def render_committee(self, record: Round) -> str:
        return str(record.committee)

    def render_kind(self, record: Round) -> str:
        return record.get_kind_display().capitalize()

    def render_answered(self, record: Round) -> str:
        tally = self.tallies[record.pk]
        return _("%(count)d av %(all)d") % {"count": tally.answered, "all": tally.asked}

    def render_done(self, record: Round) -> int:
        return self.tallies[record.pk].done

    def render_approved(self, record: Round) -> int:
        return self.tallies[record.pk].approved

    def render_deadline(self, record: Round, value: date) -> str | SafeString:
        day = format_date(value)
        if not record.is_open:
            return day
        if record.is_late(self.today):
            return format_html('{} <span class="badge badge--warning">{}</span>', day, _("har passerat"))
        return format_html('{} <span class="badge">{}</span>', day, days_left(value, self.today))

    def render_state(self, record: Round) -> SafeString:
        kind = "badge badge--accent" if record.is_open else "badge"
        return format_html('<span class="{}">{}</span>', kind, record.get_state_display().capitalize())


class RoundFilter(django_filters.FilterSet):
    """Narrows the list to a committee among the user's own, a state, a kind."""

    committee = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Nämnd"),
        empty_label=gettext_lazy("Alla nämnder"),
        queryset=lambda request: committees_followed(request.user),
    )
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Läge"), empty_label=gettext_lazy("Alla lägen"), choices=capitalised(RoundState)
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Typ"), empty_label=gettext_lazy("Alla typer"), choices=capitalised(RoundKind)
    )

    class Meta:
        model = Round
        form = FilterForm
        fields = ("committee", "state", "kind")


def committees_followed(user: Any) -> QuerySet[Committee]:
    committees = committees_where(user, Capability.FOLLOW_ROUND, in_any_unit=True)
    return committees.select_related("municipality")
