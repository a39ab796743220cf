"""Value sets of follow-up: rounds, answers, reports, sections, publications."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from goals.choices import AssignmentStatus, GoalStatus


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


class SubjectKind(models.TextChoices):
    """What an answer is about."""

    GOAL = "goal", _("mål")
    INDICATOR = "indicator", _("indikator")
    ASSIGNMENT = "assignment", _("uppdrag")

    @property
    def statuses(self) -> type[GoalStatus] | type[AssignmentStatus]:
        """The scale it is judged on."""
        return AssignmentStatus if self == SubjectKind.ASSIGNMENT else GoalStatus


class ReportPart(models.TextChoices):
    """What a person may have open in a report while it is composed."""

    SECTION = "section", _("avsnitt")
    DATA_TABLE = "data_table", _("tabell")


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


class MeasureOutcome(models.TextChoices):
    """What became of a measure that was promised in the round before."""

    DONE = "done", _("genomförd")
    CONTINUES = "continues", _("fortsätter")
    DROPPED = "dropped", _("utgår")

    @property
    def asks_for_reason(self) -> bool:
        return self is MeasureOutcome.DROPPED


class ReportTemplate(models.TextChoices):
    INTERIM = "interim", _("delårsuppföljning")
    TERTIAL = "tertial", _("tertialrapport")
    YEAR_END = "year_end", _("verksamhetsberättelse")
    PLAN = "plan", _("verksamhetsplan")
    PLAN_FOLLOW_UP = "plan_follow_up", _("planuppföljning")
    EMPTY = "empty", _("tom")


class SectionKind(models.TextChoices):
    """What a section shows after its text."""

    TEXT = "text", _("text")
    GOAL_OVERVIEW = "goal_overview", _("målöversikt")
    GOAL_FOLLOW_UP = "goal_follow_up", _("måluppföljning")
    GOAL_TABLE = "goal_table", _("måltabell")
    FOLLOW_UP_TABLE = "follow_up_table", _("uppföljningstabell")
    GOAL_MATRIX = "goal_matrix", _("målmatris")
    INDICATOR_TABLE = "indicator_table", _("indikatortabell")
    KEY_FIGURES = "key_figures", _("nyckeltal")
    ASSIGNMENT_TABLE = "assignment_table", _("uppdragstabell")
    ACTIVITY_TABLE = "activity_table", _("aktivitetstabell")
    ASSESSMENT_MATRIX = "assessment_matrix", _("bedömningsmatris")
    DATA_TABLE = "data_table", _("tabell")
    CHART = "chart", _("diagram")
    STATUS_CHART = "status_chart", _("statusdiagram")
    ATTACHMENTS = "attachments", _("bilagor")
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


class DecisionOutcome(models.TextChoices):
    """What a committee does with a report that it has before it."""

    ADOPTED = "adopted", _("fastställd")
    REMITTED_BACK = "remitted_back", _("återremitterad")


class Happening(models.TextChoices):
    """What readers are told about a version."""

    PUBLISHED = "published", _("publicerad")
    CORRECTED = "corrected", _("ny version")
    WITHDRAWN = "withdrawn", _("avpublicerad")


class OpenForm(models.TextChoices):
    """Forms that anyone may send without signing in; how often is limited."""

    SUBSCRIBE = "subscribe", _("prenumerera")
    ACCESSIBILITY = "accessibility", _("bristande tillgänglighet")


class JobKind(models.TextChoices):
    """Work that takes too long for a page to wait for."""

    PUBLICATION = "publication", _("publicering")
    DRAFT_PDF = "draft_pdf", _("utkast som PDF")


class JobState(models.TextChoices):
    QUEUED = "queued", _("väntar")
    RUNNING = "running", _("pågår")
    DONE = "done", _("klart")
    FAILED = "failed", _("misslyckades")
    CANCELLED = "cancelled", _("avbrutet")

    @property
    def is_open(self) -> bool:
        """Whether it will still be done, or is being done."""
        return self in {JobState.QUEUED, JobState.RUNNING}


class JobStep(models.TextChoices):
    """How far the work has come, in the order of the work."""

    CHECKING = "checking", _("Kontrollerar rapporten")
    READING = "reading", _("Läser ihop rapporten")
    PAGE = "page", _("Bygger webbsidan")
    LAYOUT = "layout", _("Lägger ut PDF-sidorna")
    PAPER = "paper", _("Skriver PDF-filen")
    DATA = "data", _("Skriver kalkylblad och data")
    STORING = "storing", _("Lagrar")


class PassageKind(models.TextChoices):
    """What can be found in a published report."""

    SECTION = "section", _("Avsnitt")
    GOAL = "goal", _("Mål")
    INDICATOR = "indicator", _("Indikator")
    ASSIGNMENT = "assignment", _("Uppdrag")
    COMMENT = "comment", _("Kommentar")
    ROW = "row", _("Tabellrad")
    NOTE = "note", _("Fotnot")
    ATTACHMENT = "attachment", _("Bilaga")
