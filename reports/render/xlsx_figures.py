"""A cell of the report as a cell of a spreadsheet: numbers stay numbers and look as they do in the report."""

import re
from decimal import ROUND_HALF_UP, Decimal

from reports.build.document import Cell
from reports.render.texts import plain_text
from reports.render.xlsx_cells import Figure, Value

LONGEST_FORMAT = 250
_NUMBER = re.compile(r"[−-]?\d+(?:[ \u00a0\u202f]\d{3})*(?:,(?P<decimals>\d+))?")
_SPACES = re.compile(r"[ \u00a0\u202f]")


def cell_value(cell: Cell) -> Value:
    """The number with the report's decimals, unit and marks as its format; words where there is no number to show."""
    if cell.value is not None and not (cell.lines or cell.parts or cell.status):
        figure = _figure(cell.value, cell.text, note_words(cell.notes))
        if figure:
            return figure
    return cell_words(cell) or None


def cell_words(cell: Cell) -> str:
    """All that the cell says, a line for each thing it says."""
    lines = [f"{cell.text}{note_words(cell.notes)}", *cell.lines]
    lines += [" ".join(mark.word for mark in (cell.status, cell.trend) if mark)]
    lines += [f"{part.label}: {plain_text(part.html)}" if part.label else plain_text(part.html) for part in cell.parts]
    return "\n".join(line for line in lines if line)


def note_words(notes: tuple[int, ...]) -> str:
    """References to notes, as they are written after the words that refer to them: " [1, 3]"."""
    return f" [{', '.join(map(str, notes))}]" if notes else ""


def _figure(value: Decimal, text: str, notes: str) -> Figure | None:
    """None where the words do not show this number ("två av tre")."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    digits = _SPACES.sub("", found[0])
    places = len(found["decimals"] or "")
    shown = Decimal(digits.replace("−", "-").replace(",", "."))
    if abs(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) != abs(shown):
        return None
    whole = "#,##0" if len(digits) != len(found[0]) else "0"
    number = f"{whole}.{'0' * places}" if places else whole
    before, after = _literal(text[: found.start()]), _literal(text[found.end() :] + notes)
    number_format = f"{before}{number}{after}"
    return Figure(value, number_format) if len(number_format) <= LONGEST_FORMAT else None


def _literal(text: str) -> str:
    r"""Words inside a number format: `"` cannot stand inside a quotation, so it is written `\"` between two."""
    return r"\"".join(f'"{part}"' if part else "" for part in text.split('"'))
