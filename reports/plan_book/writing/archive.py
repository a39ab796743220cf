"""The same book, the same bytes: a spreadsheet file carries moments, and these are all set to one."""

from datetime import datetime
from io import BytesIO
from os import PathLike
from shutil import copyfileobj
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_MOMENT = datetime(2000, 1, 1)


def saved(book: Workbook) -> bytes:
    book.properties.created = book.properties.modified = _MOMENT
    stream = BytesIO()
    with _Archive(stream, "w") as archive:
        ExcelWriter(book, archive).save()
    return stream.getvalue()


class _Archive(ZipFile):
    """Takes what openpyxl writes, and takes no notice of when."""

    def writestr(self, name: str | ZipInfo, data: Any, *_more: Any) -> None:
        super().writestr(_entry(str(name)), data)

    def write(self, path: str | PathLike[str], name: Any = None, *_more: Any) -> None:
        with open(path, "rb") as source, self.open(_entry(str(name)), "w") as entry:
            copyfileobj(source, entry)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, date_time=_MOMENT.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
