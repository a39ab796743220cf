"""The long texts of a workbook: plain text with the few marks that a person would use anyway, to and from HTML.

A blank line separates paragraphs and a single line break stays one. A line that begins with `- ` is a list item, and so
is one that begins with `1. ` and those after it that count on (`2. `, or `1. ` again); a line indented by two spaces
below an item goes on with it. `## ` begins a small heading, `*text*` is emphasised (see `emphasis`). Where tables are
taken in, one may be drawn with upright lines (see `tables`). Nothing else is markup.

Text → HTML → text changes nothing but space at the ends of lines, several blank lines in a row, the numbers of a
list, and how a table is drawn and set apart. Whether a blank line stands between a paragraph and its list is kept too,
as a line break between the elements.

HTML → text → HTML changes nothing but links, which become `label (address)`. A paragraph that looks like markup but is
none, such as one typed in the editor that begins with `- `, gets the character LITERAL, which has no width, before it
in the text: the reader sees what the writer typed, and reading it back makes the same paragraph, not a list.
An import must compare texts, `to_text(stored) == to_text(from_text(cell))`, and leave the stored HTML alone where
they are equal: then links survive a workbook that nobody edited.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.utils.translation import gettext as _

from followup.core.richtext.blocks import (
    LITERAL,
    Block,
    Char,
    Heading,
    Line,
    ListBlock,
    Paragraph,
    Table,
    may_touch,
    plain,
    tidy_space,
    words,
)
from followup.core.richtext.emphasis import read_line, write_line
from followup.core.richtext.fault import MAX_CHARACTERS, RichTextFault, refuse_longer_than
from followup.core.richtext.reading import read_blocks
from followup.core.richtext.tables import rows_at, table_or_rows, written_rows
from followup.core.richtext.writing import to_html

_HEADING = re.compile(r"## \s*(?P<text>\S.*)")
_BULLET = re.compile(r"- \s*(?P<text>\S.*)")
_NUMBER = re.compile(r"(?P<number>[1-9][0-9]{0,3})\. \s*(?P<text>\S.*)")
_INDENTED = re.compile(r"  | ?\t")
_INDENT = "  "


def from_text(text: str, *, tables: bool = False) -> str:
    """Canonical HTML. Raises RichTextFault for a control character, saying which, and for a text that is too long."""
    refuse_longer_than(MAX_CHARACTERS, text)
    text = re.sub("\r\n?|\u2028", "\n", text).replace("\u2029", "\n\n")
    lines = text.split("\n")
    _refuse_control_characters(lines)
    reader = _TextReader()
    place = 0
    while place < len(lines):
        table = _table_at(lines, place) if tables and not reader.is_inside_item(lines[place]) else None
        if table is not None:
            reader.add(table)
            place += len(rows_at(lines, place)) + 1
        else:
            reader.read(lines[place])
            place += 1
    reader.end_block()
    return to_html(reader.blocks)


@lru_cache(maxsize=1024)
def to_text(html: str, *, tables: bool = True) -> str:
    """The text that `from_text` reads as the HTML; without `tables` a table's row is a paragraph.

    Kept for the texts asked of last: a report's data and its workbook ask of the same ones.
    """
    text = ""
    above: Block | None = None
    for block in read_blocks(html, tables=tables):
        touches = above is not None and not block.apart and may_touch(above, block)
        if above is not None:
            text += "\n" if touches else "\n\n"
        text += "\n".join(_written(block, above if touches else None))
        above = block
    return text


@dataclass
class _Open:
    """A paragraph (a part a line) or a list (a part an item) that the next line may go on with."""

    tag: str
    parts: list[list[Line]]
    apart: bool

    def block(self) -> Block:
        if self.tag == "p":
            return Paragraph(tuple(line for (line,) in self.parts), self.apart)
        return ListBlock(self.tag == "ol", tuple(map(tuple, self.parts)), self.apart)


class _TextReader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: _Open | None = None
        self._apart = False

    def read(self, raw: str) -> None:
        """The next line."""
        text = _with_tidy_space(raw.strip())
        whole = read_line(text)
        if not whole:
            self.end_block()
            self._apart = True
        elif self._open and self.is_inside_item(raw):
            self._open.parts[-1].append(whole)
        elif (found := _HEADING.fullmatch(text)) and (line := read_line(found["text"])):
            self.end_block()
            self.blocks.append(Heading(line, self._apart))
            self._apart = False
        elif (found := _BULLET.fullmatch(text)) and (line := read_line(found["text"])):
            self._go_on("ul").parts.append([line])
        elif (found := _NUMBER.fullmatch(text)) and self._counts(found) and (line := read_line(found["text"])):
            self._go_on("ol").parts.append([line])
        else:
            self._go_on("p").parts.append([whole])

    def is_inside_item(self, raw: str) -> bool:
        """Whether the line goes on with a list's item."""
        return self._open is not None and self._open.tag != "p" and _INDENTED.match(raw) is not None

    def add(self, table: Table) -> None:
        """A table that has been read already."""
        self.end_block()
        self.blocks.append(table)
        self._apart = False

    def end_block(self) -> None:
        """Nothing more belongs to the open paragraph or list."""
        if self._open:
            self.blocks.append(self._open.block())
            self._open = None

    def _counts(self, found: re.Match[str]) -> bool:
        items = len(self._open.parts) if self._open and self._open.tag == "ol" else 0
        return _counts(int(found["number"]), items)

    def _go_on(self, tag: str) -> _Open:
        if self._open is None or self._open.tag != tag:
            self.end_block()
            self._open = _Open(tag, [], self._apart)
            self._apart = False
        return self._open


