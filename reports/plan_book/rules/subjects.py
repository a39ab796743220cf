"""Rows that are about exactly one of several things, and statuses on the scale of what is judged."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from reports.plan_book import words
from reports.plan_book.book import BookRow
from reports.plan_book.faults import Faults

_SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "Målvärden": ("Indikator", "Mål"),
    "Bedömningar": ("Mål", "Indikator", "Uppdrag"),
}


def check_subjects(rows: Mapping[str, tuple[BookRow, ...]], faults: Faults) -> None:
    for sheet, headings in _SUBJECTS.items():
        for row in rows.get(sheet, ()):
            if not faults.spoils(row, *headings):
                _check_one(row, headings, faults)
    for row in rows.get("Bedömningar", ()):
        _check_scale(row, faults)


def _check_one(row: BookRow, headings: tuple[str, ...], faults: Faults) -> None:
    filled = [heading for heading in headings if row.text(heading)]
    if len(filled) == 1:
        return
    last = headings[-1]
    named = _("%(first)s eller %(last)s") % {"first": ", ".join(headings[:-1]), "last": last}
    if filled:
        message = _("%(filled)s är ifyllda på samma rad. Fyll i exakt ett av %(headings)s.")
        faults.at(row, filled[1], message % {"filled": _(" och ").join(filled), "headings": named})
    else:
        message = _("raden säger inte vad den gäller. Fyll i exakt ett av %(headings)s.") % {"headings": named}
        faults.at(row, next(filter(row.has, headings), ""), message)


def _check_scale(row: BookRow, faults: Faults) -> None:
    status = row.text("Bedömning")
    scale = words.ASSIGNMENT_STATUSES if row.text("Uppdrag") else words.GOAL_STATUSES
    if status and status not in scale.values():
        told = next(word for word, value in words.STATUSES.items() if value == status)
        subject = _("ett uppdrag") if row.text("Uppdrag") else _("ett mål eller en indikator")
        faults.at(
            row,
            "Bedömning",
            _("”%(word)s” kan inte sägas om %(subject)s. Tillåtna ord: %(allowed)s.")
            % {"word": told, "subject": subject, "allowed": ", ".join(scale)},
        )
