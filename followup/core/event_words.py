"""An event of the audit trail in the words of those who read it."""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst

from followup.core.models import AuditEvent

_FIELDS = "fält"


def kind_in_words(event: AuditEvent) -> str:
    """What kind of thing the event is about; a kind that no longer is one stays as it was noted."""
    try:
        return capfirst(str(apps.get_model(event.object_type)._meta.verbose_name))
    except (LookupError, ValueError):
        return event.object_type


def details_in_words(event: AuditEvent) -> str:
    """`skäl: IFO hann inte; enhet: IFO`."""
    details = event.details.items()
    return "; ".join(f"{key}: {_fields_in_words(event, value) if key == _FIELDS else value}" for key, value in details)


def _fields_in_words(event: AuditEvent, names: str) -> str:
    """A list of field names in the words of their forms; a name that is no field stays as it is."""
    try:
        model = apps.get_model(event.object_type)
    except (LookupError, ValueError):
        return names
    words = []
    for name in names.split(", "):
        try:
            words.append(str(getattr(model._meta.get_field(name), "verbose_name", name)))
        except FieldDoesNotExist:
            words.append(name)
    return ", ".join(words)
