"""One audit event for rows that are written together."""

from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import Saved
from followup.core.models import Committee


def record_saved(*, owner: models.Model, committee: Committee, saved: Saved[models.Model], by: AnyUser) -> None:
    """Of the row itself where it is one, else of its owner with how many; nothing where nothing was written."""
    rows = saved.written
    if not rows:
        return
    if len(rows) > 1:
        counted = _("%(new)s nya, %(changed)s ändrade") % {"new": len(saved.created), "changed": len(saved.changed)}
        _of_owner(owner, committee, rows[0], counted, by)
        return
    labels = ", ".join(str(rows[0]._meta.get_field(name).verbose_name) for name in saved.fields)  # type: ignore[union-attr]  # a real column
    record(
        action=AuditAction.CREATED if saved.created else AuditAction.CHANGED,
        subject=rows[0],
        committee=committee,
        by=by,
        details={"fält": labels} if labels else {},
    )


def record_deleted(*, owner: models.Model, committee: Committee, rows: Sequence[models.Model], by: AnyUser) -> None:
    """The same of rows that are about to be deleted."""
    if len(rows) == 1:
        record(action=AuditAction.DELETED, subject=rows[0], committee=committee, by=by)
    elif rows:
        _of_owner(owner, committee, rows[0], _("%(count)s borttagna") % {"count": len(rows)}, by)


def record_arranged(
    *, owner: models.Model, committee: Committee, what: str, rows: Sequence[models.Model], by: AnyUser
) -> None:
    """Of lists that belong to rows and were changed: the row where it is one, else the owner with how many."""
    if not rows:
        return
    if len(rows) == 1:
        record(action=AuditAction.CHANGED, subject=rows[0], committee=committee, by=by, details={"fält": what})
    else:
        _of_owner(owner, committee, rows[0], f"{what} ({len(rows)})", by)


def _of_owner(owner: models.Model, committee: Committee, row: models.Model, counted: str, by: AnyUser) -> None:
    kind = str(row._meta.verbose_name_plural)
    record(action=AuditAction.CHANGED, subject=owner, committee=committee, by=by, details={kind: counted})
