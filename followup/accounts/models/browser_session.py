"""Where a person is signed in."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.models import User


class BrowserSessionQuerySet(models.QuerySet["BrowserSession"]):
    def open_at(self, now: datetime) -> "BrowserSessionQuerySet":
        """Those that let somebody in; the others stand there until they are swept away."""
        return self.filter(session__expire_date__gt=now)


class BrowserSession(models.Model):
    """A signed-in browser, in words that its owner knows it by. It goes with Django's session, however that ends.

    No address is kept: it would tell where somebody works, and nobody needs it to know their own browser.
    """

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="browser")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="browsers")
    browser = models.CharField(_("webbläsare"), max_length=60)
    method = models.CharField(_("inloggad med"), max_length=60)
    signed_in_at = models.DateTimeField(_("inloggad"))
    last_seen_at = models.DateTimeField(_("senast använd"))

    objects = BrowserSessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("inloggning")
        verbose_name_plural = _("inloggningar")
        ordering = ["-last_seen_at", "-pk"]

    def __str__(self) -> str:
        return self.browser
