"""A round: one follow-up of one plan as of one date."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.constraints import SameOwner, owned_by
from followup.core.models import Committee, User
from followup.core.models.owned import InheritsOwner
from goals.models import Plan
from reports.choices import RoundKind, RoundState
from reports.querysets import RoundQuerySet


class Round(InheritsOwner):
    """A follow-up as of a date. `deadline` is the last day in time; late answers are taken until it is closed."""

    inherits = {"committee": "plan"}

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="rounds")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="rounds", editable=False)
    key = models.CharField(_("id"), max_length=200)
    title = models.CharField(_("titel"), max_length=500)
    kind = models.CharField(_("typ"), max_length=20, choices=RoundKind)
    as_of = models.DateField(_("avser"))
    opens_on = models.DateField(_("öppnar"), null=True, blank=True)
    deadline = models.DateField(_("senast"), null=True, blank=True)
    state = models.CharField(_("läge"), max_length=20, choices=RoundState, default=RoundState.PLANNED)
    instruction = models.TextField(_("anvisning"), blank=True)
    closed_at = models.DateTimeField(_("stängd"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        User, verbose_name=_("stängd av"), on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    history = HistoricalRecords()

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("uppföljning")
        verbose_name_plural = _("uppföljningar")
        ordering = ["committee", "-as_of", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "key"], name="round_key_in_plan"),
            models.CheckConstraint(condition=Q(kind__in=RoundKind.values), name="round_kind_known"),
            models.CheckConstraint(condition=Q(state__in=RoundState.values), name="round_state_known"),
            models.CheckConstraint(
                condition=Q(opens_on__isnull=True) | Q(deadline__isnull=True) | Q(deadline__gte=models.F("opens_on")),
                name="round_dates_in_order",
                violation_error_message=_("Sista dag kan inte vara före den dag då uppföljningen öppnar."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="round_closed_paired",
            ),
            owned_by("plan", "round"),
            owned_by("committee", "round"),
            SameOwner(owner="committee", reference="plan", name="round_committee_of_plan"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == RoundState.OPEN

    def is_late(self, today: date) -> bool:
        """Whether an answer given today comes after the deadline."""
        return self.deadline is not None and today > self.deadline
