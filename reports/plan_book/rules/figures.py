"""Targets and outcomes: what a row must say at least, and what contradicts itself."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from reports.plan_book import words
from reports.plan_book.book import BookRow, KnownIds
from reports.plan_book.faults import Faults


def check_targets(rows: Sequence[BookRow], known: KnownIds, faults: Faults) -> None:
    for row in rows:
        if row.removes or faults.spoils(row, "Värde", "Övre värde", "Text"):
            continue
        value, high = row.decimal("Värde"), row.decimal("Övre värde")
        if _says_nothing(row, ("Värde", "Text"), known):
            faults.at(row, "Värde", _("målvärdet saknas. Fyll i Värde, Text eller båda."))
        elif high is not None and value is None and row.has("Värde"):
            faults.at(row, "Övre värde", _("ett övre värde behöver ett Värde att räcka från."))
        elif high is not None and value is not None and high < value:
            faults.at(row, "Övre värde", _("det övre värdet kan inte vara lägre än Värde."))


def check_outcomes(rows: Sequence[BookRow], known: KnownIds, faults: Faults) -> None:
    for row in rows:
        if row.removes or faults.spoils(row, "Värde", "Text", "Saknas"):
            continue
        reason = row.text("Saknas")
        has_figure = row.decimal("Värde") is not None or bool(row.text("Text"))
        if reason and has_figure:
            faults.at(
                row,
                "Saknas",
                _("raden har både ett värde eller en text och ett skäl till att det saknas. Ta bort det ena."),
            )
        elif not has_figure and not reason and _says_nothing(row, ("Värde", "Text", "Saknas"), known):
            faults.at(
                row,
                "Värde",
                _("utfallet saknas. Fyll i Värde eller Text, eller skriv i Saknas varför det saknas: %(allowed)s.")
                % {"allowed": ", ".join(words.MISSING_REASONS)},
            )


def _says_nothing(row: BookRow, headings: tuple[str, ...], known: KnownIds) -> bool:
    """Of a plan that is stored, a column that the book lacks may hold what is needed: that is seen when it is saved."""
    if known.ids and not all(row.has(heading) for heading in headings):
        return False
    return not any(row.values.get(heading) not in {"", None} for heading in headings)
