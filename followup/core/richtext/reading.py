"""HTML of any origin as blocks."""

from dataclasses import replace
from html.parser import HTMLParser
from itertools import repeat

from followup.core.richtext.allowlist import EMPHASIS, HEADINGS, OTHER_BLOCKS, address, stripped
from followup.core.richtext.blocks import Block, Char, Heading, Line, ListBlock, plain, tidy_line
from followup.core.richtext.pasted import SUB_ITEM, PastedBlocks
from followup.core.richtext.tables import MOST_SPANNED, Cell, joined, placed, table_or_rows

_SPACE = Char("\n")  # becomes one space, however many there are

_PARAGRAPHS = OTHER_BLOCKS | {"p", "table", "caption"}


def read_blocks(html: str, *, tables: bool = True) -> list[Block]:
    """Everything that has a place in a rich text; the rest is dropped, its words kept.

    Without `tables` a table is a paragraph a row. A list inside an item becomes lines of that item, each with a dash or
    its number. Raises RichTextFault for a table that is too large.
    """
    reader = _Reader(tables=tables)
    reader.feed(stripped(html))
    reader.close()
    reader.end_paragraph()
    return reader.done.blocks


class _Reader(HTMLParser):
    """Takes well-formed HTML only. Keeps no tree, so that no depth of nesting can stop it."""

    def __init__(self, *, tables: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._keeps_tables = tables
        self.done = PastedBlocks()
        self._lines: list[list[Char]] = [[]]
        self._emphasis: list[bool] = []
        self._links: list[str] = []
        self._lists: list[int | None] = []  # for each open list the number of its last item, None where it has bullets
        self._items: list[tuple[Line, ...]] = []
        self._mark_of_sub_item = ""
        self._rows = 0  # open table rows, one inside the other
        self._cells: list[list[Char]] = []
        self._spans: list[tuple[int, int]] = []
        self._grid: list[list[Cell]] = []
        self._in_heading = False
        self._css_class = self._style = ""
        self._apart = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in EMPHASIS:
            self._emphasis.append("font-weight:normal" not in found.get("style", "").replace(" ", ""))
        elif tag == "a":
            self._links.append(address(found.get("href")))
        elif tag == "tr":
            self._start_row()
        elif tag in {"td", "th"} and self._rows == 1:
            self._cells.append([])
            self._spans.append((_span(found.get("colspan")), _span(found.get("rowspan"))))
        elif self._rows:
            self._cells[-1].append(_SPACE)
        elif tag in {"ul", "ol"}:
            self._start_list(ordered=tag == "ol")
        elif tag == "li":
            self._start_item()
        elif tag == "br":
            self._lines.append([])
        else:
            self._break()
            self._in_heading = self._in_heading or tag in HEADINGS
            if not self._lists:
                self._css_class, self._style = found.get("class", ""), found.get("style", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPHASIS:
            self._emphasis.pop()
        elif tag == "a":
            self._links.pop()
        elif tag == "tr":
            self._end_row()
        elif self._rows:
            self._cells[-1].append(_SPACE)
        elif tag == "table":
            self._end_table()
        elif tag in {"ul", "ol"}:
            self._end_list()
        elif tag in HEADINGS:
            self._break()
            self._in_heading = False
        elif tag in _PARAGRAPHS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._lists and not self._rows and not any(self._lines) and data.isspace():
            self._apart = True
            return
        em, href = any(self._emphasis), self._links[-1] if self._links else ""
        line = self._cells[-1] if self._rows else self._lines[-1]
        if self._mark_of_sub_item and not self._rows and not data.isspace():
            line.extend(plain(self._mark_of_sub_item))
            self._mark_of_sub_item, data = "", data.lstrip()
        line.extend(map(Char, data, repeat(em), repeat(href)))

    def end_paragraph(self) -> None:
        """Close what stands outside lists and tables, if anything does."""
        if self._in_heading:
            line = tidy_line(char for raw in self._lines for char in (*raw, _SPACE))
            if line:
                self.done.add(Heading(line, self._apart))
        else:
            self.done.add_paragraph(self._lines, css_class=self._css_class, style=self._style, apart=self._apart)
        if any(self._lines):
            self._apart = False
        self._lines = [[]]
        self._css_class = self._style = ""

    def _break(self) -> None:
        if self._lists:
            self._lines.append([])
        else:
            self.end_paragraph()

    def _start_row(self) -> None:
        if not self._rows:
            self._break()
            self._cells = [[]]
            self._spans = [(1, 1)]
        self._rows += 1

    def _end_row(self) -> None:
        self._rows -= 1
        if self._rows:
            return
        lines = list(map(tidy_line, self._cells))
        if self._keeps_tables and not self._lists:
            cells = [Cell(line, *spans) for line, spans in zip(lines, self._spans, strict=True)]
            self._grid.append(cells if lines[0] else cells[1:])  # before the first cell nothing stands, if all is well
        else:
            self._lines[-1].extend(joined(lines))
            self._break()

    def _end_table(self) -> None:
        self._break()
        for block in table_or_rows(placed(self._grid)):
            self.done.add(replace(block, apart=self._apart))
            self._apart = False
        self._grid = []

    def _start_list(self, *, ordered: bool) -> None:
        if not self._lists:
            self.end_paragraph()
            self._items = []
        self._lists.append(0 if ordered else None)

    def _start_item(self) -> None:
        if len(self._lists) < 2:
            self._end_item()
            return
        self._break()
        number = self._lists[-1]
        if number is not None:
            self._lists[-1] = number = number + 1
        self._mark_of_sub_item = SUB_ITEM if number is None else f"{number}. "

    def _end_item(self) -> None:
        if not self._lists:
            self.end_paragraph()
            return
        lines = tuple(filter(None, map(tidy_line, self._lines)))
        if lines:
            self._items.append(lines)
        self._lines = [[]]
        self._mark_of_sub_item = ""

    def _end_list(self) -> None:
        if len(self._lists) > 1:
            self._lists.pop()
            self._break()
            self._mark_of_sub_item = ""
            return
        self._end_item()
        ordered = self._lists.pop() is not None
        if self._items:
            self.done.add(ListBlock(ordered, tuple(self._items), self._apart))
            self._apart = False


def _span(number: str | None) -> int:
    """How many rows or columns a cell spans."""
    return min(int(number), MOST_SPANNED) or 1 if number and number.isdecimal() and len(number) < 6 else 1
