"""From the rows of a data table as given to the computed table. Pure; the work grows with rows × columns."""

from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from followup.core.numbers import NumberFault, parse_number
from reports.build.arithmetic.checking import Expressions, WorkedRow, checked
from reports.build.arithmetic.expression import (
    Expression,
    ExpressionFault,
    columns_of,
    is_sum,
    parse_expression,
    value_of,
)
from reports.build.arithmetic.table import ComputedCell, ComputedRow, ComputedTable, ExpressionTrouble
from reports.build.part_facts import TableFact, TableRowFact
from reports.choices import RowKind


def computed(table: TableFact) -> ComputedTable:
    """The table with what can be computed computed, and what was given compared with what it must equal."""
    width = max((_width(row) for row in table.rows), default=0)
    expressions: Expressions = {}
    troubles: list[ExpressionTrouble] = []
    head: list[ComputedRow] = []
    body: list[WorkedRow] = []
    for place, given in enumerate(table.rows):
        kind = RowKind(given.kind)
        if kind == RowKind.COMPUTATION:
            expressions, found = _expressions(given, place, width)
            troubles += found
            continue
        row = _read(given, place, kind, width)
        if kind == RowKind.HEADING and not body:
            head.append(row)
        else:
            body.append(WorkedRow(_filled(row, expressions), expressions))
    decimals = tuple(_decimals(column, body) for column in range(1, width + 1))
    return ComputedTable(
        key=table.key,
        title=table.title,
        unit_of_measure=table.unit_of_measure,
        head=tuple(head),
        body=checked(body, decimals),
        decimals=decimals,
        troubles=tuple(troubles),
    )


def number_in(text: str) -> Decimal | None:
    """The number in a cell, or None for words and for nothing."""
    try:
        return parse_number(text) if text else None
    except NumberFault:
        return None


def _width(row: TableRowFact) -> int:
    return max((place for place, text in enumerate(row.cells, start=1) if text.strip()), default=0)


def _read(given: TableRowFact, place: int, kind: RowKind, width: int) -> ComputedRow:
    row = ComputedRow(place, kind, given.label.strip(), ())
    texts = [text.strip() for text in given.cells[:width]]
    texts += [""] * (width - len(texts))
    cells = tuple(ComputedCell(text, number_in(text) if row.has_numbers else None) for text in texts)
    return replace(row, cells=cells)


def _expressions(given: TableRowFact, place: int, width: int) -> tuple[Expressions, list[ExpressionTrouble]]:
    expressions: dict[int, Expression] = {}
    troubles = []
    for column, text in enumerate(given.cells, start=1):
        if not text.strip():
            continue
        try:
            expressions[column] = _usable(parse_expression(text), column, width)
        except ExpressionFault as fault:
            troubles.append(ExpressionTrouble(place, column, str(fault)))
    return expressions, troubles


def _usable(expression: Expression, column: int, width: int) -> Expression:
    named = columns_of(expression)
    if column in named:
        raise ExpressionFault(_("Kolumn %(column)d kan inte räknas ut ur sig själv.") % {"column": column})
    beyond = [number for number in sorted(named) if number > width]
    if beyond:
        raise ExpressionFault(_("Tabellen har ingen kolumn %(column)d att räkna med.") % {"column": beyond[0]})
    return expression


def _filled(row: ComputedRow, expressions: Expressions) -> ComputedRow:
    """The row with its empty cells computed, those first that others are computed from."""
    if not row.has_numbers:
        return row
    numbers = row.numbers
    waiting = {column for column in expressions if row.cells[column - 1].is_empty}
    found = True
    while waiting and found:
        found = False
        for column in sorted(waiting):
            value = value_of(expressions[column], numbers)
            if value is not None:
                numbers[column], found = value, True
                waiting.discard(column)
    cells = (
        replace(cell, value=numbers.get(column)) if cell.is_empty else cell
        for column, cell in enumerate(row.cells, start=1)
    )
    return replace(row, cells=tuple(cells))


def _decimals(column: int, body: list[WorkedRow]) -> int:
    """As many as the most precise number given, or added up; a quotient alone gets one where it is not whole."""
    exact, quotients = 0, 0
    for worked_row in body:
        cell = worked_row.row.cells[column - 1]
        if cell.value is None:
            continue
        if cell.is_computed and not is_sum(worked_row.expressions[column]):
            quotients = quotients or int(cell.value != cell.value.to_integral_value())
        else:
            exact = max(exact, -int(cell.value.as_tuple().exponent))
    return max(exact, quotients)
