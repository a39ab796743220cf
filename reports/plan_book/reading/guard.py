"""What is refused before a workbook is read: what is none, and what would take too much room.

The packed file is small enough to hold; of what it unpacks to only the size is found out here, by unpacking it piece by
piece, since the sizes that a file declares may be lies.
"""

import re
import zlib
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from django.utils.translation import gettext as _

from reports.plan_book.book import BookFault
from reports.plan_book.reading.xml import damaged, refuse_entities

MOST_PACKED = 20 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
MOST_ENTRIES = 5_000

_CHUNK = 1 << 20
_ENTRY = b"PK\x01\x02"
_IS_ENCRYPTED = 0x1
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XML = (".xml", ".rels", ".vml")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LONGEST_DECLARATION = 64


def open_package(source: IO[bytes]) -> tuple[ZipFile, int]:
    """The workbook's parts, found to be within bounds, and how many rows they have at most. Raises BookFault."""
    packed = source.read(MOST_PACKED + 1)
    if len(packed) > MOST_PACKED:
        raise BookFault((_("Filen är större än 20 MB. Ta bort bilder och blad som inte hör till planen."),))
    _refuse_other_kinds(packed)
    if packed.count(_ENTRY) > MOST_ENTRIES:
        raise BookFault((_("Filen är ingen vanlig arbetsbok: den består av fler än 5 000 delar."),))
    try:
        archive = ZipFile(BytesIO(packed))
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, ArithmeticError) as fault:
        raise BookFault((_("Filen är skadad och går inte att öppna. Spara om arbetsboken."),)) from fault
    return archive, _measured(archive)


def _refuse_other_kinds(packed: bytes) -> None:
    if not packed:
        raise BookFault((_("Filen är tom."),))
    if packed.startswith(_OLD_OFFICE):
        if _ENCRYPTED in packed:
            raise BookFault((_("Arbetsboken är skyddad med lösenord. Ta bort lösenordet och försök igen."),))
        raise BookFault((_("Filen är i det äldre formatet .xls. Spara den som Excel-arbetsbok (.xlsx)."),))
    if not packed.startswith(b"PK"):
        raise BookFault((_("Filen är ingen Excel-arbetsbok (.xlsx)."),))


def _measured(archive: ZipFile) -> int:
    """How many rows there are at most, formatted ones included. Raises BookFault for what is out of bounds."""
    names = [entry.filename.lower() for entry in archive.infolist()]
    if len(set(names)) < len(names):
        raise BookFault((_("Filen är ingen vanlig arbetsbok: den innehåller flera delar med samma namn."),))
    left = MOST_UNPACKED
    rows = 0
    for entry in archive.infolist():
        if entry.flag_bits & _IS_ENCRYPTED:
            raise BookFault((_("Arbetsboken är skyddad med lösenord. Ta bort lösenordet och försök igen."),))
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise BookFault((_("Filen är packad på ett sätt som inte förekommer i arbetsböcker. Spara om den."),))
        try:
            with archive.open(entry) as stream:
                size, found = _size(stream, left, entry.filename.lower().endswith(_XML))
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as fault:
            raise damaged(entry.filename) from fault
        left -= size
        rows += found
    return rows


def _size(stream: IO[bytes], most: int, is_xml: bool) -> tuple[int, int]:
    """Bytes that a part unpacks to, and its rows at most. Raises BookFault for declarations of entities.

    Without zero bytes XML reads the same in every encoding that spreadsheets write.
    """
    size = rows = 0
    tail = b""
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > most:
            raise BookFault(
                (_("Arbetsboken blir större än 200 MB när den packas upp. Ta bort blad som inte hör till planen."),)
            )
        if is_xml:
            text = tail + chunk.replace(b"\0", b"")
            if b"<!" in text and _DECLARATION.search(text):
                raise refuse_entities()
            rows += text.count(b"<row") + text.count(b":row")
            tail = text[-_LONGEST_DECLARATION:]
    return size, rows
