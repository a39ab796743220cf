"""How the table of long work is laid out."""

from datetime import datetime

import django_tables2
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_moment
from reports.choices import JobState
from reports.models import Job
from reports.views.jobs.parts import Phase, heading_of, phase_of, taken
from reports.views.listing.table import NUMBER, ROW_HEADER, ListTable
from reports.views.listing.values import CellValue

_BADGES = {
    Phase.RUNNING: "badge badge--accent",
    Phase.DONE: "badge",
    Phase.FAILED: "badge badge--warning",
    Phase.UNATTENDED: "badge badge--warning",
    Phase.SILENT: "badge badge--warning",
}
_WORDS = {
    Phase.SCHEDULED: gettext_lazy("Väntar på sin tid"),
    Phase.UNATTENDED: gettext_lazy("Väntar på arbetsprocess"),
    Phase.SILENT: gettext_lazy("Har stannat"),
}


class JobTable(ListTable):
    """Rows are jobs with report, committee and municipality; every ordering ends with the key."""

    caption = gettext_lazy("Arbeten")
    always = ("kind", "again")
    at_first = ("committee", "state", "asked_by_name", "asked_at", "finished_at")

    kind = django_tables2.Column(
        verbose_name=gettext_lazy("Arbete"),
        attrs=ROW_HEADER,
        order_by=("kind", "report__title", "version", "pk"),
    )
    committee = django_tables2.Column(verbose_name=gettext_lazy("Nämnd"), order_by=("committee__name", "pk"))
    state = django_tables2.Column(verbose_name=gettext_lazy("Läge"), order_by=("state", "pk"))
    asked_by_name = django_tables2.Column(verbose_name=gettext_lazy("Beställt av"), order_by=("asked_by_name", "pk"))
    asked_at = django_tables2.Column(verbose_name=gettext_lazy("Beställt"), order_by=("asked_at", "pk"))
    due_at = django_tables2.Column(verbose_name=gettext_lazy("Publiceras"), order_by=("due_at", "pk"))
    finished_at = django_tables2.Column(
        verbose_name=gettext_lazy("Tid"), orderable=False, empty_values=(), attrs=NUMBER
    )
    again = django_tables2.Column(
        verbose_name=gettext_lazy("Gör om"),
        orderable=False,
        empty_values=(),
        accessor="pk",
        exclude_from_export=True,
    )

    def __init__(self, *args: object, now: datetime, is_attended: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._now, self._is_attended = now, is_attended

    def render_kind(self, record: Job) -> SafeString:
        link = reverse("reports:job", args=[record.report_id, record.pk])
        return format_html(
            '<a href="{}">{}</a> <span class="listing__note">{}</span>',
            link,
            heading_of(record),
            record.report.title,
        )

    def value_kind(self, record: Job) -> CellValue:
        return f"{heading_of(record)}: {record.report.title}"

    def render_committee(self, record: Job) -> str:
        return str(record.committee)

    def render_state(self, record: Job) -> SafeString:
        phase = phase_of(record, now=self._now, is_attended=self._is_attended)
        words = _WORDS.get(phase) or capfirst(JobState(record.state).label)
        return format_html('<span class="{}">{}</span>', _BADGES.get(phase, "badge"), words)

    def render_asked_at(self, record: Job, value: datetime) -> SafeString:
        """With the planned time where that has no column of its own just now."""
        moment = record.due_at if "due_at" in self.exclude else None
        due = _("Publiceras %(moment)s") % {"moment": format_moment(moment)} if moment else ""
        return format_html('{}<span class="listing__note">{}</span>', format_moment(value), due)

    def value_asked_at(self, value: datetime) -> CellValue:
        return value

    def render_due_at(self, value: datetime) -> str:
        return format_moment(value)

    def value_due_at(self, value: datetime) -> CellValue:
        return value

    def render_finished_at(self, record: Job) -> str:
        return taken(record) or "–"

    def render_again(self, record: Job) -> SafeString:
        if record.state != JobState.FAILED:
            return format_html("{}", "")
        return format_html(
            '<form method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
            '<button class="button button--secondary button--small" type="submit">{}'
            '<span class="visually-hidden">: {}</span></button></form>',
            reverse("reports:job_again", args=[record.report_id, record.pk]),
            get_token(self.request),
            _("Försök igen"),
            record,
        )
