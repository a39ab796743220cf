"""What a unit is asked for in a round: a line of the list, and what is being answered."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.dates import SWEDISH_TIME, format_moment, format_time
from followup.core.models import User
from followup.core.richtext import clean_html
from goals.choices import GoalStatus
from goals.models import Goal, Plan
from indicators.models import Indicator
from reports.asked import Key
from reports.choices import AnswerState, SubjectKind
from reports.commands.assessments import TEXTS, answer_of
from reports.commands.measure_follow_ups import fingerprint_of_measures
from reports.forms.answer import AnswerForm
from reports.forms.measures import MeasuresForm
from reports.forms.outcome import OutcomeRow, OutcomeSheet
from reports.models import Assessment
from reports.subjects import kind_of
from reports.views.entry.choosing import PartChoice, mark_of, marks_to_text
from reports.views.entry.context.page import EntryContext
from reports.views.entry.context.promises import unanswered_words
from reports.views.entry.context.unchanged import unchanged_words
from reports.views.entry.figures import shown_outcome
from reports.views.entry.judged import Judged, judged
from reports.views.entry.suggestion import ShownSuggestion, suggestion

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
    """Somebody else saved it meanwhile. `state_word` is where their answer stands; `action` is what was asked for."""

    who: str
    when: str
    parts: list[PartChoice]
    state_word: str
    action: str

    @property
    def is_to_be_ready(self) -> bool:
        return self.action == "ready"


@dataclass(slots=True)
class Item:
    """A goal or an indicator in the list of all that the unit is asked for.

    `heading` is the goal above an indicator, where the unit is not asked for the goal itself and no indicator of it
    has come before.
    """

    subject: Goal | Indicator
    plan: Plan
    assessment: Assessment | None
    heading: Goal | None = None

    @property
    def kind(self) -> SubjectKind:
        return kind_of(self.subject)

    @property
    def key(self) -> Key:
        return self.kind, self.subject.pk

    @property
    def is_indicator(self) -> bool:
        return self.kind == SubjectKind.INDICATOR

    @property
    def goal(self) -> Goal | None:
        """The goal that an indicator belongs to."""
        return self.subject.goal if isinstance(self.subject, Indicator) else None

    @property
    def anchor(self) -> str:
        return f"indikator-{self.subject.pk}" if self.is_indicator else f"mal-{self.subject.pk}"

    @property
    def state(self) -> str:
        return self.assessment.state if self.assessment else MISSING

    @property
    def state_word(self) -> str:
        return str(AnswerState(self.state).label) if self.assessment else _("Ej påbörjad")

    @property
    def status_word(self) -> str:
        answer = self.assessment
        if answer is None:
            return ""
        return answer.status_words or (self.plan.word_for(answer.status) if answer.status else "")

    @property
    def is_answered(self) -> bool:
        return bool(self.assessment and self.assessment.is_judged and self.state != AnswerState.RETURNED)

    @property
    def is_done(self) -> bool:
        """Whether the unit has marked it ready, and nobody has sent it back."""
        return bool(self.assessment and AnswerState(self.state).is_done_by_unit)

    @property
    def is_ready(self) -> bool:
        return self.state == AnswerState.READY

    @property
    def is_returned(self) -> bool:
        return self.state == AnswerState.RETURNED

    @property
    def is_approved(self) -> bool:
        return self.state == AnswerState.APPROVED


@dataclass(slots=True)
class Part(Item):
    """What is being answered. `form` and `sheet` are None where there is nothing to type in.

    `has_started`: the form shows last time's texts, not saved. `is_settled`: it shows what was just chosen and saved.
    `answer_seen` holds the marks of the answer that the person had before them, `rest_seen` that of all the rest (see
    `rest.py`), empty where something of it waits or was just changed. `indicators` are a goal's, to read;
    `target` is an indicator's own, in words. `measured` are the goal's indicators, or the one, and `all_rows` their
    figures: those given here, and those of indicators with a page of their own.
    """

    indicators: list[IndicatorLine] = field(default_factory=list)
    measured: list[Indicator] = field(default_factory=list)
    all_rows: list[OutcomeRow] = field(default_factory=list)
    target: str = ""
    context: EntryContext = field(default_factory=EntryContext)
    form: AnswerForm | None = None
    sheet: OutcomeSheet | None = None
    measures_form: MeasuresForm | None = None
    has_started: bool = False
    problem: str = ""
    conflict: Conflict | None = None
    is_unsaved: bool = False
    is_settled: bool = False
    saved_at: datetime | None = None
    errors: list[tuple[str, str]] = field(default_factory=list)
    answer_seen: str = ""
    rest_seen: str = ""

    def saw_answer(self) -> None:
        """Note the marks of what is saved: it is what the person now has before them."""
        answer, measures = answer_of(self.assessment), self.measures_form
        marks = {name: mark_of(getattr(answer, name)) for name in ("status", "trend", *TEXTS)}
        if measures is not None:
            marks |= {measures.stems[each.promise]: mark_of(each.outcome, each.comment) for each in measures.answers()}
        self.answer_seen = marks_to_text(marks)

    def is_valid(self) -> bool:
        """Whether everything that was typed can be read."""
        checked = [item.is_valid() for item in (self.form, self.sheet, self.measures_form) if item is not None]
        return all(checked)

    @property
    def is_savable(self) -> bool:
        """Whether the text can be saved, and the figures but those that are asked about."""
        form, sheet = self.form, self.sheet
        return bool(form and form.is_valid() and sheet and not sheet.errors)

    @property
    def waits_for_something(self) -> bool:
        """Whether what is saved as it is typed leaves something: a figure to be confirmed, a reason to be given."""
        return self.is_savable and not self.is_valid()

    @property
    def has_text(self) -> bool:
        """Whether something is written, so that last time's text would take its place."""
        return self.assessment is not None and any(getattr(self.assessment, name) for name in TEXTS)

    @property
    def unchanged(self) -> str:
        """Which texts still are as they were last time."""
        return unchanged_words(self.context.previous, self.assessment, self.plan)

    @property
    def measures_seen(self) -> str:
        """The fingerprint of the measures as they have been answered now."""
        return fingerprint_of_measures(self.measures_form.answers() if self.measures_form is not None else ())

    @property
    def measures_left(self) -> str:
        """How many of the measures promised last time are not answered."""
        form = self.measures_form
        return unanswered_words(form.answers() if form is not None else self.context.measures)

    @property
    def suggestion(self) -> ShownSuggestion | None:
        """What the figures speak for, as they stand now."""
        return suggestion(self.plan, self.measured, self.all_rows, self.sheet.outcomes if self.sheet else None)

    @property
    def description(self) -> str:
        """Canonical HTML."""
        return clean_html(self.subject.description)

    @property
    def rows(self) -> list[OutcomeRow]:
        return list(self.sheet.rows) if self.sheet else []

    @property
    def version(self) -> int:
        return self.assessment.version if self.assessment else 0

    @property
    def figures(self) -> list[Figure]:
        """The outcomes that are given, to read where they cannot be changed."""
        rows = [row for row in self.rows if not row.current.is_empty]
        return [Figure(row.spoken, shown_outcome(row.current, row.indicator)) for row in rows]

    @property
    def judged(self) -> Judged | None:
        """The saved answer, to read where it cannot be changed."""
        return judged(self.assessment, self.plan) if self.assessment else None

    @property
    def saved_line(self) -> str:
        """`Sparat 14.32 av Anna`, with the date if it was another day."""
        if self.assessment is None:
            return saved_line(self.saved_at, None) if self.saved_at else ""
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
        return bool(self.plan.word_overall_view) or self._holds("overall_view")

    @property
    def shows_outlook(self) -> bool:
        """Whether trend and forecast stand open."""
        return self._holds("trend") or self._holds("forecast")

    def _holds(self, name: str) -> bool:
        """Whether the saved answer, or what was typed, has something there."""
        if self.assessment and getattr(self.assessment, name):
            return True
        return bool(self.form and self.form.is_bound and self.form.data.get(name))


def saved_line(moment: datetime, by: User | None) -> str:
    is_today = moment.astimezone(SWEDISH_TIME).date() == timezone.localdate()
    when = format_time(moment) if is_today else format_moment(moment)
    return _("Sparat %(when)s av %(who)s") % {"when": when, "who": by} if by else _("Sparat %(when)s") % {"when": when}
