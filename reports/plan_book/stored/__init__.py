"""A plan out of the database in the words of the workbook: what is exported, and what an import compares with."""

from reports.plan_book.stored.known import stored_ids, stored_options
from reports.plan_book.stored.plan import StoredPlan, stored_book, stored_plan, stored_units

__all__ = ["StoredPlan", "stored_book", "stored_ids", "stored_options", "stored_plan", "stored_units"]
