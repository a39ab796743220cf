"""A published report, and one of everything else that an address can name, as in the access matrix."""

from tests.architecture.test_access_matrix import place, ways_in

__all__ = ["place", "ways_in"]
