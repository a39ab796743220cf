"""Plans, their levels, goals and assignments in the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from followup.core.admin.base import RecordAdmin, RecordInline
from followup.core.admin.counts import count_column
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.counting import count_of
from goals.models import Assignment, Goal, GoalContribution, GoalUnit, Level, Plan


def page_of_plan(name: str, plan: Plan, *below: int) -> str:
    """The address of a page of the plan, or of something in it, among those where controllers work."""
    return reverse(f"reports:{name}", args=[plan.committee.slug, plan.slug, *below])


class LevelInline(RecordInline):
    model = Level
    scope = "plan__committee"
    fields = (("name", "plural"), ("assessed_by", "position"))


@admin.register(Plan)
class PlanAdmin(RecordAdmin):
    group = AdminGroup.PLANS
    explains = _("Det som en nämnd har beslutat för ett eller flera år, med planens egna ord.")
    opens = _("Öppna planen")
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

    def view_on_site(self, obj: Plan) -> str:
        return page_of_plan("plan", obj)


@admin.register(Level)
class LevelAdmin(RecordAdmin):
    group = AdminGroup.PLANS
    explains = _("Planens namn på sina nivåer av mål, och vem som bedömer på var och en.")
    opens = _("Öppna planens nivåer")
    scope = "plan__committee"
    fixed = ("plan",)
    related = ("plan__committee__municipality",)
    list_display = ("name", "plan", "position", "assessed_by", count_column("goal_count", Goal, "level"))
    list_filter = ("assessed_by", ("plan", ScopedFilter))
    search_fields = ("name", "plural", "plan__title")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).annotate(goal_count=count_of(Goal.objects.all(), "level"))

    def label_in_choices(self, row: Level) -> str:
        return f"{row} ({row.plan})"

    def view_on_site(self, obj: Level) -> str:
        return page_of_plan("levels", obj.plan)


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
    group = AdminGroup.PLANS
    explains = _("Planens mål. Är inga enheter angivna svarar alla.")
    opens = _("Öppna målet i planen")
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

    def view_on_site(self, obj: Goal) -> str:
        return page_of_plan("goal_edit", obj.plan, obj.pk)


@admin.register(Assignment)
class AssignmentAdmin(RecordAdmin):
    group = AdminGroup.PLANS
    explains = _("Uppdrag från andra och nämndens egna aktiviteter.")
    opens = _("Öppna uppdraget i planen")
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

    def view_on_site(self, obj: Assignment) -> str:
        return page_of_plan("assignment_edit", obj.plan, obj.pk)
