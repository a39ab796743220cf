"""The secret address of a person's own calendar."""

from django.db import models
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from followup.core.models import User


def new_nonce() -> str:
    return get_random_string(32)


class CalendarAddress(models.Model):
    """Whoever has the address reads the calendar. Another nonce makes another address, and the old one leads nowhere.

    The secret is made of the nonce and the installation's key: neither the row nor a copy of the database is enough.
    """

    user = models.OneToOneField(
        User, verbose_name=_("person"), on_delete=models.CASCADE, related_name="calendar_address"
    )
    nonce = models.CharField(max_length=32, default=new_nonce, editable=False)
    made_at = models.DateTimeField(_("gjord"))

    class Meta:
        verbose_name = _("kalenderadress")
        verbose_name_plural = _("kalenderadresser")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return _t("Kalenderadress: %(user)s") % {"user": self.user}

    @property
    def secret(self) -> str:
        """64 lower-case hexadecimal digits."""
        return salted_hmac("reports.calendar", f"{self.user_id}:{self.nonce}", algorithm="sha256").hexdigest()

    def is_opened_by(self, secret: str) -> bool:
        return constant_time_compare(secret, self.secret)
