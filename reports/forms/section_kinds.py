"""What a section can show, told to the person who chooses, with the options that each kind takes."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.choices import SectionKind

Words = str | Promise


@dataclass(frozen=True, slots=True)
class KindHelp:
    """`options` are the keys that change something in a section of the kind."""

    kind: SectionKind
    words: Words
    options: tuple[str, ...] = ()


KINDS = (
    KindHelp(SectionKind.TEXT, _("Text")),
    KindHelp(
        SectionKind.GOAL_OVERVIEW,
        _("Målöversikt: varje mål med enheternas och nämndens bedömning, och hur många som har vilken"),
        ("mål", "nivåer", "enheter"),
    ),
    KindHelp(
        SectionKind.GOAL_FOLLOW_UP,
        _("Måluppföljning: mål för mål med bedömningar, kommentarer, uppdrag och indikatorer"),
        ("mål", "nivåer", "typ", "indikatorer", "enheter", "perioder", "visa", "ordning"),
    ),
    KindHelp(
        SectionKind.GOAL_TABLE,
        _("Måltabell: mål, indikatorer, enheternas svar och ansvariga i fem kolumner"),
        ("mål", "nivåer", "typ", "indikatorer", "enheter", "perioder", "rubriker", "visa"),
    ),
    KindHelp(
        SectionKind.FOLLOW_UP_TABLE,
        _("Uppföljningstabell: referens, uppföljning och bedömning för helåret, mål för mål"),
        ("mål", "nivåer", "enheter", "rubriker", "visa"),
    ),
    KindHelp(
        SectionKind.GOAL_MATRIX,
        _("Målmatris: områden och mål nedåt, planens år åt sidan"),
        ("mål", "nivåer", "perioder", "rubriker"),
    ),
    KindHelp(
        SectionKind.INDICATOR_TABLE,
        _("Indikatortabell: en kolumn för varje period, och målvärdet"),
        ("mål", "nivåer", "typ", "indikatorer", "enheter", "perioder", "rubriker", "visa"),
    ),
    KindHelp(
        SectionKind.KEY_FIGURES,
        _("Nyckeltal: nyckeltal och volymer efter målområde, med hur ofta de redovisas och nuläget"),
        ("mål", "nivåer", "typ", "indikatorer", "enheter", "perioder", "rubriker"),
    ),
    KindHelp(
        SectionKind.ASSIGNMENT_TABLE,
        _("Uppdragstabell: uppdrag med beskrivning, status, kommentar och prognos"),
        ("mål", "nivåer", "enheter", "rubriker", "visa"),
    ),
    KindHelp(
        SectionKind.ACTIVITY_TABLE,
        _("Aktivitetstabell: aktiviteter efter målområde"),
        ("mål", "nivåer", "enheter", "rubriker", "visa"),
    ),
    KindHelp(
        SectionKind.ASSESSMENT_MATRIX,
        _("Bedömningsmatris: mål nedåt, nämnden och enheterna åt sidan"),
        ("mål", "nivåer", "enheter", "rubriker"),
    ),
    KindHelp(SectionKind.DATA_TABLE, _("Tabell: en av rapportens egna tabeller"), ("tabell", "kolumner", "rubriker")),
    KindHelp(
        SectionKind.CHART,
        _("Diagram: indikatorer över tid, eller kolumner ur en av rapportens tabeller, även utfall mot budget"),
        ("indikatorer", "enheter", "perioder", "tabell", "kolumner", "form"),
    ),
    KindHelp(
        SectionKind.STATUS_CHART,
        _("Statusdiagram: hur målen har bedömts i tidigare publicerade rapporter och i den här, område för område"),
        ("mål", "nivåer", "enheter"),
    ),
    KindHelp(SectionKind.ATTACHMENTS, _("Bilagor: rapportens bilagor")),
    KindHelp(SectionKind.PAGE_BREAK, _("Sidbrytning: ny sida i PDF-filen")),
)
