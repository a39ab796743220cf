"""From a round's rows to its matrix, and what a person may approve of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.access import AnyUser, Capability, may
from followup.core.models import Unit
from goals.choices import GoalStatus
from reports.build.facts import UnitFact
from reports.models import Round
from reports.views.overview.comparison import is_brighter_than_all
from reports.views.overview.matrix import Matrix, MatrixRow, Total, build_matrix
from reports.views.overview.rows import answer_rows, subject_rows, units_of


@dataclass(frozen=True, slots=True)
class UnitTally:
    """A unit's sums; `may_approve`: the person may approve the unit's answers, and some are ready."""

    unit: UnitFact
    total: Total
    may_approve: bool


def matrix_of(round: Round, today: date) -> tuple[Sequence[Unit], Matrix]:
    """Eight queries."""
    units = units_of(round)
    matrix = build_matrix(
        units=[UnitFact(unit.pk, unit.code, unit.name) for unit in units],
        asked=subject_rows(round, units),
        answers=answer_rows(round),
        words={status: round.plan.word_for(status) for status in GoalStatus.values},
        own_label=_("Nämnden"),
        is_late=round.is_open and round.is_late(today),
    )
    return units, matrix


def brighter_rows(matrix: Matrix) -> tuple[MatrixRow, ...]:
    """Those where the committee judges better than every unit."""
    return tuple(row for row in matrix.rows if is_brighter_than_all(row.own, row.cells))


def what_is_left(total: Total) -> str:
    """`12 svar saknas och 5 är inte klara.`, empty where every answer is ready."""
    numbers = {"missing": total.missing, "unfinished": total.unfinished}
    if not total.unfinished:
        return _("%(missing)d svar saknas.") % numbers if total.missing else ""
    if not total.missing:
        return (
            ngettext("%(unfinished)d svar är inte klart.", "%(unfinished)d svar är inte klara.", total.unfinished)
            % numbers
        )
    return (
        ngettext(
            "%(missing)d svar saknas och %(unfinished)d är inte klart.",
            "%(missing)d svar saknas och %(unfinished)d är inte klara.",
            total.unfinished,
        )
        % numbers
    )


def unit_tallies(
    user: AnyUser, round: Round, units: Sequence[Unit], matrix: Matrix, *, is_locked: bool
) -> tuple[UnitTally, ...]:
    return tuple(
        UnitTally(
            fact,
            total,
            may_approve=bool(total.ready) and not is_locked and may(user, Capability.APPROVE, round.committee, unit),
        )
        for fact, total, unit in zip(matrix.units, matrix.unit_totals, units, strict=True)
    )
