"""Saving and deleting set-up rows: organisation, people, roles, plans. The admin calls these."""

from typing import TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import Committee

Row = TypeVar("Row", bound=models.Model)


def committee_of(row: models.Model) -> Committee | None:
    """The committee that a row belongs to, by its own key or its plan's, report's or table's; None for the shared."""
    if isinstance(row, Committee):
        return row if row.pk else None
    for name in ("committee", "plan", "report", "goal", "indicator", "assessment", "table", "publication"):
        if any(field.name == name for field in row._meta.fields) and getattr(row, f"{name}_id", None):
            above = getattr(row, name)
            return above if isinstance(above, Committee) else committee_of(above)
    return None


def may_keep(by: AnyUser, row: models.Model) -> bool:
    """Whether the person may change this set-up row: its committee's administrator, or a superuser for the shared."""
    if by.is_active and by.is_superuser:
        return True
    committee = committee_of(row)
    return committee is not None and may(by, Capability.ADMINISTER, committee)


@transaction.atomic
def save_record(*, row: Row, by: AnyUser, changed: list[str] | None = None) -> Row:
    """Validate and save a set-up row. `changed` names the changed fields for the audit; None means a new row."""
    if not may_keep(by, row):
        raise NotAllowed
    is_new = row._state.adding
    row.full_clean()
    row.save()
    record(
        action=AuditAction.CREATED if is_new else AuditAction.CHANGED,
        subject=row,
        committee=committee_of(row),
        by=by,
        details={"fält": ", ".join(changed)} if changed else {},
    )
    return row


@transaction.atomic
def delete_record(*, row: models.Model, by: AnyUser) -> None:
    """Delete a set-up row. Raises NotAllowed, and CommandRefused where other rows hang on it."""
    if not may_keep(by, row):
        raise NotAllowed
    committee = committee_of(row)
    record(action=AuditAction.DELETED, subject=row, committee=None if committee == row else committee, by=by)
    try:
        row.delete()
    except (models.ProtectedError, models.RestrictedError) as held:
        raise CommandRefused(
            _("”%(row)s” kan inte tas bort, för annat har kommit att höra dit.") % {"row": row}
        ) from held
