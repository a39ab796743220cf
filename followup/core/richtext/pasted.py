"""From a paragraph's lines as they stood in the HTML to blocks: Word's list paragraphs become lists."""

from collections.abc import Sequence
from dataclasses import replace

from followup.core.richtext.blocks import Block, Char, Line, ListBlock, Paragraph, plain, tidy_line, words
from followup.core.richtext.word import Marker, list_marker

SUB_ITEM = "– "


class PastedBlocks:
    """Collects blocks in order; a Word list item joins the list that the paragraph before it began."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._in_word_list = False

    def add(self, block: Block) -> None:
        """A block that is what it is."""
        self.blocks.append(block)
        self._in_word_list = False

    def add_paragraph(self, raw_lines: Sequence[Sequence[Char]], *, css_class: str, style: str, apart: bool) -> None:
        """Lines not yet tidied; where one of them is empty the paragraph is two."""
        first: Sequence[Char] = ()
        group: list[Line] = []
        for raw in (*raw_lines, ()):
            if line := tidy_line(raw):
                first = first if group else raw
                group.append(line)
            elif group:
                self._add_group(first, tuple(group), css_class, style, apart)
                group, apart = [], True

    def _add_group(
        self, first: Sequence[Char], group: tuple[Line, ...], css_class: str, style: str, apart: bool
    ) -> None:
        """`first` is the first line as it stood: what marks a list item is not in the tidied one."""
        marker = list_marker(words(first), css_class, style)
        if marker is not None:
            item = (tidy_line(first[marker.length :]), *group[1:])
            if item[0] and self._add_item(marker, item, apart):
                return
        self.add(Paragraph(group, apart))

    def _add_item(self, marker: Marker, item: tuple[Line, ...], apart: bool) -> bool:
        """False for a number that no list here leads up to: it is kept as text, since a list would renumber it."""
        last = self.blocks[-1] if self._in_word_list else None
        ordered = marker.number is not None
        if isinstance(last, ListBlock) and marker.level > 1:
            prefix = plain(SUB_ITEM if marker.number is None else f"{marker.number}. ")
            items = (*last.items[:-1], (*last.items[-1], prefix + item[0], *item[1:]))
            self.blocks[-1] = replace(last, items=items)
        elif isinstance(last, ListBlock) and last.ordered == ordered and marker.number in {None, len(last.items) + 1}:
            self.blocks[-1] = replace(last, items=(*last.items, item))
        elif marker.number in {None, 1}:
            self.blocks.append(ListBlock(ordered, (item,), apart))
        else:
            return False
        self._in_word_list = True
        return True
