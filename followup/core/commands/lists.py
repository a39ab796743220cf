"""Lists that belong to rows, kept as link rows with a position: replaced as wholes, in few queries."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import models

from followup.core.access import AnyUser
from followup.core.commands.bulk import insert_rows
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_arranged
from followup.core.models import Committee

Member = TypeVar("Member", bound=models.Model)
Row = TypeVar("Row", bound=models.Model)


def arrange_lists(
    *,
    name: str,
    lists: Mapping[int, Sequence[models.Model]],
    among: models.QuerySet[Row],
    owner: models.Model,
    committee: Committee,
    by: AnyUser,
) -> tuple[Row, ...]:
    """Make the list `name` of rows `among` those of `owner`, by key, hold these members, in order and with doubles.

    `name` is a many-to-many field whose links have a position. Gives the rows whose list changed, and records that
    they did. Raises RowsRefused.
    """
    field: Any = among.model._meta.get_field(name)
    links, source, target = field.remote_field.through, field.m2m_field_name(), field.m2m_reverse_field_name()
    rows = {row.pk: row for row in among if row.pk in lists}
    changed = replace_lists(
        lists=lists,
        stored=links.objects.filter(**{f"{source}__in": rows}),
        owner=source,
        members=[target],
        make=lambda key, member, position: links(**{source: rows[key], target: member, "position": position}),
        by=by,
    )
    arranged = [rows[key] for key in changed]
    record_arranged(owner=owner, committee=committee, what=str(field.verbose_name), rows=arranged, by=by)
    return tuple(arranged)


def replace_lists(
    *,
    lists: Mapping[int, Sequence[Member]],
    stored: models.QuerySet[Any],
    owner: str,
    members: Sequence[str],
    make: Callable[[int, Member, int], models.Model],
    by: AnyUser,
) -> list[int]:
    """Make the links of each owner (by key) those of its list; the keys of the owners whose list changed.

    `stored` are the present links; `owner` and `members` name their references, and `make` a link of owner's key,
    member and position from 1. Four queries, and a batch more for many. Raises RowsRefused.
    """
    wanted = {
        key: [make(key, each, position) for position, each in enumerate(listed, start=1)]
        for key, listed in lists.items()
    }

    present: defaultdict[int, list[Any]] = defaultdict(list)
    for link in stored.order_by("position", "pk"):
        present[getattr(link, f"{owner}_id")].append(link)

    def said(links: Sequence[models.Model]) -> list[tuple[int | None, ...]]:
        return [tuple(getattr(link, f"{name}_id") for name in members) for link in links]

    changed = [key for key, links in wanted.items() if said(links) != said(present[key])]
    delete_rows(rows=[link for key in changed for link in present[key]], by=by)
    insert_rows(rows=[link for key in changed for link in wanted[key]], by=by)
    return changed
