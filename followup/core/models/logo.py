"""A municipality's logo, apart from the municipality so that no list of municipalities carries its bytes."""

from base64 import b64encode

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.core.models.organisation import Municipality


class MunicipalityLogo(models.Model):
    """A PNG or a JPEG as it was checked and drawn anew, in pixels. Written by `set_logo` alone."""

    municipality = models.OneToOneField(
        Municipality, verbose_name=_("kommun"), on_delete=models.CASCADE, related_name="logo"
    )
    content = models.BinaryField()
    content_type = models.CharField(_("innehållstyp"), max_length=100)
    width = models.PositiveIntegerField(_("bredd"))
    height = models.PositiveIntegerField(_("höjd"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("logotyp")
        verbose_name_plural = _("logotyper")
        ordering = ["municipality", "pk"]

    def __str__(self) -> str:
        return str(_("Logotyp för %(municipality)s") % {"municipality": self.municipality})

    @property
    def source(self) -> str:
        """The image itself as an address."""
        return f"data:{self.content_type};base64,{b64encode(bytes(self.content)).decode()}"
