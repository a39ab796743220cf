"""People and what they may do where."""

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.choices import Role, RoleOrigin
from followup.core.constraints import SameOwner
from followup.core.dates import format_date
from followup.core.models.organisation import Committee, Unit
from followup.core.querysets import MembershipQuerySet


class User(AbstractUser):
    """A person who signs in. What they may do stands in their memberships (and `is_superuser`)."""

    _memberships_read: "tuple[Membership, ...]"  # kept by `followup.core.access.memberships_of`

    class Meta:
        verbose_name = _("användare")
        verbose_name_plural = _("användare")
        ordering = ["last_name", "first_name", "username", "pk"]

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Membership(models.Model):
    """A role in a committee; `unit` empty means all its units.

    It counts from `valid_from` through `valid_through`, both days included; an empty one is no bound. The same role
    for the same unit may be held several times, on days that do not overlap.
    """

    user = models.ForeignKey(User, verbose_name=_("användare"), on_delete=models.CASCADE, related_name="memberships")
    committee = models.ForeignKey(
        Committee, verbose_name=_("nämnd"), on_delete=models.CASCADE, related_name="memberships"
    )
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("enhet"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        help_text=_("Lämna tomt för alla nämndens enheter."),
    )
    role = models.CharField(_("roll"), max_length=20, choices=Role)
    valid_from = models.DateField(
        _("gäller från"), null=True, blank=True, help_text=_("Rollens första dag. Lämna tomt om den gäller redan.")
    )
    valid_through = models.DateField(
        _("gäller till och med"),
        null=True,
        blank=True,
        help_text=_("Rollens sista dag. Lämna tomt om den gäller tills vidare."),
    )
    origin = models.CharField(
        _("ursprung"), max_length=10, choices=RoleOrigin, default=RoleOrigin.BY_HAND, editable=False
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("roll")
        verbose_name_plural = _("roller")
        ordering = ["committee", "role", "user", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "committee", "role", "unit"],
                condition=models.Q(unit__isnull=False, valid_through__isnull=True),
                name="membership_once_per_unit",
                violation_error_message=_("Personen har redan den rollen."),
            ),
            models.UniqueConstraint(
                fields=["user", "committee", "role", "unit", "valid_through"],
                condition=models.Q(unit__isnull=False, valid_through__isnull=False),
                name="membership_once_per_unit_and_last_day",
                violation_error_message=_("Personen har redan den rollen de dagarna."),
            ),
            models.UniqueConstraint(
                fields=["user", "committee", "role"],
                condition=models.Q(unit__isnull=True),
                name="membership_once_for_all_units",
                violation_error_message=_("Personen har redan den rollen."),
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_role_known"),
            models.CheckConstraint(condition=models.Q(origin__in=RoleOrigin.values), name="membership_origin_known"),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_through__isnull=True)
                | models.Q(valid_through__gte=models.F("valid_from")),
                name="membership_days_in_order",
                violation_error_message=_("Sista dagen kan inte vara före den första."),
            ),
            SameOwner(owner="committee", reference="unit", name="membership_unit_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()}"

    def clean(self) -> None:
        """The very same days are left to the constraints, which say so too."""
        other = self.overlapping()
        if other is not None and other.days != self.days:
            raise ValidationError(_("Personen har redan den rollen %(days)s.") % {"days": other.days})

    def overlapping(self) -> "Membership | None":
        """The same role for the same unit on some of the same days, if the person has it already."""
        if self.unit_id is None:
            return None
        same = Membership.objects.filter(
            user=self.user_id, committee=self.committee_id, role=self.role, unit=self.unit_id
        ).exclude(pk=self.pk)
        return same.between(self.valid_from, self.valid_through).order_by("valid_from", "pk").first()

    @property
    def days(self) -> str:
        """`från 1 maj 2017 till och med 12 maj 2017`, as far as it has bounds; `tills vidare` without any."""
        first = _("från %(day)s") % {"day": format_date(self.valid_from)} if self.valid_from else ""
        last = _("till och med %(day)s") % {"day": format_date(self.valid_through)} if self.valid_through else ""
        return " ".join(each for each in (first, last) if each) or str(_("tills vidare"))

    def has_ended(self, today: date) -> bool:
        return self.valid_through is not None and self.valid_through < today
