"""A version as one ZIP: its files as they are stored, and their check sums in the form that `sha256sum -c` reads."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from followup.core.dates import SWEDISH_TIME
from reports.sealed.verification import Stored

SUMS = "SHA256SUMS"


def package(folder: str, published_at: datetime, files: Iterable[Stored]) -> bytes:
    """The same bytes each time and on every machine: nothing is packed, and every file has the moment of publishing."""
    found = tuple((item.recorded, item.content) for item in files if item.content is not None)
    sums = "".join(f"{recorded.sha256}  {recorded.name}\n" for recorded, _content in found).encode()
    outcome = BytesIO()
    with ZipFile(outcome, "w", ZIP_STORED) as archive:
        for name, content in (*((recorded.name, content) for recorded, content in found), (SUMS, sums)):
            archive.writestr(_member(f"{folder}/{name}", published_at), content)
    return outcome.getvalue()


def _member(path: str, published_at: datetime) -> ZipInfo:
    moment = published_at.astimezone(SWEDISH_TIME)
    member = ZipInfo(path, (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second))
    member.create_system = 3  # Unix, whatever this runs on
    member.external_attr = 0o644 << 16
    return member
