"""The table of a list whose reader chooses columns, and takes away what is shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_tables2 import Table
from django_tables2.columns import BoundColumn
from django_tables2.rows import BoundRow
from django_tables2.utils import signature

from reports.views.listing.values import CellValue


def _heading(bound_column: BoundColumn) -> str:
    return str(bound_column.header)


CELL = {"role": "cell", "data-label": _heading}
ROW_HEADER = {"td": {"scope": "row", "role": "rowheader"}}
SHORT_ROW_HEADER = {"td": ROW_HEADER["td"] | {"class": "listing__short"}}
LONG = {"td": CELL | {"class": "listing__long"}}
NUMBER = {"td": CELL | {"class": "number"}, "th": {"role": "columnheader", "class": "number"}}
ROLES = {
    "role": "table",
    "thead": {"role": "rowgroup"},
    "tbody": {"role": "rowgroup"},
    "th": {"role": "columnheader"},
    "td": CELL,
}
"""Said aloud, since the rows fold to blocks where the table has no room."""


@dataclass(frozen=True, slots=True)
class ListCell:
    """`words` is what the cell shows, marked safe where it is HTML; a cell that shows nothing `is_empty`.

    `attrs` are the attributes of its column, as HTML; a heading is that of its row.
    """

    words: Any
    attrs: SafeString
    is_heading: bool
    is_empty: bool


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    name: str
    label: str
    is_shown: bool


class ListTable(Table):
    """A column's `order_by` is total. `value_<column>` is what an export holds where the cell is more than its words.

    `always` are the columns that nobody can turn off, `at_first` those that are shown where nobody has chosen. A column
    of links or buttons says `exclude_from_export`.
    """

    caption: Any = _("Lista")
    always: ClassVar[tuple[str, ...]] = ()
    at_first: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A `Meta` of this class would not reach those that have none."""
        super().__init__(*args, attrs=ROLES, **kwargs)

    @classmethod
    def choices(cls, chosen: list[str], left_out: tuple[str, ...]) -> tuple[ColumnChoice, ...]:
        """The columns that may be turned on and off, in their order; `chosen` empty shows those of `at_first`."""
        offered = [name for name in cls.base_columns if name not in cls.always and name not in left_out]
        known = [name for name in chosen if name in offered]
        shown = known or cls.at_first
        return tuple(ColumnChoice(name, str(cls.base_columns[name].verbose_name), name in shown) for name in offered)

    def show_page(self, number: str | None, per_page: int) -> None:
        """Keep to a page, the nearest where there is no such. How long a page is does not stand in the address."""
        self.paginate(per_page=per_page)
        self.page = self.paginator.get_page(number)
        self.read_along([row.record for row in self.paginated_rows])

    def read_along(self, records: Sequence[Any]) -> None:
        """What the cells of these rows need besides the rows: the page's, or all that are taken away."""

    def shown_rows(self) -> Iterator[tuple[ListCell, ...]]:
        """The page's rows, cell by cell.

        What is the same in all rows is worked out once a column; where django-tables2 goes through a row, it looks at a
        column's attributes thrice a cell, and at the arguments of its `render_…` once.
        """
        columns = [_ShownColumn(column) for column in self.columns]
        for row in self.paginated_rows:
            yield tuple([column.cell(row) for column in columns])

    def headings(self) -> tuple[str, ...]:
        return tuple(str(column.header) for column in self._taken())

    def values(self, most: int) -> list[tuple[CellValue, ...]]:
        """The first rows, as an export holds them: the columns shown, in the order shown."""
        names = [column.name for column in self._taken()]
        rows = list(self.rows[:most])
        self.read_along([row.record for row in rows])
        return [tuple(row.get_cell_value(name) for name in names) for row in rows]

    def _taken(self) -> list[BoundColumn]:
        return [column for column in self.columns if not column.column.exclude_from_export]


class _ShownColumn:
    """A column of a page that is shown: makes its cells."""

    def __init__(self, column: BoundColumn) -> None:
        attrs = column.attrs["td"]
        self._column = column
        self._attrs = attrs.as_html()
        self._is_heading = "scope" in attrs
        self._asked_for, self._takes_all = signature(column.render)

    def cell(self, row: BoundRow) -> ListCell:
        column = self._column
        words = row._get_and_render_with(column, self._rendering(row), column.default)
        return ListCell(words, self._attrs, self._is_heading, _shows_nothing(words, column))

    def _rendering(self, row: BoundRow) -> Callable[..., Any]:
        def rendered(column: BoundColumn, value: object = None) -> Any:
            known = row._optional_cell_arguments(column, value)
            given = known if self._takes_all else {name: known[name] for name in self._asked_for}
            words = column.render(**given)
            return column.link(words, **known) if column.link else words

        return rendered


def _shows_nothing(words: object, column: BoundColumn) -> bool:
    """Whether the cell is empty, or has the dash of a column that takes its value from the row and finds none."""
    return words in (None, "") or (bool(column.column.empty_values) and words == column.default)
