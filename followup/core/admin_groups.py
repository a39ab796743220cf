"""The parts of the administration's first page, in the order in which an installation is set up."""

from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class AdminGroup(Enum):
    """Each has a heading, and a sentence about what is done there."""

    ORGANISATION = (
        _("Organisation"),
        _("Börja här: kommunen, dess nämnder och de enheter som ska svara."),
    )
    PEOPLE = (
        _("Personer och roller"),
        _("Vem som loggar in, och vad var och en får göra i vilken nämnd och enhet."),
    )
    PLANS = (
        _("Planer, mål och indikatorer"),
        _("Det som följs upp. En plan görs lättast under Planer i huvudmenyn; här rättas enstaka uppgifter."),
    )
    FOLLOW_UP = (
        _("Uppföljning"),
        _("När enheterna svarar, och vad de har svarat. Öppna, stäng, godkänn och påminn under Följ upp."),
    )
    REPORTS = (
        _("Rapporter"),
        _("Rapporter under arbete. De skrivs och publiceras under Rapporter i huvudmenyn."),
    )
    PUBLISHED = (_("Publicerat"), _("Det som har publicerats. Det kan läsas men aldrig ändras."))
    EVENTS = (_("Händelser"), _("Vem som har gjort vad och när. Det kan läsas men aldrig ändras."))

    def __init__(self, heading: str | Promise, explains: str | Promise) -> None:
        self.heading = heading
        self.explains = explains
