"""How what is kept about a person reads: words for kinds and fields that bring no Swedish ones, and values in words."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.dates import format_date, format_moment
from followup.core.richtext import plain_text

KINDS = {
    "account.EmailAddress": (gettext_lazy("e-postadress"), gettext_lazy("e-postadresser")),
    "mfa.Authenticator": (gettext_lazy("andra faktor"), gettext_lazy("andra faktorer")),
}
"""One and several, of what is not ours and names itself in English."""
FIELDS = {
    "accepted_at": gettext_lazy("antagen"),
    "accepted_by": gettext_lazy("antagen av"),
    "committee": gettext_lazy("nämnd"),
    "created_at": gettext_lazy("skapad"),
    "extra_data": gettext_lazy("uppgifter från inloggningstjänsten"),
    "history_change_reason": gettext_lazy("skäl till ändringen"),
    "history_date": gettext_lazy("ändrades"),
    "history_id": gettext_lazy("ändringens nummer"),
    "history_type": gettext_lazy("slag av ändring"),
    "history_user": gettext_lazy("ändrades av"),
    "invited_by": gettext_lazy("inbjuden av"),
    "last_used_at": gettext_lazy("senast använd"),
    "period": gettext_lazy("period"),
    "plan": gettext_lazy("plan"),
    "publication": gettext_lazy("publicering"),
    "ref": gettext_lazy("referens"),
    "reminder": gettext_lazy("påminnelse"),
    "revoked_at": gettext_lazy("återkallad"),
    "task_id": gettext_lazy("plats i kön"),
    "text": gettext_lazy("text"),
    "trend": gettext_lazy("trend"),
    "type": gettext_lazy("slag"),
    "uid": gettext_lazy("id hos inloggningstjänsten"),
    "user": gettext_lazy("användare"),
    "version": gettext_lazy("version"),
    "worker": gettext_lazy("arbetsprocess"),
}
"""Of those that are called by their own names alone."""
VALUES = {
    "history_type": {"+": gettext_lazy("skapad"), "~": gettext_lazy("ändrad"), "-": gettext_lazy("borttagen")},
    "mfa.Authenticator.type": {
        "recovery_codes": gettext_lazy("reservkoder"),
        "totp": gettext_lazy("kod från app"),
        "webauthn": gettext_lazy("nyckel"),
    },
}
"""By a field's name, alone or with its model: of choices that are not ours."""
_RICH = re.compile(r"<(p|ul|ol|h[1-6]|table)\b")


def kind_of(model: type[Model]) -> str:
    """`Bedömning`, and `Bedömning i historiken` for what it was before."""
    return _kind(model, 0)


def kinds_of(model: type[Model]) -> str:
    """`Anteckningar`."""
    return _kind(model, 1)


def name_of(field: Field[Any, Any]) -> str:
    """Without a capital."""
    own = str(getattr(field, "verbose_name", field.name))
    return str(FIELDS.get(field.name, own)) if own == field.name.replace("_", " ") else own


def said(row: Model, field: Field[Any, Any], value: Any) -> str:
    """The row's value of the field on one line, empty where there is none. `value` is as JSON has it."""
    if value in (None, "", {}, []):
        return ""
    words = VALUES.get(field.name) or VALUES.get(f"{row._meta.label}.{field.name}") or dict(field.flatchoices)
    if words:
        return str(words.get(value, value))
    if field.name == "object_type":
        return _kind_named(str(value))
    raw = getattr(row, field.attname)
    return _plain(raw if isinstance(raw, date | Decimal) else value)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return format_moment(value) if isinstance(value, datetime) else format_date(value)
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_plain(each)}" for name, each in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value)
    text = str(value)
    return plain_text(text) if _RICH.match(text) else " ".join(text.split())


def _kind(model: type[Model], place: int) -> str:
    now: type[Model] = getattr(model, "instance_type", model)
    own = (now._meta.verbose_name, now._meta.verbose_name_plural)
    words = capfirst(str(KINDS.get(now._meta.label, own)[place]))
    return words if now is model else _("%(kind)s i historiken") % {"kind": words}


def _kind_named(label: str) -> str:
    """`reports.round` → `Uppföljning`."""
    try:
        return kind_of(apps.get_model(label))
    except (LookupError, ValueError):
        return label
