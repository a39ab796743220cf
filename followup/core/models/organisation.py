"""Who follows up: municipality ← committee ← unit."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.choices import Conformance, ReportFont
from followup.core.colour import validate_accent
from followup.core.constraints import SameOwner, owned_by
from followup.core.querysets import CommitteeQuerySet, UnitQuerySet
from followup.core.reserved import validate_committee_slug

DEFAULT_ACCENT = "#1f5a82"

SMALLEST_COUNT = 5
"""Counts of people under this number point somebody out, unless the committee says otherwise."""

_LOWEST_SMALLEST, _HIGHEST_SMALLEST = 2, 100


class Municipality(models.Model):
    """A municipality (or a region); `code` is Statistics Sweden's four digits as text."""

    code = models.CharField(
        _("kommunkod"),
        max_length=4,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^\d{4}$", _("Ange fyra siffror, till exempel 0580."))],
    )
    name = models.CharField(_("namn"), max_length=200, unique=True)
    accent = models.CharField(
        _("accentfärg"),
        max_length=7,
        default=DEFAULT_ACCENT,
        validators=[validate_accent],
        help_text=_("Sex hexadecimala siffror efter #. Kontrasten mot sidornas ljusa bakgrund måste vara minst 4,5:1."),
    )
    font = models.CharField(
        _("typsnitt i rapporter"),
        max_length=10,
        choices=ReportFont,
        default=ReportFont.SANS,
        help_text=_("Gäller rapporternas webbsidor och PDF-filer från nästa publicering."),
    )
    contact_address = models.EmailField(
        _("e-postadress för läsare"),
        blank=True,
        help_text=_(
            "Står i tillgänglighetsredogörelsen och i katalogen över öppna data. Hit går det som läsare rapporterar om "
            "bristande tillgänglighet."
        ),
    )
    conformance = models.CharField(
        _("förenlig med tillgänglighetslagen"),
        max_length=10,
        choices=Conformance,
        default=Conformance.PARTLY,
        help_text=_("Kommunens egen bedömning, som står i tillgänglighetsredogörelsen."),
    )
    assessed_on = models.DateField(
        _("bedömd den"),
        null=True,
        blank=True,
        help_text=_("Dagen då kommunen bedömde tillgängligheten."),
    )
    assessed_how = models.TextField(
        _("så bedömdes den"),
        blank=True,
        max_length=2000,
        help_text=_("Till exempel självskattning, eller vem som granskade."),
    )
    known_faults = models.TextField(
        _("kända brister"),
        blank=True,
        max_length=10_000,
        help_text=_(
            "En brist på varje rad, med skälet och när den ska vara rättad. De står i redogörelsen efter dem som finns "
            "i alla kommuner."
        ),
    )

    class Meta:
        verbose_name = _("kommun")
        verbose_name_plural = _("kommuner")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.code = self.code or None


class Committee(models.Model):
    """A committee (nämnd): owner of plans, rounds and reports. `slug` is its public address, unique everywhere.

    Counts of people under `smallest_count` point somebody out; none is 0, and says nothing of anybody.
    """

    municipality = models.ForeignKey(
        Municipality, verbose_name=_("kommun"), on_delete=models.PROTECT, related_name="committees"
    )
    name = models.CharField(_("namn"), max_length=300)
    short_name = models.CharField(_("kortnamn"), max_length=100, blank=True)
    slug = models.SlugField(
        _("adress"),
        max_length=80,
        unique=True,
        validators=[validate_committee_slug],
        help_text=_("Den del av webbadressen som pekar ut nämnden, till exempel linkoping-socialnamnden."),
    )
    smallest_count = models.PositiveSmallIntegerField(
        _("minsta antal"),
        default=SMALLEST_COUNT,
        validators=[
            MinValueValidator(_LOWEST_SMALLEST, _("Ange minst 2.")),
            MaxValueValidator(_HIGHEST_SMALLEST, _("Ange högst 100.")),
        ],
        help_text=_(
            "Uppgifter om färre personer än så pekar ut någon. Kontrollerna varnar för dem, och indikatorer som döljer "
            "små antal visar dem som två punkter."
        ),
    )

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("nämnd")
        verbose_name_plural = _("nämnder")
        ordering = ["municipality__name", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="committee_name_in_municipality"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.municipality.name}"


class Unit(models.Model):
    """A unit (avdelning, verksamhetsområde) that answers; `code` is its short name in the committee (AFI)."""

    committee = models.ForeignKey(Committee, verbose_name=_("nämnd"), on_delete=models.PROTECT, related_name="units")
    parent = models.ForeignKey(
        "self", verbose_name=_("överordnad"), on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    code = models.CharField(_("kod"), max_length=80)
    name = models.CharField(_("namn"), max_length=300)
    position = models.PositiveIntegerField(_("ordning"), default=0)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("enhet")
        verbose_name_plural = _("enheter")
        ordering = ["committee", "position", "code", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "code"], name="unit_code_in_committee"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="unit_is_not_its_own_parent"),
            owned_by("committee", "unit"),
            SameOwner(owner="committee", reference="parent", name="unit_parent_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def clean(self) -> None:
        above = self.parent
        while above is not None:
            if above.pk == self.pk and self.pk is not None:
                raise ValidationError({"parent": _("Enheten kan inte ligga under sig själv.")})
            above = above.parent
