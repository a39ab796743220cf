"""Reminders to units that have something left in a round, and what became of each letter."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from followup.core.constraints import SameOwner
from followup.core.models import Committee, User
from followup.core.models.owned import InheritsOwner
from reports.models.round import Round


class Reminder(InheritsOwner):
    """A reminder as it was sent off. `key` comes with the form, so that the same form never sends twice.

    `units` are the codes of the units, as words. `sent_by` is empty for the command line.
    """

    inherits = {"committee": "round"}

    round = models.ForeignKey(Round, verbose_name=_("uppföljning"), on_delete=models.CASCADE, related_name="reminders")
    committee = models.ForeignKey(
        Committee, verbose_name=_("nämnd"), on_delete=models.PROTECT, related_name="+", editable=False
    )
    key = models.UUIDField(_("nyckel"), unique=True, editable=False)
    subject = models.CharField(_("ämne"), max_length=200)
    text = models.TextField(_("text"))
    units = models.TextField(_("enheter"))
    sent_at = models.DateTimeField(_("skickad"), auto_now_add=True)
    sent_by = models.ForeignKey(
        User, verbose_name=_("skickad av"), on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = _("påminnelse")
        verbose_name_plural = _("påminnelser")
        ordering = ["-sent_at", "-pk"]
        constraints: ClassVar = [
            SameOwner(owner="committee", reference="round", name="reminder_round_in_committee"),
        ]

    def __str__(self) -> str:
        return self.subject


class ReminderLetter(models.Model):
    """One person's letter. Neither `sent_at` nor `fault`: it is not known whether it went off."""

    reminder = models.ForeignKey(Reminder, on_delete=models.CASCADE, related_name="letters")
    name = models.CharField(_("mottagare"), max_length=300)
    address = models.EmailField(_("e-postadress"))
    units = models.TextField(_("enheter"))
    sent_at = models.DateTimeField(_("skickad"), null=True, blank=True)
    fault = models.CharField(_("gick inte fram"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("brev")
        verbose_name_plural = _("brev")
        ordering = ["reminder", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["reminder", "address"], name="reminder_letter_once_per_address"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(fault=""), name="reminder_letter_sent_or_faulty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.address})"
