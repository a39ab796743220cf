"""The outcome fields of one goal: a row for each figure that the unit gives.

Not a `django.forms` form: a goal may have hundreds of figures, and three small fields for each are read and drawn as
plain data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2s

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from followup.core.choices import Sex
from followup.core.periods import parse_period
from indicators.aims import Scale
from indicators.choices import MissingReason
from indicators.commands.outcomes import Outcome
from indicators.comparison import Standing
from indicators.completion import follows_counts, follows_parts
from indicators.measures import Measure
from indicators.models import Indicator
from reports.forms.outcome_echo import compared_words, outcome_words
from reports.forms.outcome_questions import Question, ask
from reports.forms.outcome_reading import Reading, groups_of, read_group
from reports.forms.outcome_text import Typed, seen_from_json, seen_to_json, typed_of

SEEN = "outcomes_seen"


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One figure to give, and what is known about it. `target` and `previous` are ready to show.

    `standing` holds what the figure is compared with, in numbers.
    """

    indicator: Indicator
    period: str
    submeasure: str
    sex: str
    current: Outcome
    label: str
    target: str = ""
    previous: str = ""
    standing: Standing = field(default_factory=Standing)

    @property
    def series(self) -> tuple[int, str]:
        """What women, men and total have in common."""
        return (self.indicator.pk, self.submeasure)

    @property
    def scale(self) -> Scale:
        return scale_of(self.indicator)

    @property
    def takes_counts(self) -> bool:
        """Whether the counts behind the figure can be given."""
        return self.scale.measure is Measure.SHARE

    @property
    def period_label(self) -> str:
        return parse_period(self.period).label()

    @property
    def spoken(self) -> str:
        """What the row is about, for those who listen."""
        return ", ".join(part for part in (str(self.indicator), self.label, self.period_label) if part)

    @property
    def name(self) -> str:
        """The stem of the row's fields: the same as long as indicator, submeasure and sex are."""
        mark = blake2s(self.submeasure.encode(), digest_size=5).hexdigest() if self.submeasure else "0"
        return f"o{self.indicator.pk}-{mark}-{self.sex}"


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """A row as it is shown: with what was typed, what is wrong with it, and what somebody else saved meanwhile.

    `echo` is how the figure was understood and how it stands; `becomes` what an empty field will be, where that can be
    computed; `follows` says what the field's value was computed from (`parts`, `counts`), empty where it was typed.
    """

    row: OutcomeRow
    typed: Typed
    error: str = ""
    saved_meanwhile: str = ""
    question: Question | None = None
    is_confirmed: bool = False
    echo: str = ""
    becomes: str = ""
    follows: str = ""

    @property
    def error_list(self) -> list[str]:
        return [self.error] if self.error else []

    @property
    def shows_counts(self) -> bool:
        """Whether the counts stand open."""
        return self.typed.has_counts

    @property
    def told(self) -> str:
        """The echo, with the question that saving would put."""
        return " ".join(part for part in (self.echo, self.question.text if self.question else "") if part)


@dataclass(frozen=True, slots=True)
class OutcomeEntry:
    """A figure that the person changed; `seen` is what they had before them."""

    row: OutcomeRow
    outcome: Outcome
    seen: Outcome


def scale_of(indicator: Indicator) -> Scale:
    return Scale(indicator.unit_of_measure, indicator.decimals, indicator.desired_direction)


def kind_choices() -> list[tuple[str, str]]:
    """What a figure may be: final, preliminary, or missing for a reason."""
    missing = [(reason.value, _("Saknas: %(reason)s") % {"reason": reason.label}) for reason in MissingReason]
    return [("", _("Slutligt")), ("preliminary", _("Preliminärt")), *missing]


