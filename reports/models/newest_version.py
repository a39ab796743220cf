"""Which version of each report is its newest, for everyone and for the committee's own."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from followup.core.constraints import SameOwner
from followup.core.models import Committee
from reports.models.publication import Publication
from reports.models.report import Report
from reports.querysets import NewestVersionQuerySet


class NewestVersion(models.Model):
    """That of its report's versions this is the newest one handed out: to everyone, to the members, or to both.

    It follows from the versions, what was disclosed and what was withdrawn, and is kept because working it out for all
    reports takes longer than a search. `commands.newest` writes it with whatever changes it. `year` is the one that it
    is listed under.
    """

    publication = models.OneToOneField(
        Publication,
        verbose_name=_("publicering"),
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="newest",
    )
    report = models.ForeignKey(Report, verbose_name=_("rapport"), on_delete=models.CASCADE, related_name="+")
    committee = models.ForeignKey(Committee, verbose_name=_("nämnd"), on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField(_("år"))
    to_everyone = models.BooleanField(_("för alla"))
    to_members = models.BooleanField(_("för nämndens ledamöter"))

    objects = NewestVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("nyaste version")
        verbose_name_plural = _("nyaste versioner")
        ordering = ["publication"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(to_everyone=True) | Q(to_members=True), name="newest_version_to_somebody"
            ),
            models.UniqueConstraint(
                fields=["report"], condition=Q(to_everyone=True), name="newest_version_to_everyone_once"
            ),
            models.UniqueConstraint(
                fields=["report"], condition=Q(to_members=True), name="newest_version_to_members_once"
            ),
            SameOwner(owner="committee", reference="publication", name="newest_version_in_committee"),
        ]

    def __str__(self) -> str:
        return str(self.publication)
