"""The words of a rich text on one line, for search, for its length and to see whether there is anything."""

from followup.core.richtext.blocks import Block, Heading, Line, Paragraph, words
from followup.core.richtext.reading import read_blocks


def plain_text(html: str) -> str:
    """All lines after one another with one space between words; neither list marks nor the addresses of links."""
    lines = (words(line) for block in read_blocks(html) for line in _lines(block))
    return " ".join(" ".join(lines).split())


def is_blank(html: str) -> bool:
    """Whether the text shows nothing, whatever tags it is made of."""
    return not plain_text(html)


def _lines(block: Block) -> tuple[Line, ...]:
    if isinstance(block, Heading):
        return (block.line,)
    if isinstance(block, Paragraph):
        return block.lines
    return tuple(line for item in block.items for line in item)
