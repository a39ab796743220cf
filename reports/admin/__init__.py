"""The admin of rounds and reports, in the order in which its first page lists it."""

from reports.admin import rounds, composing, published, queue, people  # noqa: I001 - registering is ordering

__all__ = ["composing", "people", "published", "queue", "rounds"]
