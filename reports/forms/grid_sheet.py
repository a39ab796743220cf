"""The grid's cells with what was typed in them: plain data, since a page may hold hundreds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from followup.core.numbers import format_number
from followup.core.periods import Period
from indicators.commands.outcome_grid import OutcomeEdit
from indicators.commands.outcomes import Outcome
from indicators.models import Indicator
from reports.forms.grid import indicator_of
from reports.forms.grid_text import cell_text, echo, read_cell
from reports.forms.outcome_text import OutcomeFault, seen_from_json, seen_to_json

SEEN, ROWS = "outcomes_seen", "rows"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A figure that can be given, and what stands there. In a locked period it is only shown."""

    name: str
    indicator: Indicator
    submeasure: str
    sex: str
    period: Period
    current: Outcome
    is_locked: bool


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as it is shown. `column` is its place across, from 0, and `column_label` the column's heading.

    `stands` is the text of what is saved, None where `text` is it; `echo` is what was understood, `note` what else
    stands there, `meanwhile` what somebody else saved.
    """

    cell: GridCell
    column: int
    column_label: str
    text: str
    stands: str | None
    echo: str
    error: str
    meanwhile: str
    note: str

    @property
    def error_list(self) -> list[str]:
        return [self.error] if self.error else []


class GridSheet:
    """Unbound, with no `data`, it shows what stands there."""

    def __init__(self, cells: Sequence[GridCell], data: Mapping[str, str] | None = None) -> None:
        self._cells = {cell.name: cell for cell in cells}
        self._data = data
        self._faults: dict[str, str] = {}
        self._meanwhile: dict[str, str] = {}
        stands = {cell.name: cell.current for cell in cells}
        self._seen = stands if data is None else seen_from_json(data.get(SEEN, ""))

    @property
    def seen(self) -> str:
        """What the person has before them, for the hidden field."""
        return seen_to_json(self._seen)

    @cached_property
    def _read(self) -> tuple[list[OutcomeEdit], dict[str, str]]:
        edits: list[OutcomeEdit] = []
        errors: dict[str, str] = {}
        for name, cell in self._cells.items():
            text, seen = self._typed(name), self._seen.get(name, Outcome())
            if text.strip() == cell_text(seen).strip():
                continue
            try:
                outcome = read_cell(text, seen.remark, cell.indicator.unit_of_measure)
            except OutcomeFault as fault:
                errors[name] = str(fault)
            else:
                edits.append(_edit(cell, _with_counts(outcome, seen), seen))
        return edits, errors

    def _typed(self, name: str) -> str:
        shown = cell_text(self._seen.get(name, Outcome()))
        return shown if self._data is None else self._data.get(name, shown)

    @cached_property
    def _understood(self) -> dict[str, Outcome]:
        return {edit.name: edit.outcome for edit in self.edits}

    @property
    def edits(self) -> list[OutcomeEdit]:
        """The figures that were changed and can be read."""
        return self._read[0]

    @property
    def errors(self) -> list[tuple[GridCell, str]]:
        """What is wrong with each cell, in the grid's order."""
        faults = self._read[1] | self._faults
        return [(cell, faults[name]) for name, cell in self._cells.items() if name in faults]

    @property
    def homeless(self) -> list[str]:
        """What was typed for indicators that are not there any more."""
        typed = self._data or {}
        gone = [name for name in typed if indicator_of(name) and name not in self._cells]
        return [typed[name] for name in gone if typed[name].strip() != cell_text(self._seen.get(name, Outcome()))]

    def tell(self, faults: Mapping[str, str]) -> None:
        """Show why these figures could not be saved."""
        self._faults = dict(faults)

    def saw(self, current: Mapping[str, Outcome], words: Mapping[str, str]) -> None:
        """Somebody else changed these figures: the person sees `words` now, and saving again replaces knowingly."""
        self._seen = {**self._seen, **current}
        self._meanwhile = dict(words)

    def show(self, name: str, column: int, column_label: str) -> ShownCell:
        cell, seen = self._cells[name], self._seen.get(name, Outcome())
        text, stands = self._typed(name), cell_text(seen)
        changed = self._understood.get(name)
        return ShownCell(
            cell=cell,
            column=column,
            column_label=column_label,
            text=text,
            stands=stands if text.strip() != stands.strip() else None,
            echo="" if changed is None else echo(changed, cell.indicator.unit_of_measure, cell.indicator.decimals),
            error=self._faults.get(name) or self._read[1].get(name, ""),
            meanwhile=self._meanwhile.get(name, ""),
            note=_note(seen),
        )


def _with_counts(outcome: Outcome, seen: Outcome) -> Outcome:
    """A cell says nothing of the counts behind a share: they go with the value that they gave."""
    if outcome.value is None or outcome.value != seen.value:
        return outcome
    return replace(outcome, numerator=seen.numerator, denominator=seen.denominator)


def _edit(cell: GridCell, outcome: Outcome, seen: Outcome) -> OutcomeEdit:
    return OutcomeEdit(
        name=cell.name,
        indicator_id=cell.indicator.pk,
        period=cell.period,
        sex=cell.sex,
        submeasure=cell.submeasure,
        outcome=outcome,
        seen=seen,
    )


def _note(seen: Outcome) -> str:
    """What the cell's text does not say: the number behind the words, and the remark."""
    behind = format_number(seen.value, None) if seen.words and seen.value is not None else ""
    parts = [_("Tal: %(number)s.") % {"number": behind} if behind else "", seen.remark]
    return " ".join(part for part in parts if part)
