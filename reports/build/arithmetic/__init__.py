"""The arithmetic of data tables: columns computed, sums checked. Exact decimals, no evaluation of code."""

from reports.build.arithmetic.compute import computed, number_in
from reports.build.arithmetic.expression import Expression, ExpressionFault, parse_expression
from reports.build.arithmetic.table import (
    CellCheck,
    CheckKind,
    ComputedCell,
    ComputedRow,
    ComputedTable,
    ExpressionTrouble,
)

__all__ = [
    "CellCheck",
    "CheckKind",
    "ComputedCell",
    "ComputedRow",
    "ComputedTable",
    "Expression",
    "ExpressionFault",
    "ExpressionTrouble",
    "computed",
    "number_in",
    "parse_expression",
]
