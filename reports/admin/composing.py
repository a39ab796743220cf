"""Reports as they are composed: sections, tables, attachments and accepted findings."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Field, JSONField, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.admin.base import ReadOnlyAdmin, RecordAdmin, RecordInline
from followup.core.admin.counts import count_column
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.counting import count_of
from followup.core.forms.lines import LinesField
from reports.admin.rounds import as_text
from reports.commands.official_memo import LONG_TEXTS
from reports.models import (
    Attachment,
    DataTable,
    DataTableRow,
    FindingWaiver,
    OfficialMemo,
    Publication,
    Report,
    Section,
)


class SectionInline(RecordInline):
    """`options` are the section kind's own, set where the section is composed."""

    model = Section
    scope = "report__committee"
    rich_text = with_tables = ("content",)
    readonly_fields = ("options",)
    fields = (("title", "kind"), ("level", "position", "is_hidden"), "content", "options")


@admin.register(Report)
class ReportAdmin(RecordAdmin):
    group = AdminGroup.REPORTS
    explains = gettext_lazy("Rapporter under arbete, med sina avsnitt.")
    opens = gettext_lazy("Öppna i Rapporter")
    fixed = ("plan", "round")
    related = ("plan", "committee__municipality", "round")
    inlines = (SectionInline,)
    list_display = (
        "title",
        "committee",
        "round",
        "as_of",
        count_column("publication_count", Publication, "report"),
    )
    list_filter = ("template", ("committee", ScopedFilter))
    search_fields = ("title", "subtitle", "slug", "registry_number", "committee__name")
    fields = (
        *("plan", "round", "template", "key", "title", "slug", "subtitle"),
        *("as_of", "dated", "registry_number"),
        ("has_in_brief", "has_since_last"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        queryset = super().get_queryset(request)
        return queryset.annotate(publication_count=count_of(Publication.objects.all(), "report"))

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj is not None else {"slug": ("title",)}

    def label_in_choices(self, row: Report) -> str:
        return f"{row} ({row.committee})"

    def view_on_site(self, obj: Report) -> str:
        return reverse("reports:composer", args=[obj.pk])


class PartAdmin(RecordAdmin):
    """Of what belongs to a report."""

    scope = "report__committee"
    fixed = ("report",)
    related: ClassVar[tuple[str, ...]] = ("report__committee__municipality",)


class DataTableRowInline(RecordInline):
    model = DataTableRow
    scope = "table__report__committee"
    fields = (("label", "kind", "position"), "cells")

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, JSONField):
            return LinesField(
                label=capfirst(db_field.verbose_name),
                required=False,
                keep_blank=True,
                help_text=_("Skriv en cell per rad. En tom rad är en tom cell."),
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(DataTable)
class DataTableAdmin(PartAdmin):
    group = AdminGroup.REPORTS
    explains = gettext_lazy("Tabeller med ekonomi, personal och annat, som rapportens avsnitt visar.")
    inlines = (DataTableRowInline,)
    list_display = ("__str__", "key", "report", "unit_of_measure", "row_count")
    list_filter = (("report", ScopedFilter),)
    search_fields = ("title", "key", "report__title")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).annotate(rows_below=count_of(DataTableRow.objects.all(), "table"))

    @admin.display(description=DataTableRow._meta.verbose_name_plural, ordering="rows_below")
    def row_count(self, table: Any) -> int:
        return table.rows_below


@admin.register(Attachment)
class AttachmentAdmin(PartAdmin):
    group = AdminGroup.REPORTS
    explains = gettext_lazy("Det som en rapport har som bilaga.")
    list_display = ("title", "report", "address", "position")
    list_filter = (("report", ScopedFilter),)
    search_fields = ("title", "description", "report__title")


@admin.register(OfficialMemo)
class OfficialMemoAdmin(ReadOnlyAdmin):
    """Written on a page of its own, where two people who write are told of each other."""

    group = AdminGroup.REPORTS
    explains = gettext_lazy("Det som följer med en rapport till nämnden, med förslag till beslut.")
    opens = gettext_lazy("Öppna tjänsteskrivelsen")
    scope = "report__committee"
    related = ("report__committee__municipality",)
    fields = (
        *("report", "heading", "recipient", "dated", "registry_number", "case_officer"),
        *(as_text(name, OfficialMemo) for name in LONG_TEXTS),
        "version",
    )
    list_display = ("heading", "report", "dated", "case_officer")
    list_filter = (("report", ScopedFilter),)
    search_fields = ("heading", "case_officer", "registry_number", "report__title")

    def view_on_site(self, obj: OfficialMemo) -> str:
        return reverse("reports:official_memo", args=[obj.report_id])


@admin.register(FindingWaiver)
class FindingWaiverAdmin(ReadOnlyAdmin):
    """A finding is let pass, and taken up again, on the report's own page of checks."""

    group = AdminGroup.REPORTS
    explains = gettext_lazy("Brister som någon har godtagit, med skäl.")
    opens = gettext_lazy("Öppna kontrollen")
    scope = "report__committee"
    related = ("report__committee__municipality", "waived_by")
    fields = ("report", "rule", "where", "message", "reason", "waived_by", "waived_at")
    list_display = ("rule", "where", "report", "reason", "waived_by", "waived_at")
    list_filter = (("report", ScopedFilter),)
    search_fields = ("rule", "where", "message", "reason", "report__title")

    def view_on_site(self, obj: FindingWaiver) -> str:
        return reverse("reports:checks", args=[obj.report_id])
