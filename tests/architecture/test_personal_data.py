"""The table of personal data holds every field that holds one, and docs/personal-data.md says the same as the code."""

import re
from pathlib import Path

from django.apps import apps
from django.db import models

from followup.core.models import User
from followup.core.models.immutable import ImmutableModel
from reports.commands.personal_data.finding import field_of
from reports.commands.personal_data.held import BY_ADDRESS, HELD, SECRET, WRITTEN_BY, AtErasure

PAGE = Path(__file__).resolve().parents[2] / "docs/personal-data.md"
_NAMED_SO = re.compile(r"(^|_)(email|address|ip)(_|$)|_name$|^username$")
_ROW = re.compile(r"^\| `([\w.]+\.\w+)` \|.*\| (goes|neutral|key stays|stays|no person)\b[^|]*\|$", re.MULTILINE)


def is_personal(field):
    kinds = (models.EmailField, models.GenericIPAddressField)
    return field.related_model is User or isinstance(field, kinds) or bool(_NAMED_SO.search(field.name))


def personal_fields():
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        if not (model._meta.auto_created and field_to_user_only(model))
        for field in model._meta.concrete_fields
        if is_personal(field)
    }


def field_to_user_only(model):
    """The tables between User and Django's own groups, which are not used and are cleared at erasure."""
    return model._meta.auto_created is User


def test_every_field_that_may_hold_a_personal_datum_is_in_the_table():
    assert personal_fields() == set(HELD)


def test_the_page_says_the_same():
    assert dict(_ROW.findall(PAGE.read_text(encoding="utf-8"))) == {name: str(fate) for name, fate in HELD.items()}


def test_what_is_secret_and_what_is_written_are_fields_too():
    assert WRITTEN_BY | set(BY_ADDRESS) <= set(HELD)
    for name in SECRET:
        field_of(name)


def test_nothing_sealed_is_to_be_changed():
    sealed = {fate for name, fate in HELD.items() if issubclass(field_of(name)[0], ImmutableModel)}
    assert sealed == {AtErasure.KEY_STAYS, AtErasure.STAYS, AtErasure.NO_PERSON}
