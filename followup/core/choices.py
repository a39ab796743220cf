"""Value sets of the foundation: roles and what is written in the audit trail."""

from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    READER = "reader", _("läsare")
    REPORTER = "reporter", _("rapportör")
    APPROVER = "approver", _("godkännare")
    CONTROLLER = "controller", _("controller")
    ADMINISTRATOR = "administrator", _("administratör")
    AUDITOR = "auditor", _("revisor")


class AuditAction(models.TextChoices):
    CREATED = "created", _("lade till")
    CHANGED = "changed", _("ändrade")
    DELETED = "deleted", _("tog bort")
    IMPORTED = "imported", _("läste in")
    OPENED = "opened", _("öppnade")
    CLOSED = "closed", _("stängde")
    HANDED_IN = "handed_in", _("lämnade in")
    RETURNED = "returned", _("återsände")
    APPROVED = "approved", _("godkände")
    REMINDED = "reminded", _("påminde")
    NOTIFIED = "notified", _("underrättade")
    APPOINTED = "appointed", _("utsåg")
    ENDED = "ended", _("avslutade")
    WAIVED = "waived", _("godtog")
    ORDERED = "ordered", _("beställde")
    CANCELLED = "cancelled", _("avbröt")
    PUBLISHED = "published", _("publicerade")
    DISCLOSED = "disclosed", _("öppnade för alla")
    RECORDED = "recorded", _("registrerade")
    WITHDRAWN = "withdrawn", _("avpublicerade")
    ASKED = "asked", _("ställde")
    ANSWERED = "answered", _("besvarade")
    SIGNED_IN = "signed_in", _("loggade in")
    BACKED_UP = "backed_up", _("säkerhetskopierade")
    RESTORED = "restored", _("återställde")
    SIGNED_OUT = "signed_out", _("loggade ut")
    INVITED = "invited", _("bjöd in")
    REVOKED = "revoked", _("återkallade")
    EXTRACTED = "extracted", _("hämtade ut uppgifter om")
    ERASED = "erased", _("raderade uppgifter om")


class RoleOrigin(models.TextChoices):
    """Where a role comes from: what an administrator gives stays, what a group gives follows the group."""

    BY_HAND = "by_hand", _("given för hand")
    GROUP = "group", _("från inloggningstjänstens grupper")


class Sex(models.TextChoices):
    TOTAL = "total", _("totalt")
    WOMEN = "women", _("kvinnor")
    MEN = "men", _("män")


class ReportFont(models.TextChoices):
    """The typeface of a municipality's reports."""

    SANS = "sans", _("Source Sans, utan seriffer")
    SERIF = "serif", _("Source Serif, med seriffer")


class Conformance(models.TextChoices):
    """How far a service meets the law on accessible digital public service, in the law's own three steps."""

    FULLY = "fully", _("helt förenlig")
    PARTLY = "partly", _("delvis förenlig")
    NOT = "not", _("inte förenlig")


def capitalised(values: type[models.TextChoices]) -> list[tuple[str, Any]]:
    """The choices as they look alone, with a capital first letter; the labels stay as the workbook writes them."""
    return [(value, capfirst(label)) for value, label in values.choices]
