"""Writing many rows of one model at once: validated without a query a row, each with its row of history.

Building blocks of commands, to be called in their transaction: nothing here asks who may, or writes an audit event.
The number of queries follows the number of batches, not of rows. References are taken as given: a row whose referred
row is loaded is checked to have the same owner, and the database checks the rest at commit.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, person
from followup.core.commands.first_history import write_first_history
from followup.core.commands.insertion import insert
from followup.core.commands.row_faults import (
    RowChanged,
    RowFault,
    RowsGone,
    RowsRefused,
    constraints_in_words,
    faults_of,
)
from followup.core.constraints import SameOwner
from followup.core.fingerprints import fingerprint_of
from followup.core.models.owned import InheritsOwner
from followup.core.richtext import clean_html
from followup.core.richtext.fault import RichTextFault

BATCH = 500
"""Keys in one question: SQLite takes a limited number of values."""

_OWNERS = ("committee", "plan", "report", "table")
"""What a row belongs to, where its model has it; a stored row never changes it."""

Row = TypeVar("Row", bound=models.Model)
Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


@dataclass(frozen=True, slots=True)
class Saved(Generic[Row_co]):
    """What a save wrote: the rows that are new, those that changed and what they were, and the fields that did."""

    created: tuple[Row_co, ...] = ()
    changed: tuple[Row_co, ...] = ()
    before: tuple[Row_co, ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[Row_co, ...]:
        return self.created + self.changed


def save_rows(
    *,
    rows: Sequence[Row],
    by: AnyUser,
    seen: Mapping[int, str] | None = None,
    mark: Callable[[Row, Row | None], None] | None = None,
) -> Saved[Row]:
    """Insert the new rows and update those that say something else than what is stored.

    `seen` holds, by primary key, the `fingerprint` of the row that the person had before them. `mark` is called with
    each row that is to be written and what is stored of it, and may set further fields.
    Raises RowsRefused, RowsGone, RowChanged.
    """
    for row in rows:
        _settle(row)
    check_rows(rows)
    new = [row for row in rows if row._state.adding]
    kept = [row for row in rows if not row._state.adding]
    stored = stored_rows(kept)
    changed: list[Row] = []
    fields: set[str] = set()
    for row in kept:
        before = stored[row.pk]
        if not _differing(row, before):
            continue
        if seen is not None and seen.get(row.pk, fingerprint(before)) != fingerprint(before):
            raise RowChanged(before)
        if mark is not None:
            mark(row, before)
        changed.append(row)
        fields |= _differing(row, before)
    if mark is not None:
        for row in new:
            mark(row, None)
    names = tuple(field.name for field in _written(rows[0]) if field.name in fields) if rows else ()
    _insert(new, by)
    _update(changed, names, by)
    return Saved(tuple(new), tuple(changed), tuple(stored[row.pk] for row in changed), names)


def insert_rows(*, rows: Sequence[Row], by: AnyUser) -> None:
    """Validate and insert new rows. Raises RowsRefused."""
    check_rows(rows)
    _insert(rows, by)


def update_rows(*, rows: Sequence[Row], fields: Collection[str], by: AnyUser) -> None:
    """Validate stored rows and write the named fields of each. Raises RowsRefused, RowsGone."""
    check_rows(rows)
    stored_rows(rows)
    _update(rows, fields, by)


def write_differing(*, rows: Sequence[Row], field: str, values: Iterable[Any], by: AnyUser) -> None:
    """Give each row its value in `values`, and write those that had another. Of rows that are locked."""
    differing = []
    for row, value in zip(rows, values, strict=True):
        if getattr(row, field) != value:
            setattr(row, field, value)
            differing.append(row)
    write_locked(rows=differing, fields=[field], by=by)


def write_locked(*, rows: Sequence[Row], fields: Collection[str], by: AnyUser) -> None:
    """Write the named fields of stored rows that the caller has locked, as they are.

    An insert that meets its own key and updates: bulk_update takes two to five times as long.
    """
    if not rows:
        return
    stamps = [field.name for field in rows[0]._meta.concrete_fields if getattr(field, "auto_now", False)]
    type(rows[0])._base_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["pk"], update_fields=[*fields, *stamps]
    )
    write_history(rows, "~", by)


def fingerprint(row: models.Model) -> str:
    """The same for the same row, other for any other; its place among its siblings does not count."""
    parts = (f"{field.name}={field.value_to_string(row)}" for field in _written(row) if field.name != "position")
    return fingerprint_of(parts)


def check_rows(rows: Sequence[models.Model]) -> None:
    """Clean every row by its fields and its own `clean`, without queries. Raises RowsRefused with all faults."""
    faults = [fault for row in rows for fault in _faults(row)]
    if faults:
        raise RowsRefused(faults)


def clean_texts(rows: Iterable[models.Model], *names: str, tables: bool = False) -> None:
    """Sanitise the rows' rich texts in place, with `tables` kept as such. Raises RowsRefused."""
    faults = []
    for row in rows:
        for name in names:
            try:
                setattr(row, name, clean_html(getattr(row, name), tables=tables))
            except RichTextFault as fault:
                faults.append(RowFault(row, name, str(fault)))
    if faults:
        raise RowsRefused(faults)


