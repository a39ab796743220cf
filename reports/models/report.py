"""A report as it is composed: ordered sections, tables, attachments."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.constraints import SameOwner, owned_by
from followup.core.models import Committee
from followup.core.models.owned import InheritsOwner
from followup.core.reserved import validate_report_slug
from goals.models import Plan
from reports.choices import ReportTemplate, RowKind, SectionKind
from reports.models.round import Round
from reports.querysets import ReportQuerySet


class Report(InheritsOwner):
    """A report of a plan, most often of one of its rounds. `slug` is its address under the committee's.

    `has_in_brief` and `has_since_last` count for a report of a round alone: of a plan nothing is judged yet.
    """

    inherits = {"committee": "plan"}

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="reports")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="reports", editable=False)
    round = models.ForeignKey(
        Round, verbose_name=_("uppföljning"), on_delete=models.PROTECT, null=True, blank=True, related_name="reports"
    )
    template = models.CharField(_("mall"), max_length=20, choices=ReportTemplate)
    key = models.CharField(_("id"), max_length=200)
    slug = models.SlugField(_("adress"), max_length=80, validators=[validate_report_slug])
    title = models.CharField(_("titel"), max_length=1000)
    subtitle = models.CharField(_("underrubrik"), max_length=1000, blank=True)
    as_of = models.DateField(_("avser"), null=True, blank=True)
    dated = models.DateField(_("daterad"), null=True, blank=True)
    registry_number = models.CharField(_("diarienummer"), max_length=200, blank=True)
    has_in_brief = models.BooleanField(_("I korthet"), default=True)
    has_since_last = models.BooleanField(_("Sedan förra rapporten"), default=True)
    version = models.PositiveIntegerField(_("ändringsnummer"), default=1, editable=False)
    history = HistoricalRecords()

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("rapport")
        verbose_name_plural = _("rapporter")
        ordering = ["committee", "-as_of", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "slug"], name="report_slug_in_committee"),
            models.UniqueConstraint(fields=["plan", "key"], name="report_key_in_plan"),
            owned_by("committee", "report"),
            SameOwner(owner="committee", reference="plan", name="report_committee_of_plan"),
            SameOwner(owner="plan", reference="round", name="report_round_in_plan"),
        ]

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    """A part of a report, in order. `content` (sanitised HTML) stands before the data that `kind` shows.

    `options` is the workbook's Alternativ: key (`mål`, `perioder` …) → its list of texts, in order. `anchor` is its
    address within the report, kept from the first time it is published.
    """

    report = models.ForeignKey(Report, verbose_name=_("rapport"), on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField(_("ordning"), default=0)
    level = models.PositiveSmallIntegerField(
        _("nivå"), default=1, validators=[MinValueValidator(1), MaxValueValidator(4)]
    )
    title = models.CharField(_("titel"), max_length=1000, blank=True)
    kind = models.CharField(_("typ"), max_length=30, choices=SectionKind, default=SectionKind.TEXT)
    content = models.TextField(_("innehåll"), blank=True)
    options = models.JSONField(_("alternativ"), default=dict, blank=True)
    is_hidden = models.BooleanField(_("dold"), default=False)
    anchor = models.SlugField(_("adress i rapporten"), max_length=120, blank=True, editable=False)
    history = HistoricalRecords(excluded_fields=["anchor"])

    class Meta:
        verbose_name = _("avsnitt")
        verbose_name_plural = _("avsnitt")
        ordering = ["report", "position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(level__gte=1, level__lte=4), name="section_level_1_to_4"),
        ]

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())


class DataTable(models.Model):
    """A financial, staff or other table of a report."""

    report = models.ForeignKey(Report, verbose_name=_("rapport"), on_delete=models.CASCADE, related_name="tables")
    key = models.CharField(_("id"), max_length=200)
    title = models.CharField(_("titel"), max_length=1000, blank=True)
    unit_of_measure = models.CharField(_("enhet"), max_length=100, blank=True)
    position = models.PositiveIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("tabell")
        verbose_name_plural = _("tabeller")
        ordering = ["report", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "key"], name="data_table_key_in_report"),
        ]

    def __str__(self) -> str:
        return self.title or self.key


class DataTableRow(models.Model):
    """A row; `cells` are at most 20 texts: words, or a number with decimal comma as it was given (`-12,70`)."""

    table = models.ForeignKey(DataTable, verbose_name=_("tabell"), on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField(_("ordning"), default=0)
    kind = models.CharField(_("rad"), max_length=20, choices=RowKind, default=RowKind.ROW)
    label = models.CharField(_("etikett"), max_length=2000, blank=True)
    cells = models.JSONField(_("celler"), default=list, blank=True)

    class Meta:
        verbose_name = _("tabellrad")
        verbose_name_plural = _("tabellrader")
        ordering = ["table", "position", "pk"]

    def __str__(self) -> str:
        return self.label or str(self.get_kind_display())


class Attachment(models.Model):
    """An attachment: a title, and an address or words on where it is found. Only web addresses become links."""

    report = models.ForeignKey(Report, verbose_name=_("rapport"), on_delete=models.CASCADE, related_name="attachments")
    title = models.CharField(_("titel"), max_length=1000)
    description = models.TextField(_("beskrivning"), blank=True)
    address = models.CharField(_("adress"), max_length=2000, blank=True)
    position = models.PositiveIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("bilaga")
        verbose_name_plural = _("bilagor")
        ordering = ["report", "position", "pk"]

    def __str__(self) -> str:
        return self.title
