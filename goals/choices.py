"""Value sets of plans: who judges a level, what an assignment is, the two status scales."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AssessedBy(models.TextChoices):
    NOBODY = "nobody", _("ingen")
    COMMITTEE = "committee", _("nämnden")
    UNITS = "units", _("enheterna")
    BOTH = "both", _("båda")

    @property
    def includes_units(self) -> bool:
        return self in {AssessedBy.UNITS, AssessedBy.BOTH}

    @property
    def includes_committee(self) -> bool:
        return self in {AssessedBy.COMMITTEE, AssessedBy.BOTH}


class AssignmentKind(models.TextChoices):
    ASSIGNMENT = "assignment", _("uppdrag")
    ACTIVITY = "activity", _("aktivitet")


class GoalStatus(models.TextChoices):
    """How far a goal or an indicator is reached. The plan has its own words for these; here are the default ones."""

    ACHIEVED = "achieved", _("Uppnått")
    PARTLY = "partly_achieved", _("Delvis uppnått")
    NOT = "not_achieved", _("Ej uppnått")
    NOT_ASSESSABLE = "not_assessable", _("Kan ej bedömas")

    @property
    def asks_for_cause(self) -> bool:
        """Whether the unit is asked for cause and measure."""
        return self in {GoalStatus.PARTLY, GoalStatus.NOT}


class AssignmentStatus(models.TextChoices):
    NOT_STARTED = "not_started", _("Ej påbörjat")
    ONGOING = "ongoing", _("Pågår")
    ON_TRACK = "on_track", _("Enligt plan")
    DELAYED = "delayed", _("Försenat")
    COMPLETED = "completed", _("Genomfört")
    NOT_COMPLETED = "not_completed", _("Ej genomfört")
    ENDED = "ended", _("Avslutat")
