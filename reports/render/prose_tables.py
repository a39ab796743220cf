"""Simple tables inside a text as they are set: columns of figures to the right, and on screen a place to scroll."""

import re

from django.utils.translation import gettext as _

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(?P<tag>t[hd])(?P<scope>[^>]*)>(?P<html>.*?)</(?P=tag)>", re.DOTALL)
_FIGURE = re.compile(r"[-−–+]?\d[\d\s,.]*(?:\s?(?:%|[tm]?kr|mnkr))?|[-–.]{1,2}")


def set_tables(html: str, *, on_paper: bool) -> str:
    """Canonical rich text, its tables ready to be shown."""
    return _TABLE.sub(lambda found: _set(found[0], on_paper=on_paper), html) if "<table>" in html else html


def _set(table: str, *, on_paper: bool) -> str:
    heading, *rest = ([cell["html"] for cell in _CELL.finditer(row[1])] for row in _ROW.finditer(table))
    figures = {
        column
        for column in range(1, len(heading))
        if all(_FIGURE.fullmatch(row[column].replace("&nbsp;", " ")) for row in rest if row[column])
    }
    table = _ROW.sub(lambda row: f"<tr>{_with_figures(row[1], figures)}</tr>", table)
    if on_paper:
        return table
    label = _("Tabell: %(heading)s") % {"heading": ", ".join(filter(None, map(_words, heading)))}
    return f'<div class="prose-table" role="region" tabindex="0" aria-label="{label}">{table}</div>'


def _with_figures(row: str, figures: set[int]) -> str:
    cells = enumerate(_CELL.finditer(row))
    return "".join(_set_cell(cell, ' class="number"' if column in figures else "") for column, cell in cells)


def _set_cell(cell: re.Match[str], kind: str) -> str:
    return f"<{cell['tag']}{cell['scope']}{kind}>{cell['html']}</{cell['tag']}>"


def _words(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html).replace('"', "&quot;")
