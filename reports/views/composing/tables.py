"""How the list of reports is laid out."""

from datetime import date, datetime
from typing import Any

import django_tables2
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_date, format_moment
from reports.choices import Audience
from reports.models import CommitteeDecision, Report
from reports.views.composing.filters import DRAFT, STATES, WITHDRAWN
from reports.views.listing.table import NUMBER, ROW_HEADER, ListTable
from reports.views.listing.values import CellValue

_BADGES = {
    DRAFT: "badge badge--warning",
    str(Audience.MEMBERS): "badge",
    str(Audience.PUBLIC): "badge badge--accent",
    WITHDRAWN: "badge badge--warning",
}


class ReportTable(ListTable):
    """Rows are reports with what `with_publication` adds; every ordering ends with the key."""

    caption = gettext_lazy("Rapporter")
    always = ("title",)
    at_first = ("committee", "as_of", "state", "newest_at", "decided_on")

    title = django_tables2.Column(verbose_name=gettext_lazy("Rapport"), attrs=ROW_HEADER, order_by=("title", "pk"))
    committee = django_tables2.Column(verbose_name=gettext_lazy("Nämnd"), order_by=("committee__name", "pk"))
    as_of = django_tables2.Column(verbose_name=gettext_lazy("Avser"), order_by=("as_of", "pk"))
    registry_number = django_tables2.Column(
        verbose_name=gettext_lazy("Diarienummer"), order_by=("registry_number", "pk")
    )
    state = django_tables2.Column(verbose_name=gettext_lazy("Läge"), order_by=("state", "pk"))
    newest_version = django_tables2.Column(
        verbose_name=gettext_lazy("Version"), attrs=NUMBER, order_by=("newest_version", "pk")
    )
    newest_at = django_tables2.Column(verbose_name=gettext_lazy("Publicerad"), order_by=("newest_at", "pk"))
    decided_on = django_tables2.Column(verbose_name=gettext_lazy("Nämndens beslut"), order_by=("decided_on", "pk"))

    def render_title(self, record: Report, value: str) -> SafeString:
        return format_html('<a href="{}">{}</a>', reverse("reports:composer", args=[record.pk]), value)

    def value_title(self, value: str) -> CellValue:
        return value

    def render_committee(self, record: Report) -> str:
        return str(record.committee)

    def render_as_of(self, value: date) -> str:
        return format_date(value)

    def value_as_of(self, value: date) -> CellValue:
        return value

    def render_state(self, value: str) -> SafeString:
        return format_html('<span class="{}">{}</span>', _BADGES[value], STATES[value])

    def render_newest_at(self, record: Report, value: datetime) -> str:
        version = record.newest_version  # type: ignore[attr-defined]
        return _("Version %(version)s, %(moment)s") % {"version": version, "moment": format_moment(value)}

    def value_newest_at(self, value: datetime) -> CellValue:
        return value

    def render_decided_on(self, record: Any, value: date) -> str:
        """With the version, where a newer one has been published since."""
        decision = CommitteeDecision(
            outcome=record.decision_outcome, decided_on=value, paragraph=record.decision_paragraph
        )
        if record.decided_version == record.newest_version:
            return decision.words
        return _("Version %(version)s: %(decision)s") % {
            "version": record.decided_version,
            "decision": decision.words,
        }
