"""Rows of a book as instances of the models: those that are there with what changes, and new ones."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, pairwise
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.models import Unit
from followup.core.richtext import RichTextFault, from_text
from goals.models import Assignment, Goal, Level, Plan
from indicators.models import Indicator, Measurement, Target
from reports.commands.plan_import.faults import Faults
from reports.models import Assessment, Attachment, DataTableRow, Report, Round, Section
from reports.plan_book.book import BookRow, PlanBook
from reports.plan_book.columns import Column, Kind
from reports.plan_book.compare import Identity, PlanChanges, RowChange, SheetChanges
from reports.plan_book.compare.identity import identities, meant
from reports.plan_book.fields import FIELDS
from reports.plan_book.sheets import BY_NAME
from reports.plan_book.stored import StoredPlan

MODELS: Mapping[str, type[models.Model]] = {
    "Enheter": Unit,
    "Nivåer": Level,
    "Mål": Goal,
    "Indikatorer": Indicator,
    "Målvärden": Target,
    "Utfall": Measurement,
    "Uppföljningar": Round,
    "Uppdrag": Assignment,
    "Bedömningar": Assessment,
    "Rapporter": Report,
    "Avsnitt": Section,
    "Tabeller": DataTableRow,
    "Bilagor": Attachment,
}


@dataclass(slots=True)
class Job:
    """One import under way. `named` holds, by sheet, the rows that others refer to, by Id, Kod or Nivå."""

    plan: Plan
    book: PlanBook
    changes: PlanChanges
    stored: StoredPlan
    by: AnyUser
    faults: Faults = field(default_factory=Faults)
    named: dict[str, dict[str, Any]] = field(default_factory=dict)

    def of(self, sheet: str) -> SheetChanges:
        return self.changes.sheets[sheet]


@dataclass(slots=True)
class Instances:
    """The instances of a sheet: `all` that were loaded or made, and those of them `to_write`.

    `sources` are the book's rows of those that are new or changed, by the instance's `id()`.
    """

    all: dict[Identity, Any]
    to_write: list[Any]
    sources: dict[int, BookRow]


def load_named(job: Job, sheet: str) -> None:
    """Load every stored row of a sheet that others refer to. One query a batch."""
    stored = job.stored.of(sheet)
    loaded = _loaded(sheet, stored.keys)
    heading = BY_NAME[sheet].key[0]
    names = (row.text(heading) for row in stored.rows)
    job.named[sheet] = {name: loaded[key] for name, key in zip(names, stored.keys, strict=True) if key in loaded}


def portions(job: Job, sheet: str, size: int) -> Iterator[Instances]:
    """The same of a sheet whose rows keep no order, at most `size` at a time."""
    keys = _keys(job, sheet) if job.of(sheet).changed else {}
    changed, new = iter(job.of(sheet).changed), iter(job.of(sheet).new.items())
    while some_changed := list(islice(changed, size)):
        yield _made_and_changed(job, sheet, keys, [change.identity for change in some_changed], some_changed, {})
    while some_new := dict(islice(new, size)):
        yield _made_and_changed(job, sheet, keys, [], [], some_new)


def instances(job: Job, sheet: str) -> Instances:
    """The rows of a sheet that are to be written, with what the book says of them; all of them where places change.

    New rows of a sheet that others refer to are put among the named before any field is set, so that a row may
    refer to one further down.
    """
    changes, keys = job.of(sheet), _keys(job, sheet)
    wanted = [name for name in changes.order if name in keys] or [change.identity for change in changes.changed]
    return _made_and_changed(job, sheet, keys, wanted, changes.changed, changes.new)


def _made_and_changed(
    job: Job,
    sheet: str,
    keys: Mapping[Identity, int],
    wanted: Sequence[Identity],
    changed: Sequence[RowChange],
    new: Mapping[Identity, BookRow],
) -> Instances:
    there = _by_key(job, sheet) or _loaded(sheet, [keys[name] for name in wanted])
    rows: dict[Identity, Any] = {name: there[keys[name]] for name in wanted}
    made = {name: MODELS[sheet]() for name in new}
    if sheet in job.named:
        job.named[sheet] |= {str(name[0]): row for name, row in made.items()}
    sources = {id(rows[change.identity]): change.row for change in changed}
    sources |= {id(row): new[name] for name, row in made.items()}
    unfit: set[int] = set()
    for change in changed:
        if not fill(job, rows[change.identity], change.row, [each.heading for each in change.fields]):
            unfit.add(id(rows[change.identity]))
    for name, row in made.items():
        if not fill(job, row, new[name], FIELDS[sheet]):
            unfit.add(id(row))
    if sheet in job.named:
        job.faults.stop()
    every = rows | made
    fit = sources.keys() - unfit
    return Instances(every, [row for row in every.values() if id(row) in fit], sources)


def fill(job: Job, instance: models.Model, row: BookRow, headings: Collection[str]) -> bool:
    """Set the fields of the headings that are kept in one; an absent column leaves the model's own default.

    False where a cell could not be understood, which is then among the job's faults.
    """
    before = job.faults.count
    for heading, name, column in _fields_of(row.sheet):
        if heading not in headings:
            continue
        if column.refers_to:
            setattr(instance, name, referred(job, row, column))
        elif row.has(heading) or meant(row, heading):
            setattr(instance, name, _kept(job, row, column))
    return job.faults.count == before


@cache
def _fields_of(sheet: str) -> tuple[tuple[str, str, Column], ...]:
    """Heading, field and column of what is kept in one field."""
    return tuple((heading, name, BY_NAME[sheet].column(heading)) for heading, name in FIELDS[sheet].items())


def arrange(rows: Instances, order: Sequence[Identity], group: str = "") -> None:
    """Give the rows places in the order, counted within the row that the foreign key `group` names.

    Rows whose place is new are added to those that are to be written.
    """
    groups: dict[Any, list[Any]] = {}
    for name in order:
        row = rows.all[name]
        groups.setdefault(getattr(row, f"{group}_id") if group else None, []).append(row)
    for siblings in groups.values():
        current = [None if row._state.adding else row.position for row in siblings]
        for row, position in zip(siblings, places(current), strict=True):
            if row.position == position:
                continue
            row.position = position
            if id(row) not in rows.sources:
                rows.to_write.append(row)


def places(current: Sequence[int | None]) -> list[int]:
    """A place for each row in order: the present ones where they rise and the new rows (None) come last."""
    there = [place for place in current if place is not None]
    rising = all(before < after for before, after in pairwise(there))
    if rising and list(current[: len(there)]) == there:
        last = there[-1] if there else 0
        return there + [last + number for number in range(1, len(current) - len(there) + 1)]
    return list(range(1, len(current) + 1))


def _loaded(sheet: str, keys: Sequence[int]) -> dict[int, Any]:
    return MODELS[sheet]._base_manager.in_bulk(list(keys))


def _keys(job: Job, sheet: str) -> dict[Identity, int]:
    """The primary keys of the stored rows by what tells them apart."""
    stored = job.stored.of(sheet)
    return dict(zip(identities(BY_NAME[sheet], stored.rows), stored.keys, strict=True))


def _by_key(job: Job, sheet: str) -> dict[int, Any]:
    return {row.pk: row for row in job.named.get(sheet, {}).values()}


def referred(job: Job, row: BookRow, column: Column) -> models.Model | None:
    """The row that a cell names, None where it is empty; a name that there is no row of is a fault."""
    name = row.text(column.heading)
    if not name:
        return None
    found: models.Model | None = job.named[column.refers_to].get(name)
    if found is None:
        message = _("”%(name)s” finns inte i %(sheet)s.") % {"name": name, "sheet": column.refers_to}
        job.faults.add(row.cell(column.heading), message)
    return found


def _kept(job: Job, row: BookRow, column: Column) -> Any:
    value = meant(row, column.heading)
    if column.kind is Kind.LIST:
        return list(row.texts(column.heading))
    if column.kind is not Kind.LONG_TEXT:
        return value
    try:
        return from_text(row.text(column.heading), tables=column.tables)
    except RichTextFault as fault:
        job.faults.add(row.cell(column.heading), str(fault))
        return ""


def rows_to_remove(job: Job, sheet: str) -> tuple[list[Any], dict[int, BookRow]]:
    """The stored instances that the book marks with `Ta bort`, and its row of each by the instance's `id()`."""
    removed = job.of(sheet).removed
    if not removed:
        return [], {}
    keys = _keys(job, sheet)
    there = _by_key(job, sheet) or _loaded(sheet, [keys[name] for name in removed])
    rows = [there[keys[name]] for name in removed]
    return rows, {id(row): book_row for row, book_row in zip(rows, removed.values(), strict=True)}
