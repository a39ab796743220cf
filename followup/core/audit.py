"""Writing the audit trail. Called by commands, inside their transaction."""

from django.db import models

from followup.core.access import AnyUser
from followup.core.choices import AuditAction
from followup.core.models import AuditEvent, Committee, User


def record(
    *,
    action: AuditAction,
    subject: models.Model,
    committee: Committee | None,
    by: AnyUser | None,
    details: dict[str, str] | None = None,
) -> AuditEvent:
    """Write one event. `by` is None only for what the installation itself does on the command line."""
    actor = by if isinstance(by, User) else None
    return AuditEvent.objects.create(
        actor=actor,
        actor_name=str(actor) if actor else "kommandoraden",
        action=action,
        committee=committee,
        object_type=subject._meta.label_lower,
        object_id=str(subject.pk or ""),
        object_label=str(subject)[:300],
        details=details or {},
    )
