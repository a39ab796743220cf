"""Deleting many rows at once, unless other rows hang on them."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.commands.bulk import batches, stored_rows, write_history
from followup.core.commands.row_faults import RowFault, RowsHeld
from followup.core.enumeration import enumerated


def delete_rows(*, rows: Sequence[models.Model], by: AnyUser, held_by: Collection[str] = ()) -> None:
    """Delete the rows and what is part of them (the models' CASCADE), each with its row of history.

    Rows that refer to them with PROTECT hold them, and those of the reverse relations named in `held_by` too, unless
    they are deleted in the same call. Raises RowsHeld, RowsGone. Asks as many queries as the model has relations, for
    each batch. Nothing here asks who may, or writes an audit event.
    """
    if not rows:
        return
    stored = stored_rows(rows)
    model = type(rows[0])
    holding, parts, pointing = _relations(model, held_by)
    _refuse_held(rows, holding, parts)
    for relation in parts:
        found = [
            row
            for batch in batches(rows)
            for row in relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": _keys(batch)})
        ]
        delete_rows(rows=found, by=by)
    for batch in batches(rows):
        for relation in pointing:
            name = relation.field.name
            relation.related_model._base_manager.filter(**{f"{name}__in": _keys(batch)}).update(**{name: None})
    write_history(list(stored.values()), "-", by)
    for batch in batches(rows):
        # The public delete() would let simple-history's signal write the history again, a query a row.
        model._base_manager.filter(pk__in=_keys(batch))._raw_delete(model._base_manager.db)


def _keys(rows: Sequence[models.Model]) -> list[Any]:
    return [row.pk for row in rows]


def _relations(model: type[models.Model], held_by: Collection[str]) -> tuple[list[Any], list[Any], list[Any]]:
    """The relations from other rows by what they do: hold a row, are part of it, or merely point at it."""
    relations: list[Any] = [
        field
        for field in model._meta.get_fields(include_hidden=True)
        if field.auto_created and not field.concrete and (field.one_to_many or field.one_to_one)
    ]
    holding = [item for item in relations if item.on_delete is models.PROTECT or item.get_accessor_name() in held_by]
    rest = [item for item in relations if item not in holding]
    return (
        holding,
        [item for item in rest if item.on_delete is models.CASCADE],
        [item for item in rest if item.on_delete is models.SET_NULL],
    )


def _refuse_held(rows: Sequence[models.Model], holding: list[Any], parts: list[Any]) -> None:
    held: dict[Any, list[str]] = {}
    for relation in holding:
        for key, count in _counts(rows, relation, parts):
            words = relation.related_model._meta
            noun = words.verbose_name if count == 1 else words.verbose_name_plural
            held.setdefault(key, []).append(f"{count} {noun}")
    faults = [RowFault(row, "", _sentence(row, held[row.pk])) for row in rows if row.pk in held]
    if faults:
        raise RowsHeld(faults)


def _counts(rows: Sequence[models.Model], relation: Any, parts: list[Any]) -> list[tuple[Any, int]]:
    """How many rows of the relation hold each row, not counting those that are deleted along."""
    keys = _keys(rows)
    along = Q(pk__in=keys) if relation.related_model is type(rows[0]) else Q()
    for part in parts:
        if part.related_model is relation.related_model:
            along |= Q(**{f"{part.field.name}__in": keys})
    name = relation.field.attname
    counts: list[tuple[Any, int]] = []
    for batch in batches(rows):
        found = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": _keys(batch)})
        if along:
            found = found.exclude(along)
        counts += found.order_by(name).values_list(name).annotate(Count("pk"))
    return counts


def _sentence(row: models.Model, what: list[str]) -> str:
    words = _("”%(row)s” kan inte tas bort, för det finns %(what)s som hör dit.")
    return words % {"row": row, "what": enumerated(what)}
