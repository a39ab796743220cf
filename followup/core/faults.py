"""What a command may refuse, as exceptions that carry a Swedish sentence for the person."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


class CommandRefused(Exception):
    """A command that cannot be carried out now; `str()` is the sentence to show. Nothing was written."""


class Locked(CommandRefused):
    """The round is closed, the answer approved or the period locked: what was typed must stay on the screen."""


class NotAllowed(PermissionDenied):
    """The person lacks the capability."""

    def __init__(self) -> None:
        super().__init__(_("Du har inte behörighet till det här. Kontakta nämndens administratör om du behöver den."))
