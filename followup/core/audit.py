"""Writing the audit trail. Called by commands, inside their transaction."""

from collections.abc import Iterable
from typing import Any, ClassVar, Protocol

from django.db import models

from followup.core.access import AnyUser, person
from followup.core.choices import AuditAction
from followup.core.models import AuditEvent, Committee

INSTALLATION = "installation"


class OfCommittee(Protocol):
    """A row that belongs to a committee."""

    pk: Any
    _meta: ClassVar[Any]
    committee: Any


def record(
    *,
    action: AuditAction,
    subject: models.Model,
    committee: Committee | None,
    by: AnyUser,
    details: dict[str, str] | None = None,
) -> AuditEvent:
    """Write one event, with the person's name and the object's label as they are now."""
    event = _event(action, subject, committee, by, details)
    event.save()
    return event


def record_each(
    *, action: AuditAction, subjects: Iterable[OfCommittee], by: AnyUser, details: dict[str, str] | None = None
) -> None:
    """Write one event about each, in their order. One query, where what their labels tell of is loaded."""
    AuditEvent.objects.bulk_create(_event(action, subject, subject.committee, by, details) for subject in subjects)


def record_of_installation(*, action: AuditAction, label: str, by: AnyUser, details: dict[str, str]) -> AuditEvent:
    """Write one event about the whole installation, which is no row and belongs to no committee."""
    return AuditEvent.objects.create(
        actor=person(by),
        actor_name=str(by),
        action=action,
        committee=None,
        object_type=INSTALLATION,
        object_id="",
        object_label=label[:300],
        details=details,
    )


def _event(
    action: AuditAction,
    subject: models.Model | OfCommittee,
    committee: Committee | None,
    by: AnyUser,
    details: dict[str, str] | None,
) -> AuditEvent:
    return AuditEvent(
        actor=person(by),
        actor_name=str(by),
        action=action,
        committee=committee,
        object_type=subject._meta.label_lower,
        object_id=str(subject.pk or ""),
        object_label=str(subject)[:300],
        details=details or {},
    )
