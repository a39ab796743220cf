"""Finding a fact in what a report was rendered to, whatever the layout: in a table's row, on paper, in a sheet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lxml import etree
from lxml import html as lxml_html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LETTERS_HYPHEN = re.compile(r"(?<=[^\W\d])[-\u00ad\u2010]\s*(?=[^\W\d])")
_NOTE_MARK = re.compile(r"\s\[\d+(, ?\d+)*\]")
_NOTHING = {"", "-", "–"}
_NOT_READ = {"sup", etree.Comment}


def bare(text: object) -> str:
    """Without what layout adds or moves: spaces, hyphens in words, marks of notes, percent signs, brackets, stops."""
    words = re.sub(r"[\u2212\u2011]", "-", "" if text is None else str(text)).replace("\u00ad", "")
    words = _LETTERS_HYPHEN.sub("", _NOTE_MARK.sub("", words))
    return re.sub(r"[\s%()\u2060\u200b]|\.$|\.(?=\s|\))", "", words).lower()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A table's row under the headings `path`, outermost first; `cells` without references to notes."""

    path: tuple[str, ...]
    cells: tuple[str, ...]

    def after(self, label: str) -> tuple[str, ...] | None:
        """The bare cells that hold something after the one that holds `label`; None where no cell does."""
        wanted = bare(label)
        for place, cell in enumerate(self.cells):
            if bare(cell).startswith(wanted):
                return something(self.cells[place + 1 :])
        return None


@dataclass(frozen=True, slots=True)
class Rendition:
    """One report in the three forms that are read: the page, the PDF's text in reading order, the workbook's rows.

    `brief_pages` is how many pages the part I korthet takes in the PDF.
    """

    page: lxml_html.HtmlElement
    paper: str
    sheets: dict[str, list[tuple[object, ...]]]
    brief_pages: int

    def rows(self, under: str = "") -> list[FoundRow]:
        return [row for row in self._all_rows() if not under or any(under in heading for heading in row.path)]

    def headings(self) -> list[str]:
        return [_text(element) for element in self.page.iter(*HEADINGS)]

    def stretch(self, heading: str, under: str = "") -> str:
        """The words from a heading, the first one after the heading `under`, to the next that stands as high."""
        pieces = list(_flow(self.page.find("body")))
        start = _place(pieces, under, 0) if under else 0
        start = _place(pieces, heading, start)
        ends = (place for place in range(start + 1, len(pieces)) if pieces[place].level)
        end = next((place for place in ends if pieces[place].level <= pieces[start].level), len(pieces))
        return " ".join(" ".join(piece.words for piece in pieces[start:end]).split())

    def _all_rows(self) -> Iterator[FoundRow]:
        path: list[tuple[str, str]] = []
        for element in self.page.iter(*HEADINGS, "tr"):
            if element.tag == "tr":
                cells = tuple(_text(cell) for cell in element.iterchildren("td", "th"))
                yield FoundRow(tuple(words for _, words in path), cells)
            else:
                path = [(tag, words) for tag, words in path if tag < element.tag] + [(element.tag, _text(element))]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words in the order of reading; `level` is "h1" to "h6" where a heading begins, which then is all of `words`."""

    words: str
    level: str = ""


def _flow(element: lxml_html.HtmlElement) -> Iterator[_Piece]:
    if element.tag in HEADINGS:
        yield _Piece(_text(element), element.tag)
    elif element.tag not in _NOT_READ:
        yield _Piece(element.text or "")
        for child in element:
            yield from _flow(child)
            yield _Piece(child.tail or "")


def _place(pieces: Sequence[_Piece], heading: str, start: int) -> int:
    """Where the first heading with these words stands, from the place `start` on."""
    places = (place for place in range(start, len(pieces)) if pieces[place].level)
    return next(place for place in places if bare(heading) in bare(pieces[place].words))


def in_order(wanted: Sequence[str], texts: Sequence[str], *, within: bool = False) -> bool:
    """Whether the texts have what is wanted, in that order; `within` the one text instead of each in one of its own."""
    if within:
        rest = bare(texts[0])
        for words in wanted:
            if bare(words) not in rest:
                return False
            rest = rest.split(bare(words), 1)[1]
        return True
    following = iter(bare(text) for text in texts)
    return all(any(bare(words) in text for text in following) for words in wanted)


def has_row(rows: Sequence[FoundRow], label: str, *figures: str) -> bool:
    """Whether a row has the label and after it these figures, in this order and no others."""
    return any(row.after(label) == something(figures) for row in rows)


def on_paper(paper: str, *cells: str) -> bool:
    """Whether the cells follow each other on paper; a note's number and a unit may stand between them."""
    pattern = r"\.?\d{0,3}".join(re.escape(bare(cell)) for cell in cells if bare(cell) not in _NOTHING)
    return re.search(pattern, paper) is not None


def in_sheets(sheets: dict[str, list[tuple[object, ...]]], label: str, *figures: str) -> bool:
    """Whether a row of a sheet has the label and after it the figures in order; a number there is a number."""
    wanted = bare(label)
    for rows in sheets.values():
        for row in rows:
            places = [place for place, cell in enumerate(row) if isinstance(cell, str) and wanted in bare(cell)]
            if places and _in_order(row[places[0] + 1 :], figures):
                return True
    return False


def _in_order(cells: Sequence[object], figures: Sequence[str]) -> bool:
    rest = iter(cells)
    return all(any(_is(cell, figure) for cell in rest) for figure in figures if bare(figure) not in _NOTHING)


def _is(cell: object, figure: str) -> bool:
    if isinstance(cell, int | float | Decimal):
        return Decimal(str(cell)) == _number(figure)
    return bare(cell) == bare(figure)


def _number(figure: str) -> Decimal | None:
    try:
        return Decimal(bare(figure).removesuffix("prel").replace(",", "."))
    except InvalidOperation:
        return None


def something(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(bare(cell) for cell in cells if bare(cell) not in _NOTHING)


def _text(element: lxml_html.HtmlElement) -> str:
    """Without references to notes, which stand in `sup`."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: lxml_html.HtmlElement) -> Iterator[str]:
    if element.tag not in _NOT_READ:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""
