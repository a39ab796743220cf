"""Asking somebody to have a role."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.choices import Role
from followup.core.constraints import SameOwner
from followup.core.models import Committee, Unit, User


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open_at(self, now: datetime) -> "InvitationQuerySet":
        """Those that can still be accepted."""
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now)


class Invitation(models.Model):
    """A link that gives a role once, to whoever reads the mail of one address. Of the link only its sum is kept."""

    email = models.EmailField(_("e-postadress"))
    committee = models.ForeignKey(
        Committee, verbose_name=_("nämnd"), on_delete=models.CASCADE, related_name="invitations"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("enhet"), on_delete=models.CASCADE, null=True, blank=True)
    role = models.CharField(_("roll"), max_length=20, choices=Role)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(_("bjöds in"))
    expires_at = models.DateTimeField(_("gäller till"))
    accepted_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("inbjudan")
        verbose_name_plural = _("inbjudningar")
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="invitation_role_known"),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(revoked_at__isnull=True),
                name="invitation_ends_once",
            ),
            SameOwner(owner="committee", reference="unit", name="invitation_unit_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.email} – {self.get_role_display()}"

    @property
    def place(self) -> str:
        """Where the role counts."""
        return f"{self.committee}, {self.unit}" if self.unit else str(self.committee)
