import pytest

from tests.plan_import.books import a_full_book, read_in


@pytest.fixture
def plan(db):
    """The plan of the full book."""
    return read_in(a_full_book()).plan
