"""A whole plan from the rows of the plan workbook's sheets: structure, figures, rounds, answers and reports."""

from reports.commands.plan_book.load import PlanExists, load_plan
from reports.commands.plan_book.rows import Row, SheetFault, Sheets

__all__ = ["PlanExists", "Row", "SheetFault", "Sheets", "load_plan"]
