"""A rich text as data: blocks of lines of characters, each character knowing whether it is emphasised or linked."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeAlias

LITERAL = "\u2060"
BOUNDARY = "\u200b"
"""Characters without width that the text format needs for itself (see `emphasis` and `text`): never stored."""

NO_BREAK_SPACE = "\u00a0"
LIST_GLYPHS = "·•▪◦●○§\uf0b7\uf0a7\uf0d8"

_NEVER_KEPT = {
    LITERAL,
    BOUNDARY,
    "\ufeff",
    "\ufffe",
    "\uffff",
    *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
}
_LINE_ENDS = {"\n", "\r", "\f", "\u2028", "\u2029"}
_WORD = rf"[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff{''.join(_NEVER_KEPT)}]+"
_TIDY = re.compile(rf"(?:{_WORD} )*{_WORD}")
_character = itemgetter(0)
_marks = itemgetter(1, 2)


class Char(NamedTuple):
    """One character; `href` is empty where there is no link."""

    char: str
    em: bool = False
    href: str = ""


Line: TypeAlias = tuple[Char, ...]


@dataclass(frozen=True)
class Paragraph:
    """Lines, none of them empty. In every block `apart` says that a blank line stands before it in the text."""

    lines: tuple[Line, ...]
    apart: bool = False


@dataclass(frozen=True)
class Heading:
    """A small heading of one line."""

    line: Line
    apart: bool = False


@dataclass(frozen=True)
class ListBlock:
    """Items in order, each of one or more lines."""

    ordered: bool
    items: tuple[tuple[Line, ...], ...]
    apart: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of equally many cells, the first its heading; at least two of each. A cell may be empty."""

    rows: tuple[tuple[Line, ...], ...]
    apart: bool = False


Block: TypeAlias = Paragraph | Heading | ListBlock | Table


def may_touch(above: Block, below: Block) -> bool:
    """Whether two neighbours would stay two if no blank line parted them in the text. A table stands by itself."""
    if isinstance(above, Table) or isinstance(below, Table):
        return False
    if isinstance(above, ListBlock) and isinstance(below, ListBlock):
        return above.ordered != below.ordered
    return not (isinstance(above, Paragraph) and isinstance(below, Paragraph))


def plain(text: str) -> Line:
    """Characters without emphasis or link, not yet tidied."""
    return tuple(map(Char, text))


def words(line: Iterable[Char]) -> str:
    """The characters alone."""
    return "".join(map(_character, line))


def tidy_line(chars: Iterable[Char]) -> Line:
    """The canonical line: no space at its ends, no control or invisible character, one space for what Word pads with.

    Other runs of space are kept as typed. Space is emphasised or linked only inside one emphasis or link.
    """
    raw = tuple(chars)
    if _TIDY.fullmatch(words(raw)) and len(set(map(_marks, raw))) == 1:  # as most lines are: nothing to be done
        return raw
    runs: list[tuple[bool, list[Char]]] = [
        (is_space, list(run)) for is_space, run in groupby((char for char in raw if _is_kept(char.char)), key=_is_space)
    ]
    if runs and runs[0][0]:
        del runs[0]
    if runs and runs[-1][0]:
        del runs[-1]
    line: list[Char] = []
    for index, (is_space, run) in enumerate(runs):
        line.extend(_tidy_space(runs[index - 1][1][-1], run, runs[index + 1][1][0]) if is_space else run)
    if len(line) > 1 and line[0].char in LIST_GLYPHS and line[1].char == NO_BREAK_SPACE:
        line[1] = line[1]._replace(char=" ")
    return tuple(line)


def tidy_space(run: str) -> str:
    """One space for a run of space that holds a line end, or a no-break space beside other space; others unchanged."""
    return " " if _LINE_ENDS.intersection(run) or (NO_BREAK_SPACE in run and len(run) > 1) else run


def _is_space(char: Char) -> bool:
    return char.char.isspace()


@lru_cache(maxsize=1024)
def _is_kept(char: str) -> bool:
    if char == "\t" or char in _LINE_ENDS:
        return True
    return char not in _NEVER_KEPT and unicodedata.category(char) not in {"Cc", "Cs"}


def _tidy_space(before: Char, run: list[Char], after: Char) -> list[Char]:
    if len(run) == 1 and run[0].char == " " and before[1:] == run[0][1:] == after[1:]:
        return run
    em = before.em and after.em and all(char.em for char in run)
    href = before.href if all(char.href == before.href for char in (*run, after)) else ""
    return [Char(char, em, href) for char in tidy_space(words(run))]
