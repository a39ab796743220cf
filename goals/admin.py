"""Plans, their levels, goals and assignments in the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from followup.core.admin.base import RecordAdmin, RecordInline
from followup.core.admin.counts import count_column
from followup.core.admin.scope import ScopedFilter
from followup.core.counting import count_of
from goals.models import Assignment, Goal, GoalContribution, GoalUnit, Level, Plan


class LevelInline(RecordInline):
    model = Level
    scope = "plan__committee"
    fields = (("name", "plural"), ("assessed_by", "position"))


@admin.register(Plan)
class PlanAdmin(RecordAdmin):
    fixed = ("committee",)
    related = ("committee__municipality",)
    rich_text = ("introduction",)
    inlines = (LevelInline,)
    list_display = (
        "title",
        "committee",
        "year_from",
        "year_through",
        "adopted_on",
        count_column("goal_count", Goal, "plan"),
        count_column("assignment_count", Assignment, "plan"),
    )
    list_filter = ("year_from", ("committee", ScopedFilter))
    search_fields = ("title", "registry_number", "committee__name")
    fieldsets = (
        (None, {"fields": ("committee", "title", "slug", "year_from", "year_through", "predecessor")}),
        (_("Beslut"), {"fields": ("adopted_on", "registry_number", "introduction")}),
        (
            _("Planens egna ord"),
            {
                "description": _("Lämna tomt för de vanliga orden."),
                "fields": (
                    "word_achieved",
                    "word_partly_achieved",
                    "word_not_achieved",
                    "word_not_assessable",
                    "word_overall_view",
                    "word_cause",
                    "word_measure",
                ),
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                goal_count=count_of(Goal.objects.all(), "plan"),
                assignment_count=count_of(Assignment.objects.all(), "plan"),
            )
        )

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj is not None else {"slug": ("title",)}

    def label_in_choices(self, row: Plan) -> str:
        return f"{row} ({row.committee})"


@admin.register(Level)
class LevelAdmin(RecordAdmin):
    scope = "plan__committee"
    fixed = ("plan",)
    related = ("plan__committee__municipality",)
    list_display = ("name", "plan", "position", "assessed_by")
    list_filter = ("assessed_by", ("plan", ScopedFilter))
    search_fields = ("name", "plural", "plan__title")

    def label_in_choices(self, row: Level) -> str:
        return f"{row} ({row.plan})"


class GoalUnitInline(RecordInline):
    model = GoalUnit
    related = ("unit",)
    fields = (("unit", "position"),)


class GoalContributionInline(RecordInline):
    model = GoalContribution
    scope = "plan__committee"
    fk_name = "goal"
    related = ("target_goal",)
    fields = (("target_goal", "position"),)


@admin.register(Goal)
class GoalAdmin(RecordAdmin):
    fixed = ("plan",)
    related = ("plan", "level")
    rich_text = ("description",)
    inlines = (GoalUnitInline, GoalContributionInline)
    list_display = ("number", "name", "level", "plan", "year", "position")
    list_display_links = ("number", "name")
    list_filter = (("plan", ScopedFilter), "year")
    search_fields = ("number", "name", "key", "plan__title")
    fieldsets = (
        (None, {"fields": ("plan", "level", "parent", "key", "label", "number", "name", "description")}),
        (_("Ansvar och tid"), {"fields": ("responsible", "year", "closed_on")}),
        (_("Plats i planen"), {"fields": ("position", "predecessor")}),
    )

    def label_in_choices(self, row: Goal) -> str:
        return f"{row} ({row.plan})"


@admin.register(Assignment)
class AssignmentAdmin(RecordAdmin):
    fixed = ("plan",)
    related = ("plan", "goal")
    rich_text = ("description",)
    list_display = ("number", "name", "kind", "goal", "plan", "due_on")
    list_display_links = ("number", "name")
    list_filter = ("kind", ("plan", ScopedFilter))
    search_fields = ("number", "name", "key", "group", "plan__title")
    fieldsets = (
        (None, {"fields": ("plan", "goal", "kind", "key", "group", "number", "name", "description")}),
        (_("Ansvar och tid"), {"fields": ("given_by", "together_with", "responsible", "due_on", "due_words")}),
        (_("Plats i planen"), {"fields": ("position", "predecessor")}),
    )

    def label_in_choices(self, row: Assignment) -> str:
        return f"{row} ({row.plan})"
