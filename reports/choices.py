"""Value sets of follow-up: rounds, answers, reports, sections, publications."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoundKind(models.TextChoices):
    TERTIAL_1 = "tertial_1", _("tertial 1")
    TERTIAL_2 = "tertial_2", _("tertial 2")
    INTERIM = "interim", _("delår")
    YEAR_END = "year_end", _("helår")
    QUARTER = "quarter", _("kvartal")
    MONTH = "month", _("månad")


class RoundState(models.TextChoices):
    PLANNED = "planned", _("planerad")
    OPEN = "open", _("öppen")
    CLOSED = "closed", _("stängd")


class AnswerState(models.TextChoices):
    """How far an answer has come: draft → ready → returned or approved."""

    DRAFT = "draft", _("Utkast")
    READY = "ready", _("Klar")
    RETURNED = "returned", _("Återsänd")
    APPROVED = "approved", _("Godkänd")

    @property
    def is_done_by_unit(self) -> bool:
        return self in {AnswerState.READY, AnswerState.APPROVED}


class Trend(models.TextChoices):
    UP = "up", _("upp")
    UNCHANGED = "unchanged", _("oförändrad")
    DOWN = "down", _("ned")


class ReportTemplate(models.TextChoices):
    INTERIM = "interim", _("delårsuppföljning")
    TERTIAL = "tertial", _("tertialrapport")
    YEAR_END = "year_end", _("verksamhetsberättelse")
    PLAN = "plan", _("verksamhetsplan")
    PLAN_FOLLOW_UP = "plan_follow_up", _("planuppföljning")
    EMPTY = "empty", _("tom")


class SectionKind(models.TextChoices):
    TEXT = "text", _("text")
    GOAL_OVERVIEW = "goal_overview", _("målöversikt")
    GOAL_TABLE = "goal_table", _("måltabell")
    PAGE_BREAK = "page_break", _("sidbrytning")


class RowKind(models.TextChoices):
    """What a row of a data table is, and so how it is added up (see the workbook's sheet Tabeller)."""

    HEADING = "heading", _("rubrik")
    COMPUTATION = "computation", _("beräkning")
    ROW = "row", _("rad")
    SUBTOTAL = "subtotal", _("delsumma")
    SUM = "sum", _("summa")
    GRAND_TOTAL = "grand_total", _("totalsumma")
    TOTAL = "total", _("total")
    OF_WHICH = "of_which", _("varav")
    GROUP_HEADING = "group_heading", _("mellanrubrik")


class Audience(models.TextChoices):
    MEMBERS = "members", _("nämndens ledamöter")
    PUBLIC = "public", _("alla")
