"""Writing a plan book as a workbook, and the template that a new one is filled in from."""

from reports.plan_book.writing.template import template_workbook
from reports.plan_book.writing.workbook import write_workbook

__all__ = ["template_workbook", "write_workbook"]
