"""Value sets of indicators, targets and outcomes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndicatorKind(models.TextChoices):
    INDICATOR = "indicator", _("indikator")
    KEY_FIGURE = "key_figure", _("nyckeltal")
    VOLUME = "volume", _("volymmått")


class DesiredDirection(models.TextChoices):
    INCREASE = "increase", _("öka")
    DECREASE = "decrease", _("minska")
    MAINTAIN = "maintain", _("bibehålla")
    NONE = "none", _("ingen")


class Frequency(models.TextChoices):
    MONTH = "month", _("månad")
    QUARTER = "quarter", _("kvartal")
    TERTIAL = "tertial", _("tertial")
    YEAR = "year", _("år")


class MeasuredAgainst(models.TextChoices):
    VALUE = "value", _("värde")
    CHANGE_PERCENT = "change_percent", _("förändring i procent mot föregående år")
    CHANGE = "change", _("förändring mot föregående år")


class MissingReason(models.TextChoices):
    """Why there is no value. A missing value is never a zero."""

    NOT_YET = "not_yet", _("ej mätt ännu")
    NON_RESPONSE = "non_response", _("bortfall")
    NOT_APPLICABLE = "not_applicable", _("ej tillämpligt")
    SUPPRESSED = "suppressed", _("sekretess")
