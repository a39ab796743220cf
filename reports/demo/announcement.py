"""What the person who started the demo reads last: who to sign in as and where to go."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from reports.demo.accounts import DEMO_ACCOUNTS, DEMO_COMMITTEE_SLUG, DEMO_PASSWORD
from reports.demo.port import HOST


def places_to_try() -> list[tuple[str, str]]:
    """Path and what is there, in the order of the work."""
    committee = reverse("reading:committee", kwargs={"committee_slug": DEMO_COMMITTEE_SLUG})
    return [
        (reverse("reading:start"), _("publicerade rapporter, utan inloggning")),
        (committee, _("socialnämndens rapporter, utan inloggning")),
        (reverse("reports:entry_start"), _("bedöm målen för en avdelning (anna.afi, ingrid.ifo, osten.aof)")),
        (reverse("reports:rounds"), _("följ inlämningen, återsänd och godkänn (klara.controller, gunilla.granskare)")),
        (reverse("reports:composer_list"), _("skriv, förhandsvisa och publicera rapporten (klara.controller)")),
        (reverse("reports:events"), _("granska vad som har hänt, utan att kunna ändra (rut.revisor)")),
        (reverse("admin:index"), _("kommuner, nämnder, personer och roller (admin)")),
    ]


def announcement(port: int) -> str:
    address = f"http://{HOST}:{port}"
    heading = (_("Användarnamn"), _("Namn"), _("Roll"), _("Nämnd"))
    accounts = [
        (account.username, account.name, account.role_words, account.committee_words) for account in DEMO_ACCOUNTS
    ]
    places = [(f"{address}{path}", words) for path, words in places_to_try()]
    return "\n".join(
        [
            "",
            _("Uppföljning är igång på %(address)s/") % {"address": address},
            "",
            _("Konton, alla med lösenordet %(password)s") % {"password": DEMO_PASSWORD},
            "",
            *_columns([heading, *accounts]),
            "",
            _("Att prova"),
            "",
            *_columns(places),
            "",
            _("Det du matar in sparas under var/ till nästa start. Avsluta med Ctrl-C."),
        ]
    )


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return ["  " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
