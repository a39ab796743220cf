"""What a book says that the database does not: row by row, field by field. Pure."""

from reports.plan_book.compare.changes import FieldChange, PlanChanges, RowChange, SheetChanges
from reports.plan_book.compare.identity import Identity
from reports.plan_book.compare.plan import compare

__all__ = ["FieldChange", "Identity", "PlanChanges", "RowChange", "SheetChanges", "compare"]
