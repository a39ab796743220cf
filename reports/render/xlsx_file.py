"""The same workbook, the same bytes: the moments a spreadsheet file carries are taken from the document."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PROPERTIES = "docProps/core.xml"
_MOMENTS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)")


def frozen(workbook: bytes, moment: datetime) -> bytes:
    """`workbook` with every moment in it set to `moment`, which has no time zone and is not before 1980."""
    stamp = max(moment, datetime(1980, 1, 1)).timetuple()[:6]
    stream = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _PROPERTIES:
                content = _MOMENTS.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
            entry = ZipInfo(name, date_time=stamp)
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content, compress_type=ZIP_DEFLATED)
    return stream.getvalue()
