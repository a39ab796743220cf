"""Addresses that no committee may take, because pages of the application live there."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

RESERVED_SLUGS = frozenset(
    {
        "admin",
        "arbeten",
        "data",
        "floden",
        "handelser",
        "indikatorer",
        "kalender",
        "katalog",
        "logga-in",
        "logga-ut",
        "media",
        "oppna-data",
        "oversikt",
        "planer",
        "prenumerera",
        "rapporter",
        "rapportera",
        "sok",
        "static",
        "tillganglighet",
        "utseende",
    }
)


def validate_committee_slug(value: str) -> None:
    """Refuse a slug that would hide a page, or be hidden by one."""
    if value in RESERVED_SLUGS:
        raise ValidationError(_("Adressen ”%(slug)s” används av en annan sida. Välj en annan.") % {"slug": value})