def _counts(number: int, items_above: int) -> bool:
    """Whether the number begins a list, or goes on with the ordered one directly above."""
    return number in {1, items_above + 1}


def _table_at(lines: Sequence[str], place: int) -> Table | None:
    """The table whose heading row is the line at `place`. Raises RichTextFault for too large a one."""
    rows = rows_at(lines, place)
    if not rows:
        return None
    found = table_or_rows([[read_line(_with_tidy_space(cell)) for cell in row] for row in rows])
    first = found[0] if found else None
    return first if isinstance(first, Table) else None


def _with_tidy_space(text: str) -> str:
    return re.sub(r"\s+", lambda run: tidy_space(run[0]), text)


def _written(block: Block, touched: Block | None) -> list[str]:
    """The block's lines of text; `touched` is the block above if no blank line parts the two."""
    match block:
        case Heading(line):
            return [f"## {_line(line)}"]
        case Paragraph(lines):
            items_above = len(touched.items) if isinstance(touched, ListBlock) and touched.ordered else 0
            texts = [_as_paragraph(_line(line), 0 if index else items_above) for index, line in enumerate(lines)]
            return [LITERAL + text if _table_at(texts, index) else text for index, text in enumerate(texts)]
        case Table(rows):
            return written_rows([list(map(_line, row)) for row in rows])
        case ListBlock(ordered, items):
            marks = (f"{number}. " if ordered else "- " for number in range(1, len(items) + 1))
            return [
                (_INDENT if index else mark) + _line(line)
                for mark, lines in zip(marks, items, strict=True)
                for index, line in enumerate(lines)
            ]


def _as_paragraph(text: str, items_above: int) -> str:
    number = _NUMBER.fullmatch(text)
    looks_like_markup = (
        _HEADING.fullmatch(text)
        or _BULLET.fullmatch(text)
        or (number is not None and _counts(int(number["number"]), items_above))
    )
    return LITERAL + text if looks_like_markup else text


def _line(line: Line) -> str:
    if not any(char.href for char in line):
        return write_line(line)
    written_out: list[Char] = []
    for href, chars in groupby(line, key=lambda char: char.href):
        label = [char._replace(href="") for char in chars]
        written_out.extend(label)
        if href and words(label) not in {href, href.removeprefix("mailto:")}:
            written_out.extend(plain(f" ({href})"))
    return write_line(tuple(written_out))


def _refuse_control_characters(lines: list[str]) -> None:
    for number, line in enumerate(lines, start=1):
        for char in line:
            if char != "\t" and unicodedata.category(char) in {"Cc", "Cs"}:
                raise RichTextFault(
                    _(
                        "Texten innehåller styrtecknet %(code)s på rad %(line)d. "
                        "Av styrtecken är bara radbrytning och tabb tillåtna."
                    )
                    % {"code": f"U+{ord(char):04X}", "line": number}
                )
