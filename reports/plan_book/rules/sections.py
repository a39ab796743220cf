"""A report's sections: what their options may say."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _

from reports.choices import SectionKind
from reports.plan_book import words
from reports.plan_book.book import BookRow, KnownIds
from reports.plan_book.faults import Faults
from reports.plan_book.options import OPTION_KEYS, parse_options
from reports.plan_book.rules.names import Names
from reports.plan_book.sheets import CELLS

OPTIONS = "Alternativ"
SHOWS = ("beskrivning", "bidrar", "ansvarig", "bedömning", "kommentarer", "uppdrag", "indikatorer")
ORDERED = ("mål", "indikatorer")
FORMS = ("budget",)

_REFERRING: Mapping[str, str] = {"mål": "Mål", "nivåer": "Nivåer", "indikatorer": "Indikatorer", "enheter": "Enheter"}
_ALLOWED: Mapping[str, Sequence[str]] = {
    "typ": tuple(words.INDICATOR_KINDS),
    "kolumner": CELLS,
    "visa": SHOWS,
    "ordning": ORDERED,
    "form": FORMS,
}


def check_sections(rows: Sequence[BookRow], names: Names, known: KnownIds, faults: Faults, warnings: list[str]) -> None:
    """What a stored section names may have been removed since: a book that only repeats it is read, with a warning.

    Not so where the same book removes it.
    """
    for row in rows:
        if row.removes or faults.spoils(row, OPTIONS, "Typ"):
            continue
        options = parse_options(row.text(OPTIONS))
        is_repeated = (row.text("Rapport"), row.text(OPTIONS)) in known.options and not any(
            names.is_removed(sheet, item) for key, sheet in _REFERRING.items() for item in options.get(key, ())
        )
        for key, items in options.items():
            for message in _faults_of(key, items, row, names):
                if is_repeated:
                    warnings.append(f"{row.cell(OPTIONS)}: {message}")
                else:
                    faults.at(row, OPTIONS, message)
        _check_contents(row, options, faults)


def _faults_of(key: str, items: Sequence[str], row: BookRow, names: Names) -> list[str]:
    if key not in OPTION_KEYS:
        allowed = ", ".join(OPTION_KEYS)
        return [
            _("nyckeln ”%(key)s” finns inte. Tillåtna nycklar: %(allowed)s.") % {"key": key[:40], "allowed": allowed}
        ]
    is_allowed, told = _rule_of(key, row, names)
    return [told(item) for item in dict.fromkeys(items) if not is_allowed(item)]


def _rule_of(key: str, row: BookRow, names: Names) -> tuple[Callable[[str], bool], Callable[[str], str]]:
    """Whether an item is allowed under the key, and what to say if not."""
    if key in _REFERRING:
        sheet = _REFERRING[key]
        return (lambda item: names.has(sheet, item)), (lambda item: names.missing(sheet, item))
    if key == "tabell":
        report = row.text("Rapport")
        return (lambda item: names.has_table(report, item)), (lambda item: names.missing_table(report, item))
    if key in _ALLOWED:
        allowed = _ALLOWED[key]
        return (
            lambda item: item in allowed,
            lambda item: (
                _("”%(item)s” är inte tillåtet i %(key)s. Tillåtet: %(allowed)s.")
                % {"item": item[:40], "key": key, "allowed": ", ".join(allowed)}
            ),
        )
    return (lambda item: True), str


def _check_contents(row: BookRow, options: Mapping[str, Sequence[str]], faults: Faults) -> None:
    kind = row.text("Typ")
    if kind == SectionKind.PAGE_BREAK:
        for heading in ("Titel", "Innehåll"):
            if row.text(heading):
                faults.at(row, heading, _("en sidbrytning har ingen titel och inget innehåll. Töm cellen."))
    elif kind == SectionKind.DATA_TABLE and len(options.get("tabell", ())) != 1:
        faults.at(row, OPTIONS, _("ett avsnitt av typen tabell visar en tabell. Skriv tabell= och tabellens Id."))
    elif kind == SectionKind.CHART and not options.get("tabell") and not options.get("indikatorer"):
        faults.at(
            row,
            OPTIONS,
            _("ett diagram behöver något att visa. Skriv indikatorer= eller tabell= och Id."),
        )
    elif options.get("form") and not options.get("tabell"):
        faults.at(row, OPTIONS, _("form=budget visar en tabell. Skriv tabell= och tabellens Id."))
