"""Addresses that no committee or report may take, because pages of the application live there."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

RESERVED_SLUGS = frozenset(
    {
        "admin",
        "arbeten",
        "data",
        "floden",
        "halsa",
        "handelser",
        "inbjudan",
        "inbjudningar",
        "indikatorer",
        "kalender",
        "katalog",
        "kommun",
        "konto",
        "logga-in",
        "logga-ut",
        "matt",
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
RESERVED_REPORT_SLUGS = frozenset({"indikator", "indikatorer", "mal", "rapporter"})
"""The same under a committee's address."""


def validate_committee_slug(value: str) -> None:
    """Refuse a slug that would hide a page, or be hidden by one."""
    _refuse_in(RESERVED_SLUGS, value)


def validate_report_slug(value: str) -> None:
    """The same for a report, whose address is under its committee's."""
    _refuse_in(RESERVED_REPORT_SLUGS, value)


def _refuse_in(taken: frozenset[str], value: str) -> None:
    if value in taken:
        raise ValidationError(_("Adressen ”%(slug)s” används av en annan sida. Välj en annan.") % {"slug": value})
