"""Blocks as the canonical HTML that is stored."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby, pairwise

from followup.core.richtext.allowlist import sanitised
from followup.core.richtext.blocks import Block, Char, Heading, Line, ListBlock, Paragraph, Table, may_touch, words
from followup.core.richtext.fault import MAX_CHARACTERS, refuse_longer_than


def to_html(blocks: Sequence[Block]) -> str:
    """A line break between two elements says that a blank line parts them in the text; put only where none might.

    Raises RichTextFault when the result is too long to store.
    """
    parts = [_element(block) for block in blocks[:1]]
    for above, below in pairwise(blocks):
        parts.append(("\n" if below.apart and may_touch(above, below) else "") + _element(below))
    html = sanitised("".join(parts))
    refuse_longer_than(MAX_CHARACTERS, html)
    return html


def _element(block: Block) -> str:
    match block:
        case Paragraph(lines):
            return f"<p>{_lines(lines)}</p>"
        case Heading(line):
            return f"<h3>{_inline(line)}</h3>"
        case ListBlock(ordered, items):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{_lines(lines)}</li>' for lines in items)}</{tag}>"
        case Table(rows):
            above = "".join(map(_heading_cell, rows[0]))
            below = "".join(f"<tr>{_row(row)}</tr>" for row in rows[1:])
            return f"<table><thead><tr>{above}</tr></thead><tbody>{below}</tbody></table>"


def _heading_cell(line: Line) -> str:
    return f'<th scope="col">{_inline(line)}</th>' if line else "<td></td>"


def _row(row: Sequence[Line]) -> str:
    """The first cell names the row."""
    first = f'<th scope="row">{_inline(row[0])}</th>' if row[0] else "<td></td>"
    return first + "".join(f"<td>{_inline(line)}</td>" for line in row[1:])


def _lines(lines: Iterable[Line]) -> str:
    return "<br>".join(map(_inline, lines))


def _inline(line: Line) -> str:
    return "".join(_link(href, list(chars)) for href, chars in groupby(line, key=lambda char: char.href))


def _link(href: str, chars: list[Char]) -> str:
    label = "".join(_emphasis(em, words(run)) for em, run in groupby(chars, key=lambda char: char.em))
    return f'<a href="{escape(href)}">{label}</a>' if href else label


def _emphasis(em: bool, text: str) -> str:
    return f"<em>{escape(text, quote=False)}</em>" if em else escape(text, quote=False)
