"""What the round's entry page shows, as data for its templates."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from followup.core.dates import SWEDISH_TIME, days_left, format_date, format_moment, format_time
from followup.core.models import Unit, User
from followup.core.richtext import clean_html
from goals.choices import GoalStatus
from goals.models import Goal, Plan
from reports.choices import AnswerState
from reports.forms.answer import AnswerForm
from reports.forms.outcome import OutcomeRow, OutcomeSheet
from reports.models import Assessment, Round
from reports.views.entry.figures import shown_outcome
from reports.views.entry.judged import Difference, Judged, judged

MISSING = "missing"


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    name: str
    group: str
    target: str


@dataclass(frozen=True, slots=True)
class Figure:
    """An outcome to read."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else saved the goal meanwhile. `differences` are HTML; figures are shown at their rows."""

    who: str
    when: str
    differences: list[Difference]
    has_figures: bool


@dataclass(slots=True)
class GoalPart:
    """One goal on the page. `form` and `sheet` are None where there is nothing to type in."""

    goal: Goal
    plan: Plan
    indicators: list[IndicatorLine]
    previous: Judged | None
    assessment: Assessment | None
    form: AnswerForm | None = None
    sheet: OutcomeSheet | None = None
    problem: str = ""
    conflict: Conflict | None = None
    is_unsaved: bool = False
    errors: list[tuple[str, str]] = field(default_factory=list)

    def is_valid(self) -> bool:
        """Whether everything that was typed can be read."""
        checked = [item.is_valid() for item in (self.form, self.sheet) if item is not None]
        return all(checked)

    @property
    def description(self) -> str:
        """Canonical HTML."""
        return clean_html(self.goal.description)

    @property
    def rows(self) -> list[OutcomeRow]:
        return list(self.sheet.rows) if self.sheet else []

    @property
    def anchor(self) -> str:
        return anchor(self.goal)

    @property
    def state(self) -> str:
        return self.assessment.state if self.assessment else MISSING

    @property
    def state_word(self) -> str:
        return str(AnswerState(self.state).label) if self.assessment else _("Ej påbörjad")

    @property
    def status_word(self) -> str:
        return self.plan.word_for(self.assessment.status) if self.assessment and self.assessment.status else ""

    @property
    def version(self) -> int:
        return self.assessment.version if self.assessment else 0

    @property
    def figures(self) -> list[Figure]:
        """The outcomes that are given, to read where they cannot be changed."""
        rows = [row for row in self.rows if not row.current.is_empty]
        return [Figure(row.spoken, shown_outcome(row.current, row.indicator)) for row in rows]

    @property
    def is_answered(self) -> bool:
        return bool(self.assessment and self.assessment.status and self.state != AnswerState.RETURNED)

    @property
    def is_ready(self) -> bool:
        return self.state == AnswerState.READY

    @property
    def is_returned(self) -> bool:
        return self.state == AnswerState.RETURNED

    @property
    def is_approved(self) -> bool:
        return self.state == AnswerState.APPROVED

    @property
    def judged(self) -> Judged | None:
        """The saved answer, to read where it cannot be changed."""
        return judged(self.assessment, self.plan) if self.assessment else None

    @property
    def saved_line(self) -> str:
        """`Sparat 14.32 av Anna`, with the date if it was another day."""
        if self.assessment is None:
            return ""
        return saved_line(self.assessment.updated_at, self.assessment.updated_by)

    @property
    def returned_line(self) -> str:
        """Who sent the answer back, and when."""
        if self.assessment is None or self.assessment.returned_at is None:
            return ""
        return _("Återsänt av %(who)s %(when)s") % {
            "who": self.assessment.returned_by,
            "when": format_moment(self.assessment.returned_at),
        }

    @property
    def asked_for(self) -> list[str]:
        """The labels of cause and measure where the saved status asks for them and they are empty."""
        answer = self.assessment
        if answer is None or answer.status not in GoalStatus.values or not GoalStatus(answer.status).asks_for_cause:
            return []
        parts = [(answer.cause, self.plan.label_cause), (answer.measure, self.plan.label_measure)]
        return [label for html, label in parts if not html]

    @property
    def shows_overall_view(self) -> bool:
        """Whether the overall view stands open: where the plan has a word of its own for it, or it holds something."""
        if self.plan.word_overall_view or (self.assessment and self.assessment.overall_view):
            return True
        return bool(self.form and self.form.is_bound and self.form.data.get("overall_view"))


@dataclass
class EntryPage:
    """The whole page. `lock` says why nothing is taken in, empty where the round is open."""

    round: Round
    unit: Unit
    today: date
    parts: list[GoalPart]
    lock: str = ""
    reopened: str = ""
    problem: str = ""

    @property
    def total(self) -> int:
        return len(self.parts)

    @cached_property
    def answered(self) -> int:
        return sum(part.is_answered for part in self.parts)

    @property
    def progress(self) -> str:
        return progress(self.answered, self.total)

    @property
    def left(self) -> list[GoalPart]:
        """The goals that have no judgement, or have been returned."""
        return [part for part in self.parts if not part.is_answered]

    @property
    def is_handed_in(self) -> bool:
        return bool(self.parts) and all(
            part.assessment and AnswerState(part.state).is_done_by_unit for part in self.parts
        )

    @property
    def is_late(self) -> bool:
        return not self.lock and self.round.is_late(self.today)

    @property
    def instruction(self) -> str:
        """Canonical HTML."""
        return clean_html(self.round.instruction)

    @property
    def opens_on(self) -> str:
        return format_date(self.round.opens_on) if self.round.opens_on else ""

    @property
    def deadline(self) -> str:
        return format_date(self.round.deadline) if self.round.deadline else ""

    @property
    def time_left(self) -> str:
        return days_left(self.round.deadline, self.today) if self.round.deadline else ""

    def part_or_404(self, goal: Goal) -> GoalPart:
        """The goal's part; a goal that the unit does not answer is not there."""
        for part in self.parts:
            if part.goal.pk == goal.pk:
                return part
        raise Http404


def anchor(goal: Goal) -> str:
    return f"mal-{goal.pk}"


def progress(answered: int, total: int) -> str:
    return _("%(answered)d av %(total)d mål besvarade") % {"answered": answered, "total": total}


def saved_line(moment: datetime, by: User | None) -> str:
    is_today = moment.astimezone(SWEDISH_TIME).date() == timezone.localdate()
    when = format_time(moment) if is_today else format_moment(moment)
    return _("Sparat %(when)s av %(who)s") % {"when": when, "who": by} if by else _("Sparat %(when)s") % {"when": when}
