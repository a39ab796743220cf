"""How often a form that needs no sign-in may be sent: by one network, about one address, by all together."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from followup.core.faults import CommandRefused
from reports.choices import OpenForm
from reports.models import FormUse

MOST_FROM_A_NETWORK = 10
MOST_FROM_ALL = 300
MOST_ABOUT_AN_ADDRESS = 3
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class TooOften(CommandRefused):
    """Says nothing of who has asked before for what: only the network and all together are counted aloud."""

    def __init__(self) -> None:
        super().__init__(_("Formuläret har skickats för många gånger. Vänta en timme och försök igen."))


def fingerprint(words: str) -> str:
    """A sum that cannot be turned back without the installation's key: 64 hexadecimal digits."""
    return salted_hmac("reports.open_forms", words.casefold(), algorithm="sha256").hexdigest()


def count_use(*, form: OpenForm, network: str, now: datetime) -> None:
    """Note that the form was sent from the network. Raises TooOften."""
    forget_uses(now=now)
    within = FormUse.objects.filter(form=form, used_at__gt=now - HOUR)
    mark = fingerprint(f"network {network}")
    of_network = Q(fingerprint=mark)
    if within.filter(of_network).count() >= MOST_FROM_A_NETWORK or within.count() >= MOST_FROM_ALL:
        raise TooOften
    FormUse.objects.create(form=form, fingerprint=mark, used_at=now)


def may_write_to(*, form: OpenForm, address: str, now: datetime) -> bool:
    """Whether the address may get another letter today; notes that it does."""
    mark = fingerprint(f"address {address}")
    if FormUse.objects.filter(form=form, fingerprint=mark, used_at__gt=now - DAY).count() >= MOST_ABOUT_AN_ADDRESS:
        return False
    FormUse.objects.create(form=form, fingerprint=mark, used_at=now)
    return True


def forget_uses(*, now: datetime) -> int:
    """Remove what has been counted for a day; how many."""
    removed, _of = FormUse.objects.filter(used_at__lt=now - DAY).delete()
    return removed
