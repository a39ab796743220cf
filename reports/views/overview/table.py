"""The list of rounds: its columns, and what it can be narrowed to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import days_left, format_date
from reports.models import Round
from reports.views.listing.table import NUMBER, ROW_HEADER, ListTable
from reports.views.listing.values import CellValue
from reports.views.overview.tally import Tally, tallies


class RoundTable(ListTable):
    """Rounds with how far they have come, once `read_along` has counted. Every order is total."""

    caption = gettext_lazy("Uppföljningar")
    always = ("title",)
    at_first = ("committee", "kind", "answered", "done", "approved", "deadline", "state")

    title = tables.Column(
        verbose_name=gettext_lazy("Uppföljning"),
        linkify=("reports:round", {"round_id": tables.A("pk")}),
        order_by=("title", "as_of", "pk"),
        attrs=ROW_HEADER,
    )
    committee = tables.Column(
        verbose_name=gettext_lazy("Nämnd"),
        order_by=("committee__name", "committee__municipality__name", "as_of", "pk"),
    )
    kind = tables.Column(verbose_name=gettext_lazy("Typ"), order_by=("kind", "as_of", "pk"))
    answered = tables.Column(verbose_name=gettext_lazy("Gjorda"), empty_values=(), orderable=False, attrs=NUMBER)
    done = tables.Column(verbose_name=gettext_lazy("Klara"), empty_values=(), orderable=False, attrs=NUMBER)
    approved = tables.Column(verbose_name=gettext_lazy("Godkända"), empty_values=(), orderable=False, attrs=NUMBER)
    as_of = tables.Column(verbose_name=gettext_lazy("Avser"), order_by=("as_of", "pk"))
    opens_on = tables.Column(verbose_name=gettext_lazy("Öppnar"), order_by=("opens_on", "as_of", "pk"))
    deadline = tables.Column(verbose_name=gettext_lazy("Sista dag"), order_by=("deadline", "as_of", "pk"))
    state = tables.Column(verbose_name=gettext_lazy("Läge"), order_by=("state", "as_of", "pk"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.tallies: dict[int, Tally] = {}

    def read_along(self, records: Sequence[Round]) -> None:
        """Counts their answers."""
        self.tallies = tallies(records)

    def render_committee(self, record: Round) -> str:
        return str(record.committee)

    def render_kind(self, record: Round) -> str:
        return record.get_kind_display().capitalize()

    def render_as_of(self, value: date) -> str:
        return format_date(value)

    render_opens_on = render_as_of

    def value_as_of(self, value: date) -> CellValue:
        return value

    value_opens_on = value_deadline = value_as_of

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
