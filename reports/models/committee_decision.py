"""What the committee decided about a published version: adopted it, or sent it back."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from followup.core.constraints import SameOwner, owned_by
from followup.core.dates import format_date
from followup.core.models import User
from followup.core.models.immutable import ImmutableModel
from reports.choices import DecisionOutcome
from reports.models.publication import Publication
from reports.querysets import CommitteeDecisionQuerySet


class CommitteeDecision(ImmutableModel):
    """One decision of the minutes, as a fact of its own beside the version, whose bytes stay the same.

    A version may be sent back and later adopted; both stand. One that was noted wrongly is replaced: the row stays, and
    another says that it `replaces` it. `paragraph` is as readers see it ("§ 87").
    """

    publication = models.ForeignKey(
        Publication, verbose_name=_("publicering"), on_delete=models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField(_("beslut"), max_length=20, choices=DecisionOutcome)
    decided_on = models.DateField(_("beslutsdatum"))
    paragraph = models.CharField(_("paragraf"), max_length=30)
    reason = models.TextField(_("skäl"), blank=True)
    replaces = models.OneToOneField(
        "self",
        verbose_name=_("ersätter"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
    )
    recorded_at = models.DateTimeField(_("registrerad"))
    recorded_by = models.ForeignKey(
        User, verbose_name=_("registrerad av"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    recorded_by_name = models.CharField(_("registrerad av"), max_length=200)

    objects = CommitteeDecisionQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("nämndens beslut")
        verbose_name_plural = _("nämndens beslut")
        ordering = ["decided_on", "recorded_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(outcome__in=DecisionOutcome.values), name="decision_outcome_known"),
            models.CheckConstraint(
                condition=~Q(outcome=DecisionOutcome.REMITTED_BACK) | ~Q(reason=""),
                name="decision_reason_to_send_back",
                violation_error_message=_("Skriv varför nämnden återremitterade rapporten."),
            ),
            owned_by("publication", "committeedecision"),
            SameOwner(owner="publication", reference="replaces", name="decision_replaces_in_publication"),
        ]

    def __str__(self) -> str:
        return f"{self.publication}: {self._said()}"

    @property
    def words(self) -> str:
        """`Fastställd 21 september 2022, § 103`, as it stands in a list."""
        return capfirst(self._said())

    def _said(self) -> str:
        return _t("%(outcome)s %(day)s, %(paragraph)s") % {
            "outcome": self.get_outcome_display(),
            "day": format_date(self.decided_on),
            "paragraph": self.paragraph,
        }
