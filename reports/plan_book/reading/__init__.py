"""Reading a plan book from outside: a workbook, or a fixture."""

from reports.plan_book.reading.fixture import fixture_books, read_fixture, read_sheets
from reports.plan_book.reading.workbook import read_workbook

__all__ = ["fixture_books", "read_fixture", "read_sheets", "read_workbook"]
