"""The words of a rich text alone, for search, for its length, for checks and to see whether there is anything."""

from functools import lru_cache

from followup.core.richtext.blocks import Block, Heading, Line, Paragraph, Table, words
from followup.core.richtext.reading import read_blocks


def plain_text(html: str) -> str:
    """All lines after one another with one space between words; neither list marks nor the addresses of links."""
    return " ".join(plain_lines(html))


@lru_cache(maxsize=1024)
def plain_lines(html: str) -> tuple[str, ...]:
    """Each line that shows something, with one space between words: a heading and what it stands over are two.

    Kept for the texts asked of last: the checks, the parts of a report and its search each ask of the same ones.
    """
    lines = (" ".join(words(line).split()) for block in read_blocks(html) for line in _lines(block))
    return tuple(line for line in lines if line)


def is_blank(html: str) -> bool:
    """Whether the text shows nothing, whatever tags it is made of."""
    return not plain_text(html)


def _lines(block: Block) -> tuple[Line, ...]:
    if isinstance(block, Heading):
        return (block.line,)
    if isinstance(block, Paragraph):
        return block.lines
    if isinstance(block, Table):
        return tuple(cell for row in block.rows for cell in row)
    return tuple(line for item in block.items for line in item)
