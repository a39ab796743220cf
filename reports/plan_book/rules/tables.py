"""The tables of reports: computations that can be read, one title and unit a table."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from reports.choices import RowKind
from reports.plan_book.book import BookRow
from reports.plan_book.faults import Faults
from reports.plan_book.sheets import CELLS

_SIGNS = str.maketrans({"−": "-", "–": "-", "×": "*"})
_OPERATION = r"-*[0-9]+(?:[.,][0-9]+)?(?:[-+*/]-*[0-9]+(?:[.,][0-9]+)?)*"
_ENCLOSED = re.compile(rf"\({_OPERATION}\)")
_WHOLE = re.compile(_OPERATION)
_SPACE_AT_A_SIGN = re.compile(r"\s*([-+*/()])\s*")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A date cell, which a spreadsheet makes of `1-2` when it is typed as other than text."""

_LONGEST = 200


def check_tables(rows: Sequence[BookRow], faults: Faults, warnings: list[str]) -> None:
    said: dict[tuple[str, str, str], str] = {}
    for row in rows:
        if row.removes:
            continue
        for heading in ("Titel", "Enhet"):
            text = row.text(heading)
            first = said.setdefault((row.text("Rapport"), row.text("Tabell"), heading), text) if text else text
            if first != text:
                warnings.append(
                    _("%(place)s: ”%(text)s” läses inte, eftersom tabellen ovanför har %(heading)s ”%(first)s”.")
                    % {"place": row.place(heading), "text": text, "heading": heading, "first": first}
                )
        if row.text("Rad") == RowKind.COMPUTATION:
            for column in CELLS:
                if (text := row.text(column)) and not is_computation(text):
                    faults.at(row, column, _no_computation(text))


def is_computation(text: str) -> bool:
    """Columns and numbers with `+ - * /` between them, and parentheses in pairs."""
    if _DAY.fullmatch(text):
        return False
    written = _SPACE_AT_A_SIGN.sub(r"\1", text.translate(_SIGNS).strip().removeprefix("="))
    while len(shorter := _ENCLOSED.sub("1", written)) < len(written) <= _LONGEST:
        written = shorter
    return len(written) <= _LONGEST and _WHOLE.fullmatch(written) is not None


def _no_computation(text: str) -> str:
    return _(
        "”%(text)s” är ingen uträkning. Skriv kolumnernas nummer med + - * / och parenteser emellan, som text, till "
        "exempel 1-2 eller 1/2*100."
    ) % {"text": text[:40]}
