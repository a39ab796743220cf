"""The admin of the foundation, in the order in which its first page lists it."""

from followup.core.admin import municipality, organisation, people, locks, events  # noqa: I001 - registering is ordering

__all__ = ["events", "locks", "municipality", "organisation", "people"]
