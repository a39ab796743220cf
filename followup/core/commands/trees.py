"""Writing rows of a tree (`parent`): never in a circle, those above before those below."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.commands.bulk import Saved, check_rows, insert_rows, save_rows
from followup.core.commands.row_faults import RowFault, RowsRefused

Row = TypeVar("Row", bound=models.Model)


def save_tree(
    *, rows: Sequence[Row], there: Iterable[Row], by: AnyUser, seen: Mapping[int, str] | None = None
) -> Saved[Row]:
    """Save rows of a tree, of which `there` are all that are stored; a parent may be new itself.

    As many inserts as the new rows have depths. Raises RowsRefused (also for rows in a circle), RowsGone, RowChanged.
    """
    depth_of = _depths(rows, there)
    check_rows(rows)
    new = [row for row in rows if row._state.adding]
    for depth in sorted({depth_of[id(row)] for row in new}):
        insert_rows(rows=[row for row in new if depth_of[id(row)] == depth], by=by)
    inserted = {id(row) for row in new}
    saved = save_rows(rows=[row for row in rows if id(row) not in inserted], by=by, seen=seen)
    return Saved(tuple(new), saved.changed, saved.before, saved.fields)


def _depths(rows: Sequence[Row], there: Iterable[Row]) -> dict[int, int]:
    """How deep each given row lies, by the identity of the instance; every parent is made one of the known instances.

    Raises RowsRefused for the given rows that lie under themselves.
    """
    known: dict[Any, Row] = {row.pk: row for row in there} | {row.pk: row for row in rows if row.pk is not None}
    every: list[Any] = list({id(row): row for row in [*rows, *known.values()]}.values())
    for row in every:
        above = row.parent if row._meta.get_field("parent").is_cached(row) else known.get(row.parent_id)
        row.parent = known.get(above.pk, above) if above is not None else None
    depth_of: dict[int, int] = {}
    circular: list[Any] = []
    for row in every:
        path: list[Any] = []
        above = row
        while above is not None and id(above) not in depth_of and not any(above is each for each in path):
            path.append(above)
            above = above.parent
        if above is not None and id(above) not in depth_of:
            circular += path
        base = depth_of.get(id(above), 0) if above is not None else 0
        for nearest, each in enumerate(reversed(path), start=1):
            depth_of[id(each)] = base + nearest
    given = {id(row) for row in rows}
    faults = [
        RowFault(row, "parent", _("”%(row)s” kan inte ligga under sig själv.") % {"row": row})
        for row in circular
        if id(row) in given
    ]
    if faults:
        raise RowsRefused(faults)
    return depth_of
