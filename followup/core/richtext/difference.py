"""What differs between two rich texts, word by word, with their paragraphs and lists left to be read. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from followup.core.richtext.blocks import Char, Heading, Line, Paragraph, Table, plain, words
from followup.core.richtext.matching import matching_runs
from followup.core.richtext.reading import read_blocks


class Change(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Shape(StrEnum):
    """What a row begins: a block or an item of its own, or a line further down in one."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    LINE = "line"
    TABLE_ROW = "table_row"


class Token(NamedTuple):
    """A word, or where `begins` says so the beginning of a row."""

    text: str
    em: bool = False
    begins: Shape | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words after one another that fared alike; one space stands between two pieces."""

    change: Change
    text: str
    em: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`parted` says whether the break before the row is new or gone, where no words beside it show that."""

    pieces: tuple[Piece, ...]
    parted: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading has one item, a list several; each item its rows."""

    shape: Shape
    items: tuple[tuple[Row, ...], ...]

    @property
    def is_list(self) -> bool:
        return self.shape in {Shape.BULLETS, Shape.NUMBERS}


@dataclass(frozen=True, slots=True)
class Difference:
    """The two texts as one, in order. Nothing changed in it may mean that only spaces differ."""

    blocks: tuple[Block, ...]

    @property
    def is_changed(self) -> bool:
        rows = [row for block in self.blocks for item in block.items for row in item]
        return any(
            row.parted != Change.KEPT or any(piece.change != Change.KEPT for piece in row.pieces) for row in rows
        )


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Each text by itself: what only the first has is marked in `left` as removed, what only the second as added."""

    left: Difference
    right: Difference


Changed = tuple[Change, Token]


def difference(before: str, after: str) -> Difference:
    """Of two texts of HTML; what only the first has comes before what stands in its place in the second."""
    return _difference(_compared(before, after))


def side_by_side(left: str, right: str) -> SideBySide:
    compared = _compared(left, right)
    return SideBySide(
        left=_difference(each for each in compared if each[0] != Change.ADDED),
        right=_difference(each for each in compared if each[0] != Change.REMOVED),
    )


def _compared(before: str, after: str) -> list[Changed]:
    """Row by row first, then word by word where rows differ."""
    first, second = list(_rows(before)), list(_rows(after))
    found: list[Changed] = []
    for is_same, a, b, c, d in matching_runs(first, second):
        old, new = ([token for row in rows for token in row] for rows in (first[a:b], second[c:d]))
        found += [(Change.KEPT, token) for token in old] if is_same else _word_by_word(old, new)
    return found


def _word_by_word(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Changed]:
    """A word that happens to stand between changes in both is not kept alone: that would read as confetti."""
    runs = matching_runs(old, new)
    removed: list[Token] = []
    added: list[Token] = []
    for place, (is_same, a, b, c, d) in enumerate(runs):
        is_between = 0 < place < len(runs) - 1
        if is_same and not (is_between and b - a == 1 and not old[a].begins):
            yield from _replaced(removed, added)
            removed, added = [], []
            yield from ((Change.KEPT, token) for token in old[a:b])
        else:
            removed += old[a:b]
            added += new[c:d]
    yield from _replaced(removed, added)


def _replaced(removed: Iterable[Token], added: Iterable[Token]) -> Iterator[Changed]:
    yield from ((Change.REMOVED, token) for token in removed)
    yield from ((Change.ADDED, token) for token in added)


def _rows(html: str) -> Iterator[tuple[Token, ...]]:
    """Every line of the text as its words, after what it begins."""
    for block in read_blocks(html):
        if isinstance(block, Heading):
            yield _row(Shape.HEADING, block.line)
        elif isinstance(block, Table):
            yield from (_row(Shape.TABLE_ROW, _drawn(row)) for row in block.rows)
        elif isinstance(block, Paragraph):
            yield from _item(Shape.PARAGRAPH, block.lines)
        else:
            for item in block.items:
                yield from _item(Shape.NUMBERS if block.ordered else Shape.BULLETS, item)


def _drawn(cells: Sequence[Line]) -> Line:
    """A table's row on one line, with an upright line between its cells."""
    line: list[Char] = []
    for place, cell in enumerate(cells):
        line.extend((*(plain(" | ") if place else ()), *cell))
    return tuple(line)


def _item(shape: Shape, lines: Sequence[Line]) -> Iterator[tuple[Token, ...]]:
    for place, line in enumerate(lines):
        yield _row(Shape.LINE if place else shape, line)


def _row(shape: Shape, line: Line) -> tuple[Token, ...]:
    """The address of a link stands in parentheses after it, so that it is seen when it changes."""
    found = [Token("", begins=shape)]
    for href, linked in groupby(line, key=lambda char: char.href):
        for is_space, run in groupby(linked, key=lambda char: char.char.isspace()):
            chars = tuple(run)
            if not is_space:
                found.append(Token(words(chars), any(char.em for char in chars)))
        if href:
            found.append(Token(f"({href})"))
    return tuple(found)


def _difference(compared: Iterable[Changed]) -> Difference:
    rows: list[tuple[Shape, Row]] = []
    begun: tuple[Change, Shape] | None = None
    inside: list[Changed] = []
    for change, token in compared:
        if token.begins is None:
            inside.append((change, token))
            continue
        if begun is not None:
            rows.append(_as_row(*begun, inside))
        begun, inside = (change, token.begins), []
    if begun is not None:
        rows.append(_as_row(*begun, inside))
    return Difference(tuple(_blocks(rows)))


def _as_row(change: Change, shape: Shape, inside: Iterable[Changed]) -> tuple[Shape, Row]:
    pieces = tuple(
        Piece(how, " ".join(token.text for _how, token in run), em)
        for (how, em), run in groupby(inside, key=lambda each: (each[0], each[1].em))
    )
    is_told = change == Change.KEPT or (bool(pieces) and pieces[0].change == change)
    return shape, Row(pieces, Change.KEPT if is_told else change)


def _blocks(rows: Iterable[tuple[Shape, Row]]) -> Iterator[Block]:
    items: list[tuple[Shape, list[Row]]] = []
    for shape, row in rows:
        if shape == Shape.LINE and items:
            items[-1][1].append(row)
        else:
            items.append((shape, [row]))
    for shape, group in groupby(items, key=lambda item: item[0]):
        found = [tuple(lines) for _shape, lines in group]
        if shape in {Shape.BULLETS, Shape.NUMBERS}:
            yield Block(shape, tuple(found))
        else:
            yield from (Block(shape, (lines,)) for lines in found)
