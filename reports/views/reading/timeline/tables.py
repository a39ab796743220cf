"""The lists of goals, indicators and reports: their columns."""

from typing import Any

import django_tables2 as tables
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from followup.core.choices import Sex
from followup.core.dates import format_date, format_moment
from followup.core.periods import parse_period
from goals.choices import GoalStatus
from reports.build.figures import series_label
from reports.models import Publication, PublishedItem
from reports.models.published_item import IN_WORDS, MIXED
from reports.views.listing.table import LONG, NUMBER, ROW_HEADER, ListTable
from reports.views.listing.values import CellValue
from reports.views.reading.timeline.columns import month_of, version_address
from reports.views.reading.timeline.items import address_over_time

_IN_REPORT = ("publication__as_of", "publication", "position", "pk")
_SCALE = (*GoalStatus.values, MIXED, IN_WORDS)


class _ItemTable(ListTable):
    """Rows are `PublishedItem`s with `publication` and `committee`, loaded along."""

    def render_name(self, record: PublishedItem) -> SafeString:
        address = address_over_time(record.committee.slug, record.kind, record.lineage)
        return format_html('<a href="{}">{}</a>', address, record.name)

    def value_name(self, record: PublishedItem) -> CellValue:
        return record.name

    def render_report(self, record: Any) -> SafeString:
        address = version_address(record.publication, record.committee.slug) + (
            f"#{record.anchor}" if record.anchor else ""
        )
        return format_html('<a href="{}">{}</a>', address, month_of(record.publication.as_of))

    def value_report(self, record: PublishedItem) -> CellValue:
        return record.publication.as_of

    def render_committee(self, record: PublishedItem) -> str:
        return record.committee.name


class GoalTable(_ItemTable):
    """The goals, each as the newest report has it; `statuses` are loaded along."""

    caption = _("Mål")
    always = ("name",)
    at_first = ("number", "committee", "area", "verdict", "report")

    class Meta:
        sequence = ("number", "name", "committee", "label", "area", "verdict", "units", "report")

    number = tables.Column(verbose_name=_("Nr"), order_by=("number", *_IN_REPORT))
    name = tables.Column(verbose_name=_("Mål"), attrs=ROW_HEADER, order_by=("name", *_IN_REPORT))
    committee = tables.Column(verbose_name=_("Nämnd"), order_by=("committee__name", *_IN_REPORT))
    label = tables.Column(verbose_name=_("Benämning"), order_by=("label", *_IN_REPORT))
    area = tables.Column(verbose_name=_("Område"), attrs=LONG, order_by=("area", *_IN_REPORT))
    verdict = tables.Column(verbose_name=_("Status"), empty_values=())
    units = tables.Column(verbose_name=_("Enheternas status"), empty_values=(), orderable=False, attrs=LONG)
    report = tables.Column(verbose_name=_("Rapport"), empty_values=(), order_by=_IN_REPORT)

    def order_verdict(self, queryset: QuerySet[PublishedItem], is_descending: bool) -> tuple[Any, bool]:
        """As the scale has them, the unjudged last."""
        ranks = [When(verdict=mark, then=Value(place)) for place, mark in enumerate(_SCALE)]
        rank = Case(*ranks, default=Value(len(_SCALE)), output_field=IntegerField())
        order = ("-rank" if is_descending else "rank", *_IN_REPORT)
        return queryset.annotate(rank=rank).order_by(*order), True

    def render_verdict(self, record: PublishedItem) -> str:
        if record.verdict == MIXED:
            return _t("Enheterna bedömer olika")
        status = next(iter(record.statuses.all()), None)
        context = {"mark": status.mark if status else "", "word": status.word if status else ""}
        return render_to_string("core/_status.html", context)

    def value_verdict(self, record: PublishedItem) -> CellValue:
        if record.verdict == MIXED:
            return _t("Enheterna bedömer olika")
        status = next(iter(record.statuses.all()), None)
        return status.word if status else ""

    def render_units(self, record: PublishedItem) -> str:
        return ", ".join(f"{each.by}: {each.word}" for each in record.statuses.all() if each.by)


