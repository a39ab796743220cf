"""What was done, by whom and when: events that are not merely a changed row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.choices import AuditAction
from followup.core.models.immutable import ImmutableModel
from followup.core.models.organisation import Committee
from followup.core.models.people import User


class AuditEvent(ImmutableModel):
    """One event. It holds the person's name and the object's label as they were, and outlives both.

    `details` is a small JSON object of words (`{"anledning": "…"}`), shown to auditors as it stands.
    """

    at = models.DateTimeField(_("när"), auto_now_add=True)
    actor = models.ForeignKey(
        User, verbose_name=_("användare"), on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    actor_name = models.CharField(_("vem"), max_length=200)
    action = models.CharField(_("vad"), max_length=20, choices=AuditAction)
    committee = models.ForeignKey(
        Committee,
        verbose_name=_("nämnd"),
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
    )
    object_type = models.CharField(_("slag"), max_length=60)
    object_id = models.CharField(_("id"), max_length=40, blank=True)
    object_label = models.CharField(_("objekt"), max_length=300)
    details = models.JSONField(_("uppgifter"), default=dict, blank=True)

    class Meta:
        verbose_name = _("händelse")
        verbose_name_plural = _("händelser")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["committee", "-at"], name="audit_by_committee"),
            models.Index(fields=["object_type", "object_id"], name="audit_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.get_action_display()} {self.object_label}"
