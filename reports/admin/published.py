"""What has been published, to read. It is never changed, by anybody."""

from django.contrib import admin
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from followup.core.admin.base import ReadOnlyAdmin
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from reports.models import (
    CommitteeDecision,
    Disclosure,
    Publication,
    PublicationAttachment,
    PublicationFile,
    Withdrawal,
)


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    group = AdminGroup.PUBLISHED
    explains = _("Versioner av rapporter, så som de publicerades.")
    opens = _("Läs den publicerade versionen")
    related = ("report", "committee__municipality", "published_by")
    list_display = ("title", "version", "committee", "audience", "as_of", "published_at", "published_by_name")
    list_filter = ("audience", ("committee", ScopedFilter))
    search_fields = ("title", "subtitle", "slug", "registry_number", "committee_name")

    def view_on_site(self, obj: Publication) -> str:
        return reverse("reading:version", args=[obj.committee.slug, obj.slug, obj.version])


@admin.register(PublicationFile)
class PublicationFileAdmin(ReadOnlyAdmin):
    """Names and check sums; the bytes are read at the version's own addresses."""

    group = AdminGroup.PUBLISHED
    explains = _("Versionernas filer med kontrollsummor.")
    scope = "publication__committee"
    related = ("publication",)
    list_display = ("publication", "format", "length", "sha256")
    list_filter = ("format",)
    search_fields = ("publication__title", "=sha256")
    fields = ("publication", "format", "content_type", "length", "sha256")

    @admin.display(description=_("storlek"), ordering="size")
    def length(self, file: PublicationFile) -> str:
        return filesizeformat(file.size)


@admin.register(PublicationAttachment)
class PublicationAttachmentAdmin(ReadOnlyAdmin):
    """Names and check sums; the bytes are read at the version's own addresses."""

    group = AdminGroup.PUBLISHED
    explains = _("Bilagor som publicerades med en version, med kontrollsummor.")
    scope = "publication__committee"
    related = ("publication",)
    list_display = ("publication", "name", "length", "sha256")
    search_fields = ("publication__title", "name", "=sha256")
    fields = ("publication", "name", "content_type", "length", "sha256")

    @admin.display(description=_("storlek"), ordering="size")
    def length(self, file: PublicationAttachment) -> str:
        return filesizeformat(file.size)


@admin.register(Disclosure)
class DisclosureAdmin(ReadOnlyAdmin):
    group = AdminGroup.PUBLISHED
    explains = _("När en version för ledamöterna öppnades för alla, och av vem.")
    scope = "publication__committee"
    related = ("publication", "disclosed_by")
    list_display = ("publication", "disclosed_at", "disclosed_by")
    search_fields = ("publication__title",)


@admin.register(CommitteeDecision)
class CommitteeDecisionAdmin(ReadOnlyAdmin):
    group = AdminGroup.PUBLISHED
    explains = _("Vad nämnden beslutade om en version: fastställd eller återremitterad.")
    scope = "publication__committee"
    related = ("publication", "replaces__publication", "recorded_by")
    list_display = ("publication", "outcome", "decided_on", "paragraph", "replaces", "recorded_by_name")
    list_filter = ("outcome",)
    search_fields = ("publication__title", "paragraph", "reason")


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    group = AdminGroup.PUBLISHED
    explains = _("När en version slutade att lämnas ut, av vem och varför.")
    scope = "publication__committee"
    related = ("publication", "withdrawn_by")
    list_display = ("publication", "withdrawn_at", "withdrawn_by_name", "reason")
    search_fields = ("publication__title", "reason")
