"""The table of a plan's rounds."""

from datetime import date
from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_date
from goals.models import Plan
from reports.models import Round
from reports.views.listing.table import ROW_HEADER, ListTable
from reports.views.listing.values import CellValue


class PlanRoundTable(ListTable):
    """Rows are rounds of one plan. Every order is total."""

    caption = gettext_lazy("Planens uppföljningar")
    always = ("title", "follow")
    at_first = ("kind", "as_of", "opens_on", "deadline", "state")

    title = tables.Column(verbose_name=gettext_lazy("Uppföljning"), order_by=("title", "as_of", "pk"), attrs=ROW_HEADER)
    kind = tables.Column(verbose_name=gettext_lazy("Typ"), order_by=("kind", "as_of", "pk"))
    as_of = tables.Column(verbose_name=gettext_lazy("Avser"), order_by=("as_of", "pk"))
    opens_on = tables.Column(verbose_name=gettext_lazy("Öppnar"), order_by=("opens_on", "as_of", "pk"))
    deadline = tables.Column(verbose_name=gettext_lazy("Sista dag"), order_by=("deadline", "as_of", "pk"))
    state = tables.Column(verbose_name=gettext_lazy("Läge"), order_by=("state", "as_of", "pk"))
    follow = tables.Column(
        verbose_name=gettext_lazy("Svar"), empty_values=(), orderable=False, exclude_from_export=True
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan

    def render_title(self, record: Round, value: str) -> SafeString:
        address = reverse("reports:round_edit", args=[self.plan.committee.slug, self.plan.slug, record.pk])
        return format_html('<a href="{}">{}</a>', address, value)

    def value_title(self, value: str) -> CellValue:
        return value

    def render_kind(self, record: Round) -> str:
        return record.get_kind_display().capitalize()

    def render_as_of(self, value: date) -> str:
        return format_date(value)

    render_opens_on = render_deadline = render_as_of

    def value_as_of(self, value: date) -> CellValue:
        return value

    value_opens_on = value_deadline = value_as_of

    def render_state(self, record: Round) -> SafeString:
        kind = "badge badge--accent" if record.is_open else "badge"
        return format_html('<span class="{}">{}</span>', kind, record.get_state_display().capitalize())

    def render_follow(self, record: Round) -> SafeString:
        return format_html(
            '<a href="{}">{}<span class="visually-hidden"> {}</span></a>',
            reverse("reports:round", args=[record.pk]),
            _("Följ upp"),
            record.title,
        )
