"""Finding the rows that are about one person, by the account or by an e-mail address."""

from collections.abc import Iterator
from typing import Any

from allauth.account.models import EmailAddress
from django.apps import apps
from django.db.models import Field, Model, QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from followup.core.models import User
from reports.commands.personal_data.held import BY_ADDRESS, HELD, AtErasure


def field_of(name: str) -> tuple[type[Model], Field[Any, Any]]:
    """`core.Membership.user` → the model and its field."""
    label, _dot, field = name.rpartition(".")
    model = apps.get_model(label)
    return model, model._meta.get_field(field)


def addresses_of(user: User) -> frozenset[str]:
    """In lower case: those by which rows are found that are the person's and nobody else's."""
    return _kept_addresses(user) - _shared_addresses(user)


def words_of_shared(user: User) -> str:
    """That what is found by an address is left, since another account has it too; empty where none has."""
    if not _shared_addresses(user):
        return ""
    return _("Det som hör till en e-postadress är inte med, eftersom ett annat konto har samma adress.")


def _kept_addresses(user: User) -> frozenset[str]:
    """The account's, and those that allauth keeps beside it."""
    kept = EmailAddress.objects.filter(user=user).values_list("email", flat=True)
    return frozenset(each.lower() for each in (user.email, *kept) if each)


def _shared_addresses(user: User) -> frozenset[str]:
    """Those that somebody has who can sign in. Two queries."""
    kept = _kept_addresses(user)
    others = User.objects.filter(is_active=True).exclude(pk=user.pk)
    of_accounts = others.annotate(lower=Lower("email")).filter(lower__in=kept)
    beside = EmailAddress.objects.filter(user__in=others).annotate(lower=Lower("email")).filter(lower__in=kept)
    return frozenset((*of_accounts.values_list("lower", flat=True), *beside.values_list("lower", flat=True)))


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
