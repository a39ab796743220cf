"""A round as what is judged by units: what was answered, what is missing, and the sums. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goals.choices import AssignmentStatus
from reports.asked import Asked, Key
from reports.build.document import StatusCount, StatusMark
from reports.build.facts import UnitFact
from reports.choices import AnswerState
from reports.views.overview.rows import AnswerRow

MISSING = "missing"


class Shown(StrEnum):
    """Which rows the page shows; the value stands in its address."""

    ALL = "alla"
    MISSING = "saknas"
    LATE = "sena"
    RETURNED = "atersanda"
    OWN = "namnden"


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer, or its absence. `state` is an AnswerState or `missing`; `is_asked` False: nobody waits for it."""

    label: str
    is_asked: bool
    status: StatusMark | None
    state: str
    state_word: str | Promise
    owes_cause: bool = False
    is_late: bool = False

    @property
    def is_missing(self) -> bool:
        """Whether it is asked for and has not been marked ready (or went back)."""
        return self.is_asked and not is_done(self.state)

    @property
    def has_answer(self) -> bool:
        return self.state != MISSING

    @property
    def is_answered(self) -> bool:
        """Whether it is judged, or marked ready all the same. What has been returned is to be answered anew."""
        return is_done(self.state) or (self.state == AnswerState.DRAFT and self.status is not None)

    @property
    def is_lacking(self) -> bool:
        return self.is_missing or self.owes_cause

    @property
    def is_returned(self) -> bool:
        return self.state == AnswerState.RETURNED


@dataclass(frozen=True, slots=True)
class MatrixRow:
    subject: Asked
    cells: tuple[Cell, ...]
    own: Cell


@dataclass(frozen=True, slots=True)
class Total:
    """How far the answers of one unit, or of all, have come; of those that are asked for. A returned answer is none."""

    asked: int
    answered: int
    done: int
    approved: int
    ready: int
    returned: int
    missing: int
    late: int
    owing: int

    @property
    def unfinished(self) -> int:
        """Those that have been begun: drafts, and what was returned."""
        return self.asked - self.done - self.missing


@dataclass(frozen=True, slots=True)
class Matrix:
    units: tuple[UnitFact, ...]
    rows: tuple[MatrixRow, ...]
    unit_totals: tuple[Total, ...]
    own_total: Total
    total: Total
    statuses: tuple[StatusCount, ...]

    def count(self, shown: Shown) -> int:
        return sum(not row.subject.is_heading for row in self.shown(shown))

    def shown(self, shown: Shown) -> tuple[MatrixRow, ...]:
        """The rows where some unit (or the committee) has something left, is late or got it back; or all."""
        match shown:
            case Shown.MISSING:
                return tuple(row for row in self.rows if any(cell.is_lacking for cell in row.cells))
            case Shown.LATE:
                return tuple(row for row in self.rows if any(cell.is_late for cell in row.cells))
            case Shown.RETURNED:
                return tuple(row for row in self.rows if any(cell.is_returned for cell in row.cells))
            case Shown.OWN:
                return tuple(row for row in self.rows if row.own.is_lacking)
            case _:
                return self.rows


def is_done(state: str) -> bool:
    return state in AnswerState.values and AnswerState(state).is_done_by_unit


def state_word(state: str) -> str | Promise:
    return AnswerState(state).label if state in AnswerState.values else _("Saknas")


def build_matrix(
    *,
    units: Sequence[UnitFact],
    asked: Sequence[Asked],
    answers: Sequence[AnswerRow],
    words: dict[str, str],
    own_label: str,
    is_late: bool,
) -> Matrix:
    """`words` are the plan's for the statuses of goals, in their order; `is_late`: an open round's deadline is past.

    Of several answers from one unit on one thing the first counts.
    """
    found: dict[tuple[Key, int | None], AnswerRow] = {}
    for answer in answers:
        found.setdefault((answer.key, answer.unit_id), answer)
    rows = tuple(
        MatrixRow(
            subject=each,
            cells=tuple(
                _cell(found.get((each.key, unit.id)), unit.code, unit.id in each.unit_ids, words, is_late)
                for unit in units
            ),
            own=_cell(found.get((each.key, None)), own_label, each.is_asked_of_committee, words, False),
        )
        for each in asked
    )
    columns = [[row.cells[index] for row in rows] for index in range(len(units))]
    every = [cell for row in rows for cell in row.cells]
    return Matrix(
        units=tuple(units),
        rows=rows,
        unit_totals=tuple(_total(column) for column in columns),
        own_total=_total([row.own for row in rows]),
        total=_total(every),
        statuses=_statuses(every, words),
    )


def _cell(answer: AnswerRow | None, label: str, is_asked: bool, words: dict[str, str], is_late: bool) -> Cell:
    if answer is None:
        return Cell(label, is_asked, None, MISSING, state_word(MISSING), is_late=is_asked and is_late)
    return Cell(
        label,
        is_asked,
        StatusMark(answer.status, answer.status_words or _word(answer.status, words)) if answer.is_answered else None,
        answer.state,
        state_word(answer.state),
        owes_cause=answer.owes_cause,
        is_late=is_asked and is_late and not is_done(answer.state),
    )


def _word(status: str, words: dict[str, str]) -> str:
    return str(AssignmentStatus(status).label) if status in AssignmentStatus.values else words.get(status, "")


def _total(cells: Sequence[Cell]) -> Total:
    asked = [cell for cell in cells if cell.is_asked]
    states = [cell.state for cell in asked]
    return Total(
        asked=len(asked),
        answered=sum(cell.is_answered for cell in asked),
        done=sum(is_done(state) for state in states),
        approved=states.count(AnswerState.APPROVED),
        ready=sum(cell.state == AnswerState.READY for cell in cells),
        returned=states.count(AnswerState.RETURNED),
        missing=states.count(MISSING),
        late=sum(cell.is_late for cell in asked),
        owing=sum(cell.owes_cause for cell in cells),
    )


def _statuses(cells: Sequence[Cell], words: dict[str, str]) -> tuple[StatusCount, ...]:
    marks = [cell.status.mark for cell in cells if cell.status is not None]
    return tuple(StatusCount(StatusMark(mark, word), marks.count(mark)) for mark, word in words.items())
