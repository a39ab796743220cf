"""What a group of the municipality's directory gives."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.choices import Role
from followup.core.constraints import SameOwner
from followup.core.models import Committee, Unit


class GroupRole(models.Model):
    """A role that everybody in a group of the OpenID provider has; `unit` empty means all the committee's units."""

    group = models.CharField(
        _("grupp"),
        max_length=200,
        help_text=_("Som inloggningstjänsten skriver den: i Entra ID gruppens objekt-id, i AD FS oftast dess namn."),
    )
    committee = models.ForeignKey(
        Committee, verbose_name=_("nämnd"), on_delete=models.CASCADE, related_name="group_roles"
    )
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("enhet"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="group_roles",
        help_text=_("Lämna tomt för alla nämndens enheter."),
    )
    role = models.CharField(_("roll"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("grupp som ger en roll")
        verbose_name_plural = _("grupper som ger roller")
        ordering = ["group", "committee", "role", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "committee", "role", "unit"],
                condition=models.Q(unit__isnull=False),
                name="group_role_once_per_unit",
                violation_error_message=_("Gruppen ger redan den rollen."),
            ),
            models.UniqueConstraint(
                fields=["group", "committee", "role"],
                condition=models.Q(unit__isnull=True),
                name="group_role_once_for_all_units",
                violation_error_message=_("Gruppen ger redan den rollen."),
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="group_role_known"),
            SameOwner(owner="committee", reference="unit", name="group_role_unit_in_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.group} – {self.get_role_display()}"
