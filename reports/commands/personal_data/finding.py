"""Finding the rows that are about one person, by the account or by an e-mail address."""

from collections.abc import Iterator
from typing import Any

from allauth.account.models import EmailAddress
from django.apps import apps
from django.db.models import Field, Model, QuerySet

from followup.core.models import User
from reports.commands.personal_data.held import BY_ADDRESS, HELD, AtErasure


def field_of(name: str) -> tuple[type[Model], Field[Any, Any]]:
    """`core.Membership.user` → the model and its field."""
    label, _dot, field = name.rpartition(".")
    model = apps.get_model(label)
    return model, model._meta.get_field(field)


def addresses_of(user: User) -> frozenset[str]:
    """In lower case: the account's, and those that allauth keeps beside it."""
    kept = EmailAddress.objects.filter(user=user).values_list("email", flat=True)
    return frozenset(each.lower() for each in (user.email, *kept) if each)


def rows_of(name: str, user: User) -> QuerySet[Any]:
    model, _field = field_of(name)
    return model._base_manager.filter(**{name.rpartition(".")[2]: user}).order_by("pk")


def rows_at(name: str, address: str) -> QuerySet[Any]:
    model, field = field_of(name)
    return model._base_manager.filter(**{f"{field.name}__iexact": address}).order_by("pk")


def of_account(*fates: AtErasure) -> Iterator[str]:
    """The fields that point at an account, and have one of the fates."""
    for name, fate in HELD.items():
        if fate in fates and field_of(name)[1].related_model is User:
            yield name


def rows_by_address(address: str) -> Iterator[tuple[str, QuerySet[Any]]]:
    yield from ((name, rows_at(name, address)) for name in BY_ADDRESS)
