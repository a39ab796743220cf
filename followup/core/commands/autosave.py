"""Saving as somebody types, with one row of history for a while of typing instead of one for every pause.

The history then holds each text as it was left, not every text on the way there. What was saved on purpose, or by
somebody else, is a row of its own and stays as it is.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db import models
from django.utils import timezone

from followup.core.access import AnyUser, person
from followup.core.models import User
from followup.core.statements import Change, Given

AUTOSAVE = "autosave"
"""The reason for a change that says nobody asked for it: the row of history may still be rewritten."""

WHILE = timedelta(minutes=15)
"""How long after its beginning a row of history takes up what the same person types."""


def save_typed(*, row: Any, by: AnyUser, update_fields: Sequence[str] | None = None, may_join: bool = True) -> None:
    """Save a row with history as it was typed, in the person's last row of history where that is still open.

    `row` is locked or new. `may_join` False begins a row of history whatever stands before it.
    """
    last = None if row._state.adding or not may_join else _open_row(row, by)
    if last is None:
        save_deliberately(row=row, by=by, reason=AUTOSAVE, update_fields=update_fields)
        return
    row.skip_history_when_saving = True
    try:
        row.save(update_fields=update_fields)
    finally:
        del row.skip_history_when_saving
    names = [field.attname for field in type(last).tracked_fields]
    for name in names:
        setattr(last, name, getattr(row, name))
    last.save(update_fields=names)


def save_deliberately(*, row: Any, by: AnyUser, reason: str = "", update_fields: Sequence[str] | None = None) -> None:
    """Save a row with a row of history in the person's name; `reason` is kept with it."""
    row._change_reason = reason or None
    row._history_user = person(by)
    try:
        row.save(update_fields=update_fields)
    finally:
        del row._change_reason, row._history_user


def seal(*, history: models.QuerySet[Any], by: AnyUser) -> None:
    """Let what the person typed stand as it is from now on, since it was saved on purpose. One query."""
    history.filter(history_change_reason=AUTOSAVE, history_user=person(by)).update(history_change_reason=None)


def rewrite_open_history(*, row: Any, by: AnyUser) -> bool:
    """Let the person's open row of history say what `row` says; False where none is open. One query.

    For a row that was written without `save`, in the same transaction.
    """
    actor, model = person(by), type(row)
    if actor is None:
        return False
    since = timezone.now() - WHILE
    rewriting = _rewriting(model)  # type: ignore[arg-type]  # a class is hashable
    return bool(rewriting.write(row, row=row.pk, person=actor.pk, since=since))


@cache
def _rewriting(model: Any) -> Change:
    """`model` is that of the rows, not of their history."""
    history = model.history.model
    whose, since = Given("person"), Given("since", models.DateTimeField())
    names = [field.name for field in history.tracked_fields]
    return Change(lambda: _open_among(history.objects.filter(id=Given("row")), whose, since), names)


def _open_row(row: Any, by: AnyUser) -> Any:
    """The row of history that what is typed now goes into, or None."""
    return _open_among(row.history.all(), person(by), timezone.now() - WHILE).first()


def _open_among(
    history: models.QuerySet[Any], whose: User | Given | None, since: datetime | Given
) -> models.QuerySet[Any]:
    """The last row of history where it is the person's, was saved as it was typed, and has not stood for a while."""
    newest = history.order_by("-history_date", "-history_id").values("history_id")[:1]
    own = history.filter(history_user=whose, history_user__isnull=False, history_change_reason=AUTOSAVE)
    not_old = own.filter(history_date__gte=since).exclude(history_type="-")
    return not_old.filter(history_id=models.Subquery(newest))
