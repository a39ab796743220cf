"""Who is told by e-mail what a committee publishes, and what became of each letter."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from followup.core.models import Committee, User
from reports.choices import Happening, OpenForm
from reports.models.publication import Publication
from reports.querysets import PublicationLetterQuerySet, SubscriptionQuerySet


class Subscription(models.Model):
    """One committee told to one address: that of a reader, kept for this alone, or a `user`'s account.

    A reader's is `confirmed_at` by the letter that was sent to the address; all that were `asked_key` for at once are
    confirmed together. `key` is what the links of the letters point at. `site` is where they lead.
    """

    committee = models.ForeignKey(
        Committee, verbose_name=_("nämnd"), on_delete=models.CASCADE, related_name="subscriptions"
    )
    user = models.ForeignKey(
        User, verbose_name=_("konto"), on_delete=models.CASCADE, null=True, blank=True, related_name="subscriptions"
    )
    address = models.EmailField(_("e-postadress"), blank=True)
    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    asked_key = models.UUIDField(default=uuid4, editable=False, db_index=True)
    site = models.CharField(_("webbplats"), max_length=200)
    asked_at = models.DateTimeField(_("beställd"))
    confirmed_at = models.DateTimeField(_("bekräftad"), null=True, blank=True)

    objects: ClassVar[Any] = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("prenumeration")
        verbose_name_plural = _("prenumerationer")
        ordering = ["committee", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "address"], condition=~Q(address=""), name="subscription_once_for_an_address"
            ),
            models.UniqueConstraint(
                fields=["committee", "user"], condition=Q(user__isnull=False), name="subscription_once_for_an_account"
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=True) & ~Q(address="") | Q(user__isnull=False, address=""),
                name="subscription_of_address_or_account",
            ),
        ]

    def __str__(self) -> str:
        """Without the address: this is what the audit trail keeps."""
        return _t("Prenumeration: %(committee)s") % {"committee": self.committee}

    @property
    def others(self) -> SubscriptionQuerySet:
        """Of the same address or account."""
        found: SubscriptionQuerySet = Subscription.objects.filter(address=self.address, user=self.user_id)
        return found.exclude(pk=self.pk)


class PublicationLetter(models.Model):
    """One happening told to one subscriber, once. `taken_at` is set before the letter goes off.

    Neither `sent_at` nor `fault` though it was taken: it is not known whether it went off, and it is not sent again.
    `due_at` is when it may be taken; a worker that is at it moves it ahead.
    """

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="letters")
    what = models.CharField(_("vad"), max_length=20, choices=Happening)
    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="letters")
    made_at = models.DateTimeField(_("skrivet"))
    due_at = models.DateTimeField(_("tidigast"))
    taken_at = models.DateTimeField(_("påbörjat"), null=True, blank=True)
    sent_at = models.DateTimeField(_("skickat"), null=True, blank=True)
    fault = models.CharField(_("gick inte fram"), max_length=300, blank=True)

    objects: ClassVar[Any] = PublicationLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("brev om publicering")
        verbose_name_plural = _("brev om publiceringar")
        ordering = ["publication", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publication", "what", "subscription"], name="publication_letter_once_per_subscriber"
            ),
            models.CheckConstraint(condition=Q(what__in=Happening.values), name="publication_letter_known"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(fault=""), name="publication_letter_sent_or_faulty"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["taken_at", "due_at"], name="publication_letter_waiting")]

    def __str__(self) -> str:
        return f"{self.publication}: {self.get_what_display()}"


class FormUse(models.Model):
    """That an open form was sent, to count how often. `fingerprint` is a keyed sum of a network or an e-mail address.

    It is of use for a day, and is removed when a form is sent after that, or by `manage.py prune_jobs`.
    """

    form = models.CharField(max_length=20, choices=OpenForm)
    fingerprint = models.CharField(max_length=64)
    used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("användning av öppet formulär")
        verbose_name_plural = _("användningar av öppna formulär")
        ordering = ["-used_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(form__in=OpenForm.values), name="form_use_known"),
        ]
        indexes: ClassVar = [models.Index(fields=["form", "fingerprint", "used_at"], name="form_use_counted")]

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.used_at:%Y-%m-%d %H:%M}"