def claim(rows: Iterable[models.Model], name: str, owner: models.Model) -> None:
    """Give new rows their owner, loaded. Raises RowsRefused for stored rows of another."""
    others = []
    for row in rows:
        field: Any = row._meta.get_field(name)
        if row.pk is not None and getattr(row, field.attname) != owner.pk:
            others.append(row)
        else:
            setattr(row, name, owner)
    _refuse_others(others)


def attach(rows: Iterable[models.Model], name: str, referred: Mapping[Any, models.Model]) -> None:
    """Put the loaded rows where the reference `name` points, so that following it asks no query."""
    for row in rows:
        _settle(row)
        field: Any = row._meta.get_field(name)
        key = getattr(row, field.attname)
        if key is not None and not field.is_cached(row) and key in referred:
            setattr(row, name, referred[key])


def stored_rows(rows: Sequence[Row]) -> dict[Any, Row]:
    """The rows as they stand in the database, by primary key, locked until the transaction ends.

    Raises RowsGone, and RowsRefused for rows that would go over to another owner.
    """
    stored: dict[Any, Row] = {}
    for batch in batches(rows):
        keys = [row.pk for row in batch]
        found = type(batch[0])._base_manager.select_for_update().filter(pk__in=keys).order_by("pk")
        stored |= {row.pk: row for row in found}
    gone = [row for row in rows if row.pk not in stored]
    if gone:
        raise RowsGone(gone)
    _refuse_others([row for row in rows if _owners(row) != _owners(stored[row.pk])])
    return stored


def batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def write_history(rows: Sequence[models.Model], kind: str, by: AnyUser) -> None:
    """A row of history each, where the model keeps any; `kind` is simple-history's `+`, `~` or `-`."""
    if not rows or not hasattr(type(rows[0]), "history"):
        return
    model: Any = type(rows[0]).history.model  # type: ignore[attr-defined]  # asked for just above
    now, who = timezone.now(), person(by)
    names = [field.attname for field in model.tracked_fields]
    model.objects.bulk_create(
        model(history_date=now, history_user=who, history_type=kind, **{name: getattr(row, name) for name in names})
        for row in rows
    )


def _insert(rows: Sequence[Row], by: AnyUser) -> None:
    if rows:
        with constraints_in_words(rows):
            insert(rows)
        write_first_history(rows, by)


def _update(rows: Sequence[Row], fields: Collection[str], by: AnyUser) -> None:
    with constraints_in_words(rows):
        write_locked(rows=rows, fields=fields, by=by)


def _owners(row: models.Model) -> list[Any]:
    return [field.value_from_object(row) for field in row._meta.concrete_fields if field.name in _OWNERS]


def _refuse_others(rows: Sequence[models.Model]) -> None:
    if rows:
        raise RowsRefused([RowFault(row, "", _("”%(row)s” hör till något annat.") % {"row": row}) for row in rows])


def _settle(row: models.Model) -> None:
    """Take the keys of referred rows that got theirs after they were referred to."""
    for field in _references(type(row)):
        if getattr(row, field.attname) is None and field.is_cached(row) and (referred := getattr(row, field.name)):
            setattr(row, field.attname, referred.pk)


@cache
def _references(model: type[models.Model]) -> tuple[Any, ...]:
    return tuple(field for field in model._meta.concrete_fields if field.is_relation)


@cache
def _not_cleaned(model: type[models.Model]) -> frozenset[str]:
    return frozenset(field.name for field in _references(model))


@cache
def _of_one_owner(model: type[models.Model]) -> tuple[tuple[SameOwner, Any], ...]:
    """The constraints, each with its reference."""
    owned = [constraint for constraint in model._meta.constraints if isinstance(constraint, SameOwner)]
    return tuple((constraint, model._meta.get_field(constraint.reference)) for constraint in owned)


def _written(row: models.Model) -> list[Any]:
    """The fields that a save compares: all but the key and the stamps that the database row gets by itself."""
    return [
        field
        for field in row._meta.concrete_fields
        if not field.primary_key and not getattr(field, "auto_now", False) and not getattr(field, "auto_now_add", False)
    ]


def _differing(row: models.Model, before: models.Model) -> set[str]:
    return {field.name for field in _written(row) if getattr(row, field.attname) != getattr(before, field.attname)}


def _faults(row: models.Model) -> list[RowFault]:
    faults: list[RowFault] = []
    references, constraints = _references(type(row)), _of_one_owner(type(row))
    if isinstance(row, InheritsOwner):
        row.inherit_owner()
    try:
        row.clean_fields(exclude=_not_cleaned(type(row)))
        row.clean()
    except ValidationError as error:
        faults += faults_of(row, error)
    for field in references:
        if not field.null and getattr(row, field.attname) is None and not field.is_cached(row):
            faults.append(RowFault(row, field.name, _("Det här fältet måste fyllas i.")))
    for constraint, reference in constraints:
        if reference.is_cached(row):
            try:
                constraint.validate(type(row), row)
            except ValidationError as error:
                faults += faults_of(row, error)
    return faults
