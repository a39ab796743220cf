"""The difference between a book and a stored plan as data."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reports.plan_book.book import BookRow, Value
from reports.plan_book.compare.identity import Identity

ORDER = "Ordning"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """Two values of a column, both canonical."""

    heading: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is there and says something else; `is_moved` if it also stands elsewhere among its siblings."""

    identity: Identity
    row: BookRow
    stored: BookRow
    fields: tuple[FieldChange, ...]
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class SheetChanges:
    """The book's rows of one sheet, each counted once.

    `new` and `removed` are rows of the book by what tells them apart, in its order. `order` is empty where no place
    changes; else all rows that are to be, in order, those too that the book does not name.
    """

    sheet: str
    new: Mapping[Identity, BookRow]
    changed: tuple[RowChange, ...]
    unchanged: int
    removed: Mapping[Identity, BookRow]
    order: tuple[Identity, ...] = ()

    @property
    def is_change(self) -> bool:
        return bool(self.new or self.changed or self.removed)

    @property
    def writes(self) -> bool:
        """Whether rows are to be added or changed."""
        return bool(self.new or self.changed)

    @property
    def counts(self) -> str:
        """`3 nya, 0 ändrade, 9 oförändrade, 0 borttagna`: words that other programs read."""
        return _("%(new)d nya, %(changed)d ändrade, %(unchanged)d oförändrade, %(removed)d borttagna") % {
            "new": len(self.new),
            "changed": len(self.changed),
            "unchanged": self.unchanged,
            "removed": len(self.removed),
        }


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """All sheets in the contract's order. `fingerprint` is the same as long as the stored plan is."""

    sheets: Mapping[str, SheetChanges]
    warnings: tuple[str, ...]
    fingerprint: str

    @property
    def is_change(self) -> bool:
        return any(sheet.is_change for sheet in self.sheets.values())
