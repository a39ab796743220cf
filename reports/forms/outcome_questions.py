"""What is asked about the figures of rows that belong together, before they are saved. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Protocol

from followup.core.choices import Sex
from indicators.commands.outcomes import Outcome
from indicators.comparison import Standing
from indicators.plausibility import question_of_total, questions
from reports.forms.outcome_reading import Reading, Row


class ComparedRow(Row, Protocol):
    """A row, and what its figure is compared with."""

    @property
    def standing(self) -> Standing: ...


@dataclass(frozen=True, slots=True)
class Question:
    """`answer` is what the box that says “it is right” sends: it holds for this question about this figure alone."""

    text: str

    @property
    def answer(self) -> str:
        return blake2s(self.text.encode(), digest_size=8).hexdigest()


def ask(rows: Sequence[ComparedRow], reading: Reading, seen: Mapping[str, Outcome]) -> dict[str, Question]:
    """The questions about the figures of a group that have changed, by the names of their rows."""
    changed = {row.name for row in rows if _number_changed(row.name, reading, seen)}
    asked: dict[str, list[str]] = {}
    for row in rows:
        is_sum = row.name in reading.computed and row.sex == Sex.TOTAL
        if row.name in changed and not (is_sum and any(asked.values())):
            asked[row.name] = questions(reading.outcomes[row.name], row.standing, row.scale)
    of_sex = {row.sex: row for row in rows}
    if changed and all(sex in of_sex and of_sex[sex].name in reading.outcomes for sex in Sex.values):
        total, women, men = (reading.outcomes[of_sex[sex].name] for sex in (Sex.TOTAL, Sex.WOMEN, Sex.MEN))
        question = question_of_total(total, women, men, of_sex[Sex.TOTAL].scale)
        asked.setdefault(of_sex[Sex.TOTAL].name, []).append(question)
    found = {name: " ".join(text for text in texts if text) for name, texts in asked.items()}
    return {name: Question(text) for name, text in found.items() if text}


def _number_changed(name: str, reading: Reading, seen: Mapping[str, Outcome]) -> bool:
    outcome, stood = reading.outcomes.get(name), seen.get(name, Outcome())
    if outcome is None:
        return False
    return (outcome.value, outcome.numerator, outcome.denominator) != (
        stood.value,
        stood.numerator,
        stood.denominator,
    )
