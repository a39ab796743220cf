"""Phrases made of a plan's own words. Pure."""

from django.utils.translation import gettext as _


def owed_words(cause: str, measure: str) -> str:
    """That a judgement asks for a cause and a measure and one of them is missing: `Orsak eller åtgärd saknas`."""
    return _("%(cause)s eller %(measure)s saknas") % {"cause": cause, "measure": measure[:1].lower() + measure[1:]}
