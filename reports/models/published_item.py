"""What published versions say of goals, indicators and assignments, to be looked up and followed over time.

Derived from each version's sealed data, and made anew from it at any time: `reports.commands.indexing`.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.choices import Sex
from followup.core.constraints import SameOwner
from followup.core.models import Committee
from indicators.choices import DesiredDirection, MeasuredAgainst
from reports.choices import SubjectKind
from reports.models.publication import Publication
from reports.querysets import PublishedItemQuerySet

MIXED = "mixed"
"""A verdict: the units judge it differently, and the committee not at all."""
IN_WORDS = "words"
"""A verdict: it is judged, but not on the scale."""


class PublishedItem(models.Model):
    """A goal, indicator or assignment as a version has it, in the version's words; as `StandingItem` tells it.

    `lineage` is the same for what goes on from plan to plan: `<plan id>/<key>` of the first that is known.
    `above` is the key of the goal above it, `area` the topmost one's number and name. `verdict` is the committee's own
    mark, else the units' where they agree, else `MIXED`; `IN_WORDS`; and empty where nobody has judged it.
    """

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="items")
    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("slag"), max_length=20, choices=SubjectKind)
    key = models.CharField(_("id"), max_length=200)
    lineage = models.CharField(max_length=250)
    number = models.CharField(_("nr"), max_length=100, blank=True)
    name = models.TextField(_("namn"))
    label = models.TextField(_("benämning"), blank=True)
    area = models.TextField(_("område"), blank=True)
    above = models.CharField(max_length=200, blank=True)
    depth = models.PositiveSmallIntegerField(default=0)
    is_area = models.BooleanField(default=False)
    anchor = models.TextField(blank=True)
    position = models.PositiveIntegerField(_("ordning"))
    unit_of_measure = models.CharField(_("måttenhet"), max_length=100, blank=True)
    desired_direction = models.CharField(_("riktning"), max_length=20, choices=DesiredDirection, blank=True)
    kolada_id = models.CharField(_("Kolada-id"), max_length=100, blank=True)
    verdict = models.CharField(_("status"), max_length=20, blank=True)

    objects = PublishedItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("publicerad uppgift")
        verbose_name_plural = _("publicerade uppgifter")
        ordering = ["publication", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "kind", "key"], name="published_item_once"),
            SameOwner(owner="committee", reference="publication", name="published_item_in_committee"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "kind", "lineage"], name="published_item_lineage"),
            models.Index(fields=["publication", "kind", "position"], name="published_item_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


class PublishedStatus(models.Model):
    """Who judged it how. `by` is the unit as it is printed, empty for the committee's own."""

    item = models.ForeignKey(PublishedItem, on_delete=models.CASCADE, related_name="statuses")
    by = models.TextField(blank=True)
    mark = models.CharField(max_length=20, blank=True)
    word = models.TextField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("publicerad status")
        verbose_name_plural = _("publicerade statusar")
        ordering = ["item", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.by}: {self.word}" if self.by else self.word


class PublishedOutcome(models.Model):
    """A figure as it is shown in `words`; `value` where it is a number. `unit` empty is the whole."""

    item = models.ForeignKey(PublishedItem, on_delete=models.CASCADE, related_name="outcomes")
    period = models.CharField(max_length=30)
    period_through = models.DateField()
    unit = models.TextField(blank=True)
    submeasure = models.TextField(blank=True)
    sex = models.CharField(max_length=10, choices=Sex)
    value = models.DecimalField(max_digits=25, decimal_places=10, null=True)
    words = models.TextField()
    is_preliminary = models.BooleanField(default=False)
    position = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("publicerat utfall")
        verbose_name_plural = _("publicerade utfall")
        ordering = ["item", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.period}: {self.words}"


class PublishedTarget(models.Model):
    """A target for a year, as it is shown in `words`; `value`–`value_high` where it is a number or a range."""

    item = models.ForeignKey(PublishedItem, on_delete=models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField()
    unit = models.TextField(blank=True)
    submeasure = models.TextField(blank=True)
    sex = models.CharField(max_length=10, blank=True)
    value = models.DecimalField(max_digits=25, decimal_places=10, null=True)
    value_high = models.DecimalField(max_digits=25, decimal_places=10, null=True)
    words = models.TextField()
    measured_against = models.CharField(max_length=20, choices=MeasuredAgainst, blank=True)
    position = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("publicerat målvärde")
        verbose_name_plural = _("publicerade målvärden")
        ordering = ["item", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.year}: {self.words}"
