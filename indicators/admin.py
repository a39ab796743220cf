"""Indicators, targets and outcomes in the admin."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.admin.base import RecordAdmin, RecordForm, RecordInline
from followup.core.admin.counts import count_column
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.counting import count_of
from followup.core.models import Committee, PeriodLock
from followup.core.numbers import format_number
from followup.core.periods import PeriodFault, parse_period
from goals.admin import page_of_plan
from indicators.models import Indicator, IndicatorUnit, Measurement, Target


class IndicatorUnitInline(RecordInline):
    model = IndicatorUnit
    related = ("unit",)
    fields = (("unit", "position"),)


class TargetInline(RecordInline):
    """The indicator's targets; their plan is the indicator's."""

    model = Target
    related = ("unit",)
    fields = (("year", "unit"), ("sex", "submeasure"), ("value", "value_high"), ("words", "measured_against"))


@admin.register(Indicator)
class IndicatorAdmin(RecordAdmin):
    group = AdminGroup.PLANS
    explains = gettext_lazy("Det som visar hur det går: indikatorer, nyckeltal och volymmått.")
    opens = gettext_lazy("Öppna indikatorn i planen")
    fixed = ("plan",)
    related = ("plan", "goal")
    rich_text = ("description",)
    inlines = (IndicatorUnitInline, TargetInline)
    list_display = (
        "number",
        "name",
        "kind",
        "goal",
        "plan",
        count_column("measurement_count", Measurement, "indicator"),
    )
    list_display_links = ("number", "name")
    list_filter = ("kind", "frequency", "is_assessed", ("plan", ScopedFilter))
    search_fields = ("number", "name", "key", "group", "kolada_id", "plan__title")
    fieldsets = (
        (None, {"fields": ("plan", "goal", "kind", "key", "group", "number", "name", "description", "responsible")}),
        (
            gettext_lazy("Mätning"),
            {
                "fields": (
                    "unit_of_measure",
                    "decimals",
                    "desired_direction",
                    "frequency",
                    "is_sex_disaggregated",
                    "suppresses_small_counts",
                    "is_assessed",
                )
            },
        ),
        (gettext_lazy("Källa"), {"fields": ("source", "footnote", "kolada_id")}),
        (gettext_lazy("Plats i planen"), {"fields": ("position", "predecessor")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        queryset = super().get_queryset(request)
        return queryset.annotate(measurement_count=count_of(Measurement.objects.all(), "indicator"))

    def label_in_choices(self, row: Indicator) -> str:
        return f"{row} ({row.plan})"

    def view_on_site(self, obj: Indicator) -> str:
        return page_of_plan("indicator_series", obj.plan, obj.pk)

    def save_inner(self, request: HttpRequest, row: Any, changed: list[str] | None) -> None:
        if isinstance(row, Target):
            row.plan = row.indicator.plan  # type: ignore[union-attr]  # an inner row has one
        super().save_inner(request, row, changed)


@admin.register(Target)
class TargetAdmin(RecordAdmin):
    group = AdminGroup.PLANS
    explains = gettext_lazy("Vad en indikator eller ett mål ska nå ett visst år.")
    opens = gettext_lazy("Öppna målvärdena i planen")
    fixed = ("plan", "indicator", "goal")
    related = ("plan", "indicator", "goal", "unit")
    list_display = ("of", "year", "unit", "sex", "submeasure", "aimed_at", "plan")
    list_filter = ("year", "sex", ("plan", ScopedFilter))
    search_fields = ("indicator__name", "indicator__number", "goal__name", "words", "submeasure")

    @admin.display(description=gettext_lazy("indikator eller mål"))
    def of(self, target: Target) -> str:
        return str(target.indicator or target.goal)

    @admin.display(description=gettext_lazy("målvärde"), ordering="value")
    def aimed_at(self, target: Target) -> str:
        if target.words or target.value is None:
            return target.words
        values = [value for value in (target.value, target.value_high) if value is not None]
        indicator = target.indicator
        return "–".join(format_number(value, indicator.decimals if indicator else None) for value in values)

    def view_on_site(self, obj: Target) -> str:
        if obj.indicator_id is not None:
            return page_of_plan("indicator_targets", obj.plan, obj.indicator_id)
        return page_of_plan("goal_targets", obj.plan, obj.goal_id or 0)


def is_locked(committee: Committee, code: str) -> bool:
    """Whether the committee has locked the period. False for a text that is no period."""
    try:
        period = parse_period(code)
    except PeriodFault:
        return False
    return PeriodLock.objects.locking(committee, period.last).exists()


class MeasurementForm(RecordForm):
    """Refuses to put a figure into a locked period."""

    def clean_period(self) -> str:
        code = self.cleaned_data["period"]
        indicator = self.cleaned_data.get("indicator") or (self.instance.indicator if self.instance.pk else None)
        if indicator is not None and is_locked(indicator.committee, code):
            raise ValidationError(_("Perioden är låst."), code="locked")
        return code


@admin.register(Measurement)
class MeasurementAdmin(RecordAdmin):
    """Outcomes. What lies in a locked period can be seen and not changed."""

    group = AdminGroup.PLANS
    explains = gettext_lazy("Uppmätta värden. I en låst period går de bara att läsa.")
    opens = gettext_lazy("Öppna indikatorns serie")
    form = MeasurementForm
    fixed = ("indicator",)
    related = ("indicator__plan", "committee", "unit")
    list_display = ("indicator", "period", "unit", "sex", "submeasure", "measured", "is_preliminary")
    list_filter = ("is_preliminary", "missing_reason", "sex", ("plan", ScopedFilter))
    search_fields = ("indicator__name", "indicator__number", "=period", "submeasure")
    fieldsets = (
        (None, {"fields": ("indicator", "period", "unit", "sex", "submeasure")}),
        (
            gettext_lazy("Utfall"),
            {
                "fields": (
                    "value",
                    "words",
                    "numerator",
                    "denominator",
                    "missing_reason",
                    "is_preliminary",
                    "remark",
                )
            },
        ),
    )

    @admin.display(description=gettext_lazy("utfall"), ordering="value")
    def measured(self, measurement: Measurement) -> str:
        if measurement.words:
            return measurement.words
        if measurement.value is None:
            return measurement.get_missing_reason_display()
        indicator = measurement.indicator
        return format_number(measurement.value, indicator.decimals, indicator.unit_of_measure)

    def view_on_site(self, obj: Measurement) -> str:
        return page_of_plan("indicator_series", obj.plan, obj.indicator_id)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not self._is_sealed(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not self._is_sealed(obj)

    def _is_sealed(self, measurement: Measurement | None) -> bool:
        return measurement is not None and is_locked(measurement.committee, measurement.period)
