"""The same book, the same bytes: a spreadsheet file carries moments, and these are all set to one."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

_PROPERTIES = "docProps/core.xml"
_MOMENTS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)")
_MOMENT = datetime(2000, 1, 1)


def saved(book: Workbook) -> bytes:
    written, stream = BytesIO(), BytesIO()
    book.save(written)
    with ZipFile(written) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _PROPERTIES:
                content = _MOMENTS.sub(rb"\g<1>" + f"{_MOMENT:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
            entry = ZipInfo(name, date_time=_MOMENT.timetuple()[:6])
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content, compress_type=ZIP_DEFLATED)
    return stream.getvalue()
