"""Handing out all that is kept about one person, as data and as words."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Field, JSONField, Model, Q, QuerySet, TextField
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record, record_of_installation
from followup.core.choices import AuditAction
from followup.core.dates import format_moment
from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent, Committee, Unit, User
from goals.models import Plan
from reports.commands.personal_data.finding import (
    addresses_of,
    field_of,
    of_account,
    rows_by_address,
    rows_of,
    words_of_shared,
)
from reports.commands.personal_data.held import BY_ADDRESS, SECRET, WRITTEN_BY, AtErasure
from reports.commands.personal_data.words import kind_of, name_of, said
from reports.models import Publication, Report, Round

_NAMED = (Committee, Unit, Plan, Round, Report, Publication)
"""What a row belongs to is told by its name, and everything else by its key."""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A stored row; the values by the fields' own names, as JSON has them, and in words with the words for them."""

    id: str
    values: dict[str, Any]
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HeldRows:
    """The rows of one kind that point at the person by one field."""

    field: str
    kind: str
    because: str
    rows: tuple[HeldRow, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """All about one person. Who else had to do with a row, and what lets somebody in, are not in it.

    `left_out` says what may be somebody else's; empty where nothing is.
    """

    about: str
    made_at: datetime
    parts: tuple[HeldRows, ...]
    left_out: str = ""

    @property
    def as_json(self) -> str:
        data = asdict(self, dict_factory=_without_words)
        return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n"

    @property
    def as_text(self) -> str:
        return "\n".join(_lines_of(self)) + "\n"


@transaction.atomic
def extract_person(*, user: User, now: datetime, by: AnyUser) -> Extract:
    """Of the person themself, or by a superuser. One query for each field of the table. Raises NotAllowed."""
    if user != by and not (by.is_active and by.is_superuser):
        raise NotAllowed
    fields = of_account(AtErasure.GOES, AtErasure.KEY_STAYS)
    parts = [
        _part("core.User.username", User.objects.filter(pk=user.pk), user),
        *(_part(name, rows_of(name, user), user) for name in fields),
        *(_part(name, rows, user) for address in sorted(addresses_of(user)) for name, rows in rows_by_address(address)),
        _part("core.AuditEvent.object_id", _events_about(user), user),
    ]
    record(action=AuditAction.EXTRACTED, subject=user, committee=None, by=by)
    return Extract(str(user), now, tuple(part for part in parts if part.rows), words_of_shared(user))


@transaction.atomic
def extract_address(*, address: str, now: datetime, by: AnyUser) -> Extract:
    """Of somebody who has an address here and maybe no account. Raises NotAllowed."""
    if not (by.is_active and by.is_superuser):
        raise NotAllowed
    parts = [_part(name, rows, None) for name, rows in rows_by_address(address)]
    record_of_installation(action=AuditAction.EXTRACTED, label=_("en e-postadress"), by=by, details={})
    return Extract(address, now, tuple(part for part in parts if part.rows))


def _events_about(user: User) -> QuerySet[AuditEvent]:
    """What others did with the account, and with the roles that it has."""
    roles = [str(pk) for pk in user.memberships.values_list("pk", flat=True)]
    about = Q(object_type="core.user", object_id=str(user.pk)) | Q(object_type="core.membership", object_id__in=roles)
    return AuditEvent.objects.filter(about).exclude(actor=user).order_by("pk")


def _part(name: str, rows: QuerySet[Any], user: User | None) -> HeldRows:
    model, field = field_of(name)
    shown = list(_shown(name, model))
    named = [each.name for each in shown if each.related_model in _NAMED]
    paths = [*named, *(f"{each.name}__municipality" for each in shown if each.related_model is Committee)]
    found = rows.select_related(*paths) if paths else rows
    return HeldRows(
        field=name,
        kind=kind_of(model),
        because=name_of(field),
        rows=tuple(_row(row, shown, user) for row in found),
    )


def _row(row: Model, shown: list[Field[Any, Any]], user: User | None) -> HeldRow:
    values = {each.name: _value(row, each, user) for each in shown}
    words = ((capfirst(name_of(each)), said(row, each, values[each.name])) for each in shown)
    return HeldRow(str(row.pk), values, tuple((name, value) for name, value in words if value))


def _without_words(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if name != "words"}


def _shown(name: str, model: type[Model]) -> Iterator[Field[Any, Any]]:
    """Of a row that several have written, only what says which it is: the text may be another's."""
    is_whole = name in WRITTEN_BY or name in _of_the_account()
    for field in model._meta.concrete_fields:
        if f"{model._meta.label}.{field.name}" in SECRET or field.name in {"sha256", "fingerprint"}:
            continue
        if field.name.endswith("_by_name") or (field.name == "actor_name" and name != "core.AuditEvent.actor"):
            continue
        if is_whole or not isinstance(field, TextField | JSONField):
            yield field


def _of_the_account() -> frozenset[str]:
    return frozenset({*of_account(AtErasure.GOES), *BY_ADDRESS, "core.User.username", "core.AuditEvent.object_id"})


def _value(row: Model, field: Field[Any, Any], user: User | None) -> Any:
    """Another person is told as nobody."""
    value = getattr(row, field.attname)
    if field.related_model is User:
        return str(user) if user is not None and value == user.pk else None
    if field.related_model in _NAMED:
        return str(getattr(row, field.name) or "")
    return value if isinstance(value, str | int | float | bool | dict | list | None) else field.value_to_string(row)


def _lines_of(extract: Extract) -> Iterator[str]:
    yield _("Uppgifter om %(who)s") % {"who": extract.about}
    yield format_moment(extract.made_at)
    if extract.left_out:
        yield extract.left_out
    for part in extract.parts:
        yield from ("", f"{part.kind} – {part.because} ({len(part.rows)})")
        for row in part.rows:
            yield "- " + "; ".join(f"{name}: {value}" for name, value in row.words)