class IndicatorTable(_ItemTable):
    """The indicators, each as the newest report has it, with `last_words`, `last_value`, `last_period`, `aim`."""

    caption = _("Indikatorer")
    always = ("name",)
    at_first = ("number", "committee", "area", "last", "period", "aim", "report")

    class Meta:
        sequence = (
            "number", "name", "committee", "area", "unit_of_measure", "last", "period", "aim", "desired_direction",
            "kolada_id", "report",
        )  # fmt: skip

    number = tables.Column(verbose_name=_("Nr"), order_by=("number", *_IN_REPORT))
    name = tables.Column(verbose_name=_("Indikator"), attrs=ROW_HEADER, order_by=("name", *_IN_REPORT))
    committee = tables.Column(verbose_name=_("Nämnd"), order_by=("committee__name", *_IN_REPORT))
    area = tables.Column(verbose_name=_("Område"), attrs=LONG, order_by=("area", *_IN_REPORT))
    unit_of_measure = tables.Column(verbose_name=_("Måttenhet"), order_by=("unit_of_measure", *_IN_REPORT))
    last = tables.Column(
        verbose_name=_("Utfall"), empty_values=(), attrs=NUMBER, order_by=("last_value", "last_words", *_IN_REPORT)
    )
    period = tables.Column(
        verbose_name=_("Period"), accessor="last_period", order_by=("last_through", "last_period", *_IN_REPORT)
    )
    aim = tables.Column(verbose_name=_("Målvärde"), attrs=NUMBER, order_by=("aim", *_IN_REPORT))
    desired_direction = tables.Column(verbose_name=_("Riktning"), order_by=("desired_direction", *_IN_REPORT))
    kolada_id = tables.Column(verbose_name=_("Kolada-id"), order_by=("kolada_id", *_IN_REPORT))
    report = tables.Column(verbose_name=_("Rapport"), empty_values=(), order_by=_IN_REPORT)

    def render_last(self, record: Any) -> str:
        whose = series_label(record.last_unit or "", record.last_submeasure or "", Sex.TOTAL)
        words = record.last_words or "–"
        return format_html('{}<span class="listing__note">{}</span>', words, whose) if whose else words

    def value_last(self, record: Any) -> CellValue:
        return record.last_words if record.last_value is None else record.last_value.normalize()

    def render_period(self, value: str) -> str:
        return parse_period(value).label()


class ReportTable(ListTable):
    """The newest version of each report, with `judged` and `achieved` goals counted."""

    caption = _("Rapporter")
    always = ("title",)
    at_first = ("committee", "as_of", "published_at", "goals")

    class Meta:
        sequence = ("title", "committee", "as_of", "year", "version", "published_at", "registry_number", "goals")

    title = tables.Column(verbose_name=_("Rapport"), attrs=ROW_HEADER, order_by=("title", "as_of", "pk"))
    committee = tables.Column(verbose_name=_("Nämnd"), order_by=("committee__name", "as_of", "pk"))
    as_of = tables.Column(verbose_name=_("Avser"), order_by=("as_of", "published_at", "pk"))
    year = tables.Column(verbose_name=_("År"), order_by=("as_of", "plan_from", "pk"))
    version = tables.Column(verbose_name=_("Version"), attrs=NUMBER, order_by=("version", "as_of", "pk"))
    published_at = tables.Column(verbose_name=_("Publicerad"), order_by=("published_at", "pk"))
    registry_number = tables.Column(verbose_name=_("Diarienummer"), order_by=("registry_number", "as_of", "pk"))
    goals = tables.Column(verbose_name=_("Uppnådda mål"), empty_values=(), order_by=("achieved", "judged", "pk"))

    def render_title(self, record: Publication) -> SafeString:
        address = version_address(record, record.committee.slug)
        words = format_html('<a href="{}">{}</a>', address, record.title)
        if record.subtitle:
            words = format_html('{}<span class="listing__note">{}</span>', words, record.subtitle)
        if not record.is_public:
            words = format_html(
                '{} <span class="badge badge--warning">{}</span>', words, _t("Bara för nämndens ledamöter")
            )
        return words

    def value_title(self, record: Publication) -> CellValue:
        return record.title

    def render_committee(self, record: Publication) -> str:
        return record.committee.name

    def render_as_of(self, value: Any) -> str:
        return format_date(value)

    def value_as_of(self, value: Any) -> CellValue:
        return value

    def render_published_at(self, value: Any) -> str:
        return format_moment(value)

    def render_goals(self, record: Any) -> str:
        if not record.judged:
            return "–"
        return _t("%(achieved)d av %(judged)d") % {"achieved": record.achieved, "judged": record.judged}
