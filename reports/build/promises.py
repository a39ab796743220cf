"""The measures that an answer promises, told apart. Pure."""

from collections.abc import Iterable

from followup.core.richtext.blocks import Line, ListBlock, Paragraph, words
from followup.core.richtext.reading import read_blocks


def promises_in(html: str) -> tuple[str, ...]:
    """The items of the text's lists; without any, its paragraphs but those that only lead on to what follows.

    Plain text on one line each, the same words once.
    """
    blocks = read_blocks(html)
    items = [item for block in blocks if isinstance(block, ListBlock) for item in block.items]
    if items:
        found = [_on_one_line(item) for item in items]
    else:
        found = [_on_one_line(block.lines) for block in blocks if isinstance(block, Paragraph)]
        found = [text for text in found if not text.endswith(":")]
    return tuple(dict.fromkeys(text for text in found if text))


def _on_one_line(lines: Iterable[Line]) -> str:
    return " ".join(" ".join(words(line) for line in lines).split())
