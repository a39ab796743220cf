"""Lists that belong to rows, kept as link rows with a position: replaced as wholes, in few queries."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import models

from followup.core.access import AnyUser
from followup.core.commands.bulk import insert_rows
from followup.core.commands.removal import delete_rows

Member = TypeVar("Member", bound=models.Model)


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
