"""XML of a workbook, read in small pieces and in bounded memory, whatever the file says of itself.

The standard library's expat is used directly. ElementTree, which openpyxl reads with, keeps an element for every tag
until its row ends, and one for every row until the sheet does: a hostile file needs only a long row to fill the memory.
"""

import zlib
from collections.abc import Iterator, Mapping
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from reports.plan_book.book import BookFault

CHUNK = 1 << 16
LONGEST_TOKEN = 1 << 20
"""Bytes of one tag or comment; those of a spreadsheet are below a thousand."""

DEEPEST = 100
ENCODINGS = frozenset({"utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "iso-8859-1"})

MOST_ELEMENTS = 200_000
"""Of the parts that say how the workbook is made up: sheets, relations, formats."""


class Damaged(BookFault):
    """The file breaks the rules of its format."""


def refuse_entities() -> BookFault:
    return BookFault(
        (
            _(
                "Filen innehåller en dokumenttypsdefinition (DOCTYPE eller ENTITY), som inte förekommer i arbetsböcker "
                "och kan vara skadlig. Spara om arbetsboken i Excel eller LibreOffice."
            ),
        )
    )


def damaged(part: str, reason: str = "") -> Damaged:
    return Damaged(
        (
            _(
                "Filen går inte att läsa: delen %(part)s är skadad eller innehåller otillåtna tecken, till exempel "
                "styrtecken%(reason)s. Spara om arbetsboken i Excel eller LibreOffice."
            )
            % {"part": part[:100], "reason": f" ({reason})" if reason else ""},
        )
    )


def new_parser() -> XMLParserType:
    """A parser that refuses document type definitions, and with them every entity of the file's own."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = CHUNK
    parser.StartDoctypeDeclHandler = _on_doctype
    parser.XmlDeclHandler = _on_declaration
    return parser


def feed(stream: IO[bytes], parser: XMLParserType, part: str) -> Iterator[None]:
    """Give the parser the stream, a chunk between two yields. Raises BookFault where it cannot be read."""
    fed = 0
    try:
        while chunk := stream.read(CHUNK):
            fed += len(chunk)
            parser.Parse(chunk, False)
            if fed - max(parser.CurrentByteIndex, 0) > LONGEST_TOKEN:
                raise damaged(part, _("ett mycket långt element"))
            yield
        parser.Parse(b"", True)
    except ExpatError as fault:
        where = _("rad %(line)d, tecken %(column)d") % {"line": fault.lineno, "column": fault.offset + 1}
        raise damaged(part, where) from fault
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError, ArithmeticError) as fault:
        raise damaged(part) from fault
    yield


def elements(archive: ZipFile, part: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every element's name and attributes, without prefixes, in the order of the file."""
    parser = new_parser()
    found: list[tuple[str, Mapping[str, str]]] = []
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise damaged(part, _("för många delar"))
        found.append((local(name), {local(key): value for key, value in attributes.items()}))

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    with open_part(archive, part) as stream:
        for _chunk in feed(stream, parser, part):
            yield from found
            found.clear()


def open_part(archive: ZipFile, part: str) -> IO[bytes]:
    try:
        return archive.open(part)
    except (KeyError, BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as fault:
        raise damaged(part) from fault


def local(name: str) -> str:
    return name.rpartition(":")[2]


def _on_declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    """In other encodings the guard would not see what it looks for."""
    if encoding and encoding.lower() not in ENCODINGS:
        raise ValueError(encoding)


def _on_doctype(*_declaration: object) -> None:
    raise refuse_entities()
