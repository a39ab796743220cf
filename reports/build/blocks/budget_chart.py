"""A data table's outcomes against its budget: which columns they are, and what the deviation is in words. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.numbers import format_number
from reports.build.arithmetic import ComputedRow, ComputedTable
from reports.build.blocks.data_table import text_in
from reports.build.document import Chart, ChartPoint, ChartSeries, ChartShape, Table
from reports.choices import RowKind

BUDGET, OUTCOME, DEVIATION = "budget", "outcome", "deviation"
"""The roles of a budget chart's three series, in this order."""

_BUDGET = "budget"
_FORECAST = "prognos"
_OUTCOMES = ("utfall", "bokslut", "redovisat", "redovisning", _FORECAST)
_DEVIATIONS = ("avvikelse", "diff", "skillnad", "förändring")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SUMS = (RowKind.GRAND_TOTAL, RowKind.TOTAL, RowKind.SUM)


@dataclass(frozen=True, slots=True)
class _Compared:
    """A row with its two figures; either may be missing. `decimals` are those of the more precise column."""

    label: str
    budget: Decimal | None
    outcome: Decimal | None
    decimals: int
    unit_of_measure: str
    are_costs_negative: bool

    @property
    def beyond(self) -> Decimal | None:
        """How much more than the budget. Costs are written with a minus in some tables, without one in others.

        Of a row without a budget only the other rows can tell: below 0 where nothing is above is more, else it is less.
        """
        if self.budget is None or self.outcome is None:
            return None
        is_cost = self.budget < 0 and self.outcome <= 0
        if is_cost or (not self.budget and self.are_costs_negative):
            return abs(self.outcome) - abs(self.budget)
        return self.outcome - self.budget

    @property
    def words(self) -> str:
        """`26 382 över budget (1,7 %)`. Not whether that is good: of a cost it is not, of an income it is."""
        beyond = self.beyond
        if beyond is None:
            return _("ingen budget") if self.budget is None else _("inget utfall")
        if not beyond:
            return _("enligt budget")
        figures = {"amount": format_number(abs(beyond), self.decimals, self.unit_of_measure), "share": self._share}
        if beyond > 0:
            return (_("%(amount)s över budget%(share)s") % figures).strip()
        return (_("%(amount)s under budget%(share)s") % figures).strip()

    @property
    def _share(self) -> str:
        if not self.budget or self.beyond is None or self.unit_of_measure.strip() == "%":
            return ""
        return f" ({format_number(abs(self.beyond / self.budget) * 100, 1, '%')})"


def budget_chart(
    table: ComputedTable, rows: Sequence[ComputedRow], named: Sequence[tuple[int, str]], behind: Table
) -> Chart | None:
    """A bar for each row's outcome and a mark for its budget; None where the columns do not tell which is which.

    `named` are the columns to choose among, `rows` those drawn. The whole is told of in the summary, and not drawn: its
    bar would leave no length to the others.
    """
    found = _columns(rows, named)
    if found is None:
        return None
    (budget, budget_name), (outcome, outcome_name) = found
    compared = _compared(table, rows, budget, outcome)
    whole = next((row for kind in _SUMS for row in table.body if row.kind == kind and row not in rows), None)
    told = _compared(table, [whole, *rows], budget, outcome)[0] if whole else None
    return Chart(
        shape=ChartShape.BUDGET,
        title=behind.caption,
        summary=" ".join(_summary(compared, told)),
        unit=table.unit_of_measure,
        categories=tuple(row.label for row in rows),
        series=(
            ChartSeries(budget_name, BUDGET, tuple(_point(table, row, budget) for row in rows)),
            ChartSeries(outcome_name, OUTCOME, tuple(_point(table, row, outcome) for row in rows)),
            ChartSeries(_("Avvikelse"), DEVIATION, tuple(ChartPoint(None, each.words) for each in compared)),
        ),
        table=behind,
    )


def _columns(
    rows: Sequence[ComputedRow], named: Sequence[tuple[int, str]]
) -> tuple[tuple[int, str], tuple[int, str]] | None:
    """Budget and outcome by what they are called; of two columns, neither called budget, the first is the budget.

    Of several, those whose headings say the same beside it (`Bokslut 2020` and `Budget 2020`), an outcome before a
    forecast. None where no two do, or more than two: what is not of the same time is not compared.
    """
    left = [
        (column, name)
        for column, name in named
        if not _is_called(name, _DEVIATIONS) and any(column in row.numbers for row in rows)
    ]
    budgets = [each for each in left if _is_called(each[1], (_BUDGET,))]
    if not budgets and len(left) == 2:
        return left[0], left[1]
    others = [each for each in left if each not in budgets]
    outcomes = [each for each in others if _is_called(each[1], _OUTCOMES)] or others
    if len(budgets) == len(outcomes) == 1:
        years = [set(_YEAR.findall(name)) for _column, name in (*budgets, *outcomes)]
        return None if all(years) and years[0] != years[1] else (budgets[0], outcomes[0])
    pairs = [(one, other) for one in budgets for other in outcomes if _rest(one[1]) == _rest(other[1])]
    known = [pair for pair in pairs if not _is_called(pair[1][1], (_FORECAST,))] or pairs
    return known[0] if len(known) == 1 else None


def _rest(name: str) -> str:
    """What a heading says beside budget or outcome: the year, the months, that it is the first budget."""
    told = name.casefold()
    for word in (_BUDGET, *_OUTCOMES):
        told = told.replace(word, " ")
    return " ".join(told.replace(",", " ").split())


def _is_called(name: str, words: Sequence[str]) -> bool:
    return any(word in name.casefold() for word in words)


def _point(table: ComputedTable, row: ComputedRow, column: int) -> ChartPoint:
    return ChartPoint(row.numbers.get(column), text_in(table, row, column))


def _compared(table: ComputedTable, rows: Sequence[ComputedRow], budget: int, outcome: int) -> list[_Compared]:
    decimals = max(table.decimals[budget - 1], table.decimals[outcome - 1])
    figures = [(row.numbers.get(budget), row.numbers.get(outcome)) for row in rows]
    known = [each for both in figures for each in both if each]
    are_costs_negative = bool(known) and max(known) < 0
    return [
        _Compared(row.label, *both, decimals, table.unit_of_measure, are_costs_negative)
        for row, both in zip(rows, figures, strict=True)
    ]


def _summary(rows: Sequence[_Compared], whole: _Compared | None) -> Iterator[str]:
    """The whole, and then what lies farthest above and farthest below its budget."""
    if whole and whole.beyond is not None:
        yield _("%(name)s: %(deviation)s.") % {"name": whole.label, "deviation": whole.words}
    known = [(row.beyond, row) for row in rows if row.beyond is not None]
    if not known:
        yield _("Ingen rad har både budget och utfall.")
        return
    above = max(known, key=lambda each: each[0])
    below = min(known, key=lambda each: each[0])
    if above[0] > 0:
        yield _("Mest över: %(name)s, %(deviation)s.") % {"name": above[1].label, "deviation": above[1].words}
    if below[0] < 0:
        yield _("Mest under: %(name)s, %(deviation)s.") % {"name": below[1].label, "deviation": below[1].words}
    if not above[0] and not below[0]:
        yield _("Alla rader är enligt budget.")
