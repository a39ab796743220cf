"""Words in a row, as one says them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


def enumerated(words: Sequence[str]) -> str:
    """”a”, ”a och b”, ”a, b och c”; empty without any."""
    if len(words) < 2:
        return "".join(words)
    return _("%(some)s och %(last)s") % {"some": ", ".join(words[:-1]), "last": words[-1]}
