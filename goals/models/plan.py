"""The plan that a committee decides: what is followed up, in its own words."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from followup.core.constraints import SameOwner, owned_by
from followup.core.models import Committee
from goals.choices import AssignmentStatus, GoalStatus
from goals.querysets import PlanQuerySet

_OF_GOALS, _OF_ASSIGNMENTS = frozenset(GoalStatus.values), frozenset(AssignmentStatus.values)
_YEAR = [MinValueValidator(1900), MaxValueValidator(2200)]


class Plan(models.Model):
    """A committee's plan for `year_from`–`year_through` (inclusive). Empty words mean the default ones."""

    committee = models.ForeignKey(Committee, verbose_name=_("nämnd"), on_delete=models.PROTECT, related_name="plans")
    title = models.CharField(_("titel"), max_length=500)
    slug = models.SlugField(_("adress"), max_length=80)
    year_from = models.PositiveSmallIntegerField(_("startår"), validators=_YEAR)
    year_through = models.PositiveSmallIntegerField(_("slutår"), validators=_YEAR)
    adopted_on = models.DateField(_("antagen"), null=True, blank=True)
    registry_number = models.CharField(_("diarienummer"), max_length=200, blank=True)
    introduction = models.TextField(_("inledning"), blank=True)
    word_achieved = models.CharField(_("ord för uppnått"), max_length=200, blank=True)
    word_partly_achieved = models.CharField(_("ord för delvis"), max_length=200, blank=True)
    word_not_achieved = models.CharField(_("ord för ej"), max_length=200, blank=True)
    word_not_assessable = models.CharField(_("ord för ej bedömt"), max_length=200, blank=True)
    word_overall_view = models.CharField(_("ord för samlad bedömning"), max_length=200, blank=True)
    word_cause = models.CharField(_("ord för orsak"), max_length=200, blank=True)
    word_measure = models.CharField(_("ord för åtgärd"), max_length=200, blank=True)
    predecessor = models.ForeignKey(
        "self", verbose_name=_("föregående plan"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    history = HistoricalRecords()

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("planer")
        ordering = ["committee", "-year_from", "title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "slug"], name="plan_slug_in_committee"),
            models.CheckConstraint(
                condition=Q(year_through__gte=F("year_from")),
                name="plan_years_in_order",
                violation_error_message=_("Slutåret kan inte vara före startåret."),
            ),
            owned_by("committee", "plan"),
            SameOwner(owner="committee", reference="predecessor", name="plan_predecessor_in_committee"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def years(self) -> range:
        return range(self.year_from, self.year_through + 1)

    def word_for(self, status: str) -> str:
        """The plan's own word for a status of a goal, or the default one; an assignment's status is the same in all."""
        if status in _OF_ASSIGNMENTS:
            return str(AssignmentStatus(status).label)
        own = getattr(self, f"word_{status}", "") if status in _OF_GOALS else ""
        return own or str(GoalStatus(status).label)

    @property
    def label_overall_view(self) -> str:
        return self.word_overall_view or str(_("Samlad bedömning"))

    @property
    def label_cause(self) -> str:
        return self.word_cause or str(_("Orsak"))

    @property
    def label_measure(self) -> str:
        return self.word_measure or str(_("Åtgärd"))
