"""One list for all pages that have one: narrowed, ordered, paged, with the columns chosen, or taken away as a file."""

from dataclasses import dataclass
from typing import Any, Protocol

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django_tables2 import RequestConfig

from reports.views.listing.export import ListFormat, exported
from reports.views.listing.table import ColumnChoice, ListTable

PER_PAGE = 50
MOST = 20_000
"""Rows in one file; a narrower choice gives the others."""

_SORT, _PAGE, _COLUMN, _TAKE = "sort", "page", "kolumn", "hamta"


class Narrowing(Protocol):
    """A `FilterSet`: what cannot be read in the address narrows nothing, and the form says so."""

    @property
    def qs(self) -> QuerySet[Any]: ...

    @property
    def form(self) -> forms.Form: ...


@dataclass(frozen=True, slots=True)
class ListPage:
    """`count` is of all pages. `sort` is kept by the form; `xlsx` and `csv` are the addresses of what is shown."""

    table: ListTable
    form: forms.Form
    columns: tuple[ColumnChoice, ...]
    count: int
    is_filtered: bool
    sort: str
    xlsx: str
    csv: str

    @property
    def is_empty(self) -> bool:
        return not self.count

    @property
    def has_chosen_columns(self) -> bool:
        return any(each.is_shown != (each.name in self.table.at_first) for each in self.columns)


def list_page(
    request: HttpRequest,
    table_class: type[ListTable],
    narrowing: Narrowing,
    *,
    name: str,
    left_out: tuple[str, ...] = (),
    **about: Any,
) -> ListPage | HttpResponse:
    """The page that the address asks for, or the file with all its rows. `left_out` are columns that do not apply here.

    `about` is what the table's class asks for. Two queries, one for a file, and those that the table's rows ask for.
    """
    columns = table_class.choices(request.GET.getlist(_COLUMN), left_out)
    hidden = tuple(each.name for each in columns if not each.is_shown)
    table = table_class(narrowing.qs, exclude=(*hidden, *left_out), **about)
    RequestConfig(request, paginate=False).configure(table)
    if request.GET.get(_TAKE) in set(ListFormat):
        wanted = ListFormat(request.GET[_TAKE])
        return _taken_away(table, wanted, name)
    table.show_page(request.GET.get(_PAGE), PER_PAGE)
    return ListPage(
        table=table,
        form=narrowing.form,
        columns=columns,
        count=table.paginator.count,
        is_filtered=any(value for name in narrowing.form.fields for value in request.GET.getlist(name)),
        sort=request.GET.get(_SORT, ""),
        xlsx=_taking(request.GET, ListFormat.XLSX),
        csv=_taking(request.GET, ListFormat.CSV),
    )


def _taken_away(table: ListTable, wanted: ListFormat, name: str) -> HttpResponse:
    """A file that is as long as one can be says so where there are more rows; only then they are counted."""
    rows = table.values(MOST)
    count = len(table.rows) if len(rows) == MOST else len(rows)
    return exported(wanted, str(table.caption), table.headings(), rows, name, count=count)


def _taking(shown: QueryDict, wanted: ListFormat) -> str:
    """The address of the same list as a file, all pages of it."""
    query = shown.copy()
    query.pop(_PAGE, None)
    query[_TAKE] = wanted.value
    return f"?{query.urlencode()}"
