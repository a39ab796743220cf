"""The long texts of a workbook: plain text with the few marks that a person would use anyway, to and from HTML.

A blank line separates paragraphs and a single line break stays one. A line that begins with `- ` is a list item, and so
is one that begins with `1. ` and those after it that count on (`2. `, or `1. ` again); a line indented by two spaces
below an item goes on with it. `## ` begins a small heading, `*text*` is emphasised (see `emphasis`). Nothing else is
markup.

Text → HTML → text changes nothing but space at the ends of lines, several blank lines in a row and the numbers of a
list. Whether a blank line stands between a paragraph and its list is kept too, as a line break between the elements.

HTML → text → HTML changes nothing but links, which become `label (address)`. A paragraph that looks like markup but is
none, such as one typed in the editor that begins with `- `, gets the character LITERAL, which has no width, before it
in the text: the reader sees what the writer typed, and reading it back makes the same paragraph, not a list.
An import must compare texts, `to_text(stored) == to_text(from_text(cell))`, and leave the stored HTML alone where
they are equal: then links survive a workbook that nobody edited.
"""

import re
import unicodedata
from dataclasses import dataclass, field
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
    may_touch,
    plain,
    words,
)
from followup.core.richtext.emphasis import read_line, write_line
from followup.core.richtext.fault import MAX_CHARACTERS, RichTextFault, refuse_longer_than
from followup.core.richtext.reading import read_blocks
from followup.core.richtext.writing import to_html

_HEADING = re.compile(r"## \s*(?P<text>\S.*)")
_BULLET = re.compile(r"- \s*(?P<text>\S.*)")
_NUMBER = re.compile(r"(?P<number>[1-9][0-9]{0,3})\. \s*(?P<text>\S.*)")
_INDENTED = re.compile(r"  | ?\t")
_INDENT = "  "


def from_text(text: str) -> str:
    """Canonical HTML. Raises RichTextFault for a control character, saying which, and for a text that is too long."""
    refuse_longer_than(MAX_CHARACTERS, text)
    text = re.sub("\r\n?|\u2028", "\n", text).replace("\u2029", "\n\n")
    lines = text.split("\n")
    _refuse_control_characters(lines)
    reader = _TextReader()
    for line in lines:
        reader.read(line)
    return to_html(reader.blocks)


def to_text(html: str) -> str:
    """The text that `from_text` reads as the HTML."""
    text = ""
    above: Block | None = None
    for block in read_blocks(html):
        touches = above is not None and not block.apart and may_touch(above, block)
        if above is not None:
            text += "\n" if touches else "\n\n"
        text += "\n".join(_written(block, above if touches else None))
        above = block
    return text


@dataclass
class _TextReader:
    blocks: list[Block] = field(default_factory=list)
    _open: Paragraph | ListBlock | None = None
    _apart: bool = False

    def read(self, raw: str) -> None:
        """The next line."""
        text = raw.strip()
        whole = read_line(text)
        if not whole:
            self._open, self._apart = None, True
        elif isinstance(self._open, ListBlock) and _INDENTED.match(raw):
            self._put(_with_line(self._open, whole))
        elif (found := _HEADING.fullmatch(text)) and (line := read_line(found["text"])):
            self._start(Heading(line, self._apart))
        elif (found := _BULLET.fullmatch(text)) and (line := read_line(found["text"])):
            self._item(line, ordered=False)
        elif (found := self._counted(text)) and (line := read_line(found["text"])):
            self._item(line, ordered=True)
        elif isinstance(self._open, Paragraph):
            self._put(Paragraph((*self._open.lines, whole), self._open.apart))
        else:
            self._start(Paragraph((whole,), self._apart))

    def _counted(self, text: str) -> re.Match[str] | None:
        found = _NUMBER.fullmatch(text)
        return found if found and _counts(int(found["number"]), self._open) else None

    def _item(self, line: Line, *, ordered: bool) -> None:
        if isinstance(self._open, ListBlock) and self._open.ordered == ordered:
            self._put(ListBlock(ordered, (*self._open.items, (line,)), self._open.apart))
        else:
            self._start(ListBlock(ordered, ((line,),), self._apart))

    def _start(self, block: Block) -> None:
        self.blocks.append(block)
        self._open = None if isinstance(block, Heading) else block
        self._apart = False

    def _put(self, block: Paragraph | ListBlock) -> None:
        self.blocks[-1] = self._open = block


def _with_line(block: ListBlock, line: Line) -> ListBlock:
    return ListBlock(block.ordered, (*block.items[:-1], (*block.items[-1], line)), block.apart)


def _counts(number: int, above: Block | None) -> bool:
    """Whether the number begins a list, or goes on with the one directly above."""
    return number == 1 or (isinstance(above, ListBlock) and above.ordered and number == len(above.items) + 1)


def _written(block: Block, touched: Block | None) -> list[str]:
    """The block's lines of text; `touched` is the block above if no blank line parts the two."""
    match block:
        case Heading(line):
            return [f"## {_line(line)}"]
        case Paragraph(lines):
            above = [touched, *(None for _line_above in lines[1:])]
            return [_as_paragraph(_line(line), block_above) for line, block_above in zip(lines, above, strict=True)]
        case ListBlock(ordered, items):
            marks = (f"{number}. " if ordered else "- " for number in range(1, len(items) + 1))
            return [
                (_INDENT if index else mark) + _line(line)
                for mark, lines in zip(marks, items, strict=True)
                for index, line in enumerate(lines)
            ]


def _as_paragraph(text: str, above: Block | None) -> str:
    number = _NUMBER.fullmatch(text)
    looks_like_markup = (
        _HEADING.fullmatch(text) or _BULLET.fullmatch(text) or (number and _counts(int(number["number"]), above))
    )
    return LITERAL + text if looks_like_markup else text


def _line(line: Line) -> str:
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
