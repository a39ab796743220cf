"""The outcome fields of one goal: a row for each figure that the unit gives.

Not a `django.forms` form: a goal may have hundreds of figures, and three small fields for each are read and drawn as
plain data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from followup.core.periods import parse_period
from indicators.choices import MissingReason
from indicators.commands.outcomes import Outcome
from indicators.models import Indicator
from reports.forms.outcome_text import OutcomeFault, Typed, read, seen_from_json, seen_to_json, typed_of

SEEN = "outcomes_seen"


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One figure to give, and what is known about it. `target` and `previous` are ready to show."""

    indicator: Indicator
    period: str
    submeasure: str
    sex: str
    current: Outcome
    label: str
    target: str = ""
    previous: str = ""

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
    """A row as it is shown: with what was typed, what is wrong with it, and what somebody else saved meanwhile."""

    row: OutcomeRow
    typed: Typed
    error: str = ""
    saved_meanwhile: str = ""

    @property
    def error_list(self) -> list[str]:
        return [self.error] if self.error else []


@dataclass(frozen=True, slots=True)
class OutcomeEntry:
    """A figure that the person changed; `seen` is what they had before them."""

    row: OutcomeRow
    outcome: Outcome
    seen: Outcome


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
    def _read(self) -> tuple[list[OutcomeEntry], dict[str, str]]:
        entries: list[OutcomeEntry] = []
        errors: dict[str, str] = {}
        if self._data is None:
            return entries, errors
        for row in self.rows:
            typed, seen = self._typed(row), self._seen.get(row.name, Outcome())
            if typed == typed_of(seen):
                continue
            try:
                entries.append(OutcomeEntry(row, read(typed, row.indicator.unit_of_measure), seen))
            except OutcomeFault as fault:
                errors[row.name] = str(fault)
        return entries, errors

    def _typed(self, row: OutcomeRow) -> Typed:
        if self._data is None or row.name not in self._data:
            return typed_of(self._seen.get(row.name, Outcome()))
        name = row.name
        return Typed.of(self._data[name], self._data.get(f"{name}-kind", ""), self._data.get(f"{name}-remark", ""))

    @property
    def entries(self) -> list[OutcomeEntry]:
        """The figures that were changed and can be read."""
        return self._read[0]

    @property
    def errors(self) -> dict[str, str]:
        """What is wrong, by the stem of the row's fields."""
        return self._read[1]

    def is_valid(self) -> bool:
        return not self.errors

    @property
    def lines(self) -> list[OutcomeLine]:
        return [
            OutcomeLine(row, self._typed(row), self.errors.get(row.name, ""), self._meanwhile.get(row.name, ""))
            for row in self.rows
        ]
