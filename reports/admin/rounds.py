"""Rounds, and what was answered in them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from followup.core.admin.base import ReadOnlyAdmin, RecordAdmin, RecordInline
from followup.core.admin.counts import count_column
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.counting import count_of
from followup.core.richtext import to_text
from reports.models import (
    Assessment,
    AssessmentReference,
    MeasureFollowUp,
    Reminder,
    ReminderLetter,
    Round,
    SubjectInstruction,
)


@admin.register(Round)
class RoundAdmin(RecordAdmin):
    """A round is opened and closed on its own page, where the reason is asked for; not here."""

    group = AdminGroup.FOLLOW_UP
    explains = _("Ett tillfälle då enheterna svarar på en plan. Den öppnas och stängs under Följ upp.")
    opens = _("Öppna i Följ upp")
    fixed = ("plan",)
    related = ("plan", "committee__municipality", "closed_by")
    readonly_fields = ("state", "closed_at", "closed_by")
    list_display = (
        "title",
        "committee",
        "as_of",
        "opens_on",
        "deadline",
        "state",
        count_column("answer_count", Assessment, "round"),
    )
    list_filter = ("state", "kind", ("committee", ScopedFilter))
    search_fields = ("title", "key", "plan__title", "committee__name")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        asked = ("plan", "key", "title", "kind", "as_of", "opens_on", "deadline", "instruction")
        return asked if obj is None else (*asked, *self.readonly_fields)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).annotate(answer_count=count_of(Assessment.objects.all(), "round"))

    def label_in_choices(self, row: Round) -> str:
        return f"{row} ({row.committee})"

    def view_on_site(self, obj: Round) -> str:
        return reverse("reports:round", args=[obj.pk])


def as_text(name: str, model: Any = Assessment) -> Any:
    """A field that shows a row's rich text as text."""

    @admin.display(description=getattr(model._meta.get_field(name), "verbose_name", name))
    def shown(row: Any) -> str:
        return to_text(getattr(row, name))

    shown.__name__ = f"{name}_as_text"
    return shown


class ReferenceInline(RecordInline):
    model = AssessmentReference
    scope = "plan__committee"
    related = ("indicator", "assignment")
    fields = (("indicator", "assignment"),)


class MeasureFollowUpInline(RecordInline):
    """What became of promised measures; answered on the reporter's page alone."""

    model = MeasureFollowUp
    scope = "assessment__committee"
    fields = ("promise", "outcome", "comment")


@admin.register(Assessment)
class AssessmentAdmin(ReadOnlyAdmin):
    """Answers are changed on the round's pages alone, which see to versions, hand-in and approval."""

    group = AdminGroup.FOLLOW_UP
    explains = _("Enheternas och nämndens svar. De ändras bara på uppföljningens egna sidor.")
    opens = _("Öppna i Följ upp")
    related = ("round", "committee__municipality", "goal", "indicator", "assignment", "unit", "updated_by")
    inlines = (ReferenceInline, MeasureFollowUpInline)
    list_display = ("subject", "answered_by", "status", "state", "updated_at", "updated_by", "round")
    list_filter = ("state", "status", ("round", ScopedFilter), ("unit", ScopedFilter))
    search_fields = ("goal__name", "goal__number", "indicator__name", "assignment__name", "round__title")
    fieldsets = (
        (None, {"fields": ("round", "goal", "indicator", "assignment", "unit", "unit_words", "ref")}),
        (_("Bedömning"), {"fields": ("status", "status_words", "trend")}),
        (_("Texter"), {"fields": tuple(map(as_text, ("comment", "overall_view", "cause", "measure", "forecast")))}),
        (
            _("Läge"),
            {
                "fields": (
                    "state",
                    "version",
                    ("updated_at", "updated_by"),
                    ("ready_at", "ready_by"),
                    ("returned_at", "returned_by"),
                    "return_reason",
                    ("approved_at", "approved_by"),
                )
            },
        ),
    )

    @admin.display(description=_("bedömt"))
    def subject(self, answer: Assessment) -> str:
        return str(answer.goal or answer.indicator or answer.assignment)

    @admin.display(description=_("svarande"))
    def answered_by(self, answer: Assessment) -> str:
        return answer.unit_words or str(answer.unit or answer.committee)

    def view_on_site(self, obj: Assessment) -> str:
        return reverse("reports:round_subject", args=[obj.round_id, *obj.subject_key])


class LetterInline(RecordInline):
    model = ReminderLetter
    scope = "reminder__committee"
    fields = (("name", "address", "units"), ("sent_at", "fault"))


@admin.register(Reminder)
class ReminderAdmin(ReadOnlyAdmin):
    """Reminders are sent from the round's page alone."""

    group = AdminGroup.FOLLOW_UP
    explains = _("Påminnelser som har skickats med e-post, och vad som blev av varje brev.")
    opens = _("Öppna i Följ upp")
    related = ("round", "committee__municipality", "sent_by")
    inlines = (LetterInline,)
    list_display = ("subject", "units", "sent_at", "sent_by", "round", "committee")
    list_filter = (("committee", ScopedFilter),)
    search_fields = ("subject", "units", "round__title")
    fields = ("round", "subject", "text", "units", "sent_at", "sent_by")

    def view_on_site(self, obj: Reminder) -> str:
        return reverse("reports:reminder", args=[obj.round_id, obj.pk])


@admin.register(SubjectInstruction)
class SubjectInstructionAdmin(ReadOnlyAdmin):
    """Written on the page of a goal's or an indicator's answers, where two people who write are told of each other."""

    group = AdminGroup.FOLLOW_UP
    explains = _("Det som controllern ber enheterna tänka på för ett enskilt mål eller en enskild indikator.")
    opens = _("Öppna i Följ upp")
    related = ("round", "committee__municipality", "goal", "indicator", "updated_by")
    list_display = ("subject", "round", "committee", "updated_at", "updated_by")
    list_filter = (("round", ScopedFilter), ("committee", ScopedFilter))
    search_fields = ("goal__name", "goal__number", "indicator__name", "round__title", "text")
    fields = ("round", "goal", "indicator", as_text("text", SubjectInstruction), "version", "updated_at", "updated_by")

    @admin.display(description=_("gäller"))
    def subject(self, instruction: SubjectInstruction) -> str:
        return str(instruction.goal or instruction.indicator)

    def view_on_site(self, obj: SubjectInstruction) -> str:
        kind, key = ("goal", obj.goal_id) if obj.goal_id else ("indicator", obj.indicator_id)
        return reverse("reports:round_subject", args=[obj.round_id, kind, key])
