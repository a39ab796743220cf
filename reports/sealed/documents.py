"""A published version as a document again, out of its sealed files alone."""

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from functools import lru_cache

from reports.build.document import ReportDocument
from reports.build.document.data import Unreadable
from reports.build.extracts import ExtractPart, extract_parts
from reports.models import Publication, PublicationAttachment, PublicationFile
from reports.render.formats import Format
from reports.render.read_data import read_json
from reports.sealed.parts import digest

_IMAGE = re.compile(rb'src="(data:image/[a-z+]+;base64,([A-Za-z0-9+/=]+))"')
_KEPT = 512


def sealed_document(publication: Publication) -> ReportDocument:
    """What was published: the data file, with images from the attached files and the logo from the page.

    At most three queries. Raises `Unreadable` for a version from before its data held all of it.
    """
    return read_json(_file(publication, Format.JSON), _SealedImages(publication).source)


def sealed_parts(publication: Publication, page_sha256: str | None = None) -> tuple[ExtractPart, ...]:
    """What can be taken out of the version; nothing where its data cannot be read.

    With `page_sha256`, that of its page, there is no query where the version was asked about before.
    """
    if page_sha256 is None:
        page = PublicationFile.objects.filter(publication=publication, format=Format.HTML)
        page_sha256 = page.values_list("sha256", flat=True).first() or ""
    return _parts(publication.pk, page_sha256)


@lru_cache(maxsize=_KEPT)
def _parts(publication_id: int, page_sha256: str) -> tuple[ExtractPart, ...]:
    try:
        return extract_parts(read_json(_file(Publication(pk=publication_id), Format.JSON)))
    except Unreadable:
        return ()


def _file(publication: Publication, format: Format) -> bytes:
    """Nothing where there is none."""
    row = PublicationFile.objects.filter(publication=publication, format=format).first()
    return row.read() if row else b""


class _SealedImages:
    """Images by the SHA-256 of their bytes; neither files nor page are read before one is asked for."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._in_page: dict[str, str] | None = None

    def source(self, sha256: str) -> str:
        row = PublicationAttachment.objects.filter(publication=self._publication, sha256=sha256).first()
        if row is not None:
            return f"data:{row.content_type};base64,{b64encode(row.read()).decode()}"
        if self._in_page is None:
            self._in_page = _images_in(_file(self._publication, Format.HTML))
        return self._in_page.get(sha256, "")


def _images_in(page: bytes) -> dict[str, str]:
    found = {}
    for source, encoded in _IMAGE.findall(page):
        try:
            found[digest(b64decode(encoded, validate=True))] = source.decode()
        except NotBase64:
            continue
    return found