class OutcomeSheet:
    """The rows with what was typed in them. Unbound, with no `data`, it shows what stands there."""

    def __init__(self, rows: Sequence[OutcomeRow], data: Mapping[str, str] | None = None) -> None:
        self.rows = rows
        self._data = data
        self._meanwhile: dict[str, str] = {}
        self._seen = (
            {row.name: row.current for row in rows} if data is None else seen_from_json(str(data.get(SEEN, "")))
        )

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        return kind_choices()

    @property
    def seen(self) -> str:
        """What the person has before them, for the hidden field."""
        return seen_to_json(self._seen)

    def saw(self, current: Mapping[str, Outcome], words: Mapping[str, str]) -> None:
        """Somebody else changed these rows: the person sees `words` now, and saving again replaces knowingly."""
        self._seen = {**self._seen, **current}
        self._meanwhile = dict(words)

    def saved(self) -> None:
        """What was typed is saved: it is what the person now has before them. Rows of others stay as they saw them."""
        self._seen = {**self._seen, **{entry.row.name: entry.outcome for entry in self.entries}}

    @cached_property
    def _read(self) -> Reading:
        """All rows read, group by group."""
        whole = Reading()
        for rows in groups_of(self.rows):
            whole.add(read_group(rows, {row.name: self._typed(row) for row in rows}, self._seen))
        return whole

    @cached_property
    def _questions(self) -> dict[str, Question]:
        found: dict[str, Question] = {}
        for rows in groups_of(self.rows):
            found |= ask(rows, self._read, self._seen)
        return found

    def _is_confirmed(self, name: str) -> bool:
        question = self._questions.get(name)
        return question is not None and self._data is not None and self._data.get(f"{name}-sure") == question.answer

    def _typed(self, row: OutcomeRow) -> Typed:
        name, stood = row.name, typed_of(self._seen.get(row.name, Outcome()))
        if self._data is None or name not in self._data:
            return stood
        text, counts = self._data[name], (stood.numerator, stood.denominator)
        if row.takes_counts and f"{name}-numerator" in self._data:
            counts = (self._data[f"{name}-numerator"], self._data.get(f"{name}-denominator", ""))
        elif text.strip() != stood.text:
            counts = ("", "")
        return Typed.of(text, self._data.get(f"{name}-kind", ""), self._data.get(f"{name}-remark", ""), *counts)

    def typed_in(self, row: OutcomeRow) -> Typed:
        """What stands in the fields of the row."""
        return self._typed(row)

    def is_total_of_parts(self, row: OutcomeRow) -> bool:
        """Whether the row is a total that women and men give, and nobody has typed."""
        if row.sex != Sex.TOTAL or row.name not in self._read.computed:
            return False
        typed = self._typed(row)
        is_left_open = typed.says_no_value and not typed.has_counts
        return is_left_open or typed == typed_of(self._seen.get(row.name, Outcome()))

    @cached_property
    def entries(self) -> list[OutcomeEntry]:
        """The figures that were changed, can be read and are not in question.

        Where a total was computed, those for women and men stand among them too: if somebody else has changed one of
        them the total is not what it would be.
        """
        return [entry for rows in groups_of(self.rows) for entry in self._entries_of(rows)]

    def _entries_of(self, rows: Sequence[OutcomeRow]) -> list[OutcomeEntry]:
        read = self._read
        if any(row.name in self.questions for row in rows):
            return []
        has_computed_total = any(row.sex == Sex.TOTAL and row.name in read.computed for row in rows)
        found = []
        for row in rows:
            seen, outcome = self._seen.get(row.name, Outcome()), read.outcomes.get(row.name)
            if outcome is not None and (outcome != seen or has_computed_total):
                found.append(OutcomeEntry(row, outcome, seen))
        return found

    @property
    def outcomes(self) -> dict[str, Outcome]:
        """What each row says now, that can be read, by the stem of its fields."""
        return self._read.outcomes

    @property
    def errors(self) -> dict[str, str]:
        """What is wrong, by the stem of the row's fields."""
        return self._read.faults

    @property
    def questions(self) -> dict[str, str]:
        """What is asked and has not been answered, by the stem of the row's fields."""
        return {name: each.text for name, each in self._questions.items() if not self._is_confirmed(name)}

    def is_valid(self) -> bool:
        return not self.errors and not self.questions

    @property
    def lines(self) -> list[OutcomeLine]:
        return [self._line(row, rows) for rows in groups_of(self.rows) for row in rows]

    def _line(self, row: OutcomeRow, rows: Sequence[OutcomeRow]) -> OutcomeLine:
        name, read, typed = row.name, self._read, self._typed(row)
        outcome = read.outcomes.get(name, Outcome())
        is_computed = name in read.computed
        compared = compared_words(outcome, row.standing, row.scale)
        echo = ""
        if is_computed or compared or (name in read.touched and name in read.outcomes):
            echo = outcome_words(outcome, row.standing, row.scale, is_computed=is_computed)
        return OutcomeLine(
            row=row,
            typed=typed,
            error=read.faults.get(name, ""),
            saved_meanwhile=self._meanwhile.get(name, ""),
            question=self._questions.get(name),
            is_confirmed=self._is_confirmed(name),
            echo=echo,
            becomes=typed_of(outcome).text if is_computed and not typed.text else "",
            follows=self._follows(row, rows),
        )

    def _follows(self, row: OutcomeRow, rows: Sequence[OutcomeRow]) -> str:
        stood, scale = self._seen.get(row.name, Outcome()), row.scale
        if self._typed(row) != typed_of(stood):
            return ""
        parts = {each.sex: self._seen.get(each.name, Outcome()) for each in rows}
        if row.sex == Sex.TOTAL and {Sex.WOMEN, Sex.MEN} <= set(parts):
            women, men = parts[Sex.WOMEN], parts[Sex.MEN]
            if follows_parts(stood, women, men, scale.measure, scale.decimals):
                return "parts"
        return "counts" if follows_counts(stood, scale.decimals) else ""
