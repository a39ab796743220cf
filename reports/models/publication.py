"""Published reports: words, figures and bytes as they were, never changed."""

from datetime import date, datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from followup.core.constraints import SameOwner, owned_by
from followup.core.models import Committee, User
from followup.core.models.immutable import ImmutableModel
from followup.core.models.stored_file import StoredFile
from reports.choices import Audience
from reports.models.report import Report
from reports.querysets import PublicationQuerySet


def listed_year(as_of: date | None, plan_from: int | None, published_at: datetime) -> int:
    """The year of its date, else its plan's first, else that in which it was published."""
    return as_of.year if as_of else plan_from or published_at.year


class Publication(ImmutableModel):
    """One version of a report, sealed. Everything that a list shows of it is repeated here as it was.

    `plan_from` is the first year of its plan, by which a report without a date is listed; versions published before it
    was kept have none.
    `audience` is whom it was published for; a later `Disclosure` opens a members' version to everyone.
    """

    report = models.ForeignKey(Report, verbose_name=_("rapport"), on_delete=models.PROTECT, related_name="publications")
    committee = models.ForeignKey(
        Committee, verbose_name=_("nämnd"), on_delete=models.PROTECT, related_name="publications"
    )
    slug = models.SlugField(_("adress"), max_length=80)
    version = models.PositiveIntegerField(_("version"))
    audience = models.CharField(_("läsare"), max_length=20, choices=Audience)
    change_note = models.TextField(_("ändringsnot"), blank=True)
    municipality_name = models.CharField(_("kommun"), max_length=100)
    committee_name = models.CharField(_("nämnd"), max_length=150)
    title = models.CharField(_("titel"), max_length=300)
    subtitle = models.CharField(_("underrubrik"), max_length=300, blank=True)
    as_of = models.DateField(_("avser"), null=True, blank=True)
    plan_from = models.PositiveSmallIntegerField(_("planens första år"), null=True, blank=True)
    registry_number = models.CharField(_("diarienummer"), max_length=80, blank=True)
    published_at = models.DateTimeField(_("publicerad"))
    published_by = models.ForeignKey(
        User, verbose_name=_("publicerad av"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_by_name = models.CharField(_("publicerad av"), max_length=200)

    objects = PublicationQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("publicering")
        verbose_name_plural = _("publiceringar")
        ordering = ["-published_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "version"], name="publication_version_once"),
            models.UniqueConstraint(fields=["committee", "slug", "version"], name="publication_address_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="publication_version_from_1"),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(change_note=""),
                name="publication_change_note",
                violation_error_message=_("Skriv vad som har ändrats sedan förra versionen."),
            ),
            models.CheckConstraint(condition=Q(audience__in=Audience.values), name="publication_audience_known"),
            owned_by("committee", "publication"),
            SameOwner(owner="committee", reference="report", name="publication_report_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    @property
    def year(self) -> int:
        """The year that it is listed under."""
        return listed_year(self.as_of, self.plan_from, self.published_at)

    @property
    def is_public(self) -> bool:
        """Whether everyone may read it. Reads the disclosure, which lists load along."""
        return self.audience == Audience.PUBLIC or hasattr(self, "disclosure")

    @property
    def is_withdrawn(self) -> bool:
        """Whether it is no longer handed out. Reads the withdrawal, which lists load along."""
        return hasattr(self, "withdrawal")


class PublicationFile(StoredFile, ImmutableModel):
    """One format of a publication. The row is sealed with the sum, and the sum seals the bytes."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(_("format"), max_length=10)
    content_type = models.CharField(_("innehållstyp"), max_length=100)

    class Meta(StoredFile.Meta):
        verbose_name = _("publicerad fil")
        verbose_name_plural = _("publicerade filer")
        ordering = ["publication", "format", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "format"], name="publication_file_once"),
        ]

    def __str__(self) -> str:
        return f"{self.publication}: {self.format}"


class Disclosure(ImmutableModel):
    """The moment when a publication for the members was opened to everyone."""

    publication = models.OneToOneField(Publication, on_delete=models.PROTECT, related_name="disclosure")
    disclosed_at = models.DateTimeField(_("öppnad för alla"))
    disclosed_by = models.ForeignKey(
        User, verbose_name=_("öppnad av"), on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("öppnande för alla")
        verbose_name_plural = _("öppnanden för alla")
        ordering = ["-disclosed_at", "-pk"]

    def __str__(self) -> str:
        return str(self.publication)
