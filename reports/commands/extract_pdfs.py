"""The PDF of a part of a published version: laid out the first time it is asked for, and kept.

This is the one thing that is stored while somebody reads. It tells nothing new, nobody did it, and it leaves no event;
what may be stored is bounded by the parts that the version has.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone

from followup.core.files.keeping import keep
from followup.core.files.reading import FileUnavailable
from reports.build.extracts import extract_of
from reports.commands.layout_line import one_at_a_time
from reports.models import ExtractPdf, Publication
from reports.render import RENDERERS, Format
from reports.render.print_fingerprint import print_fingerprint
from reports.sealed.documents import sealed_document, sealed_parts


class NoSuchPart(LookupError):
    """The version has no such part."""


def extract_pdf(*, publication: Publication, part: str) -> bytes:
    """The kept PDF, one query; or a new one. One is laid out at a time.

    Raises `NoSuchPart` (for a version whose data does not hold the whole document whatever the part), `Busy`.
    """
    kept = _kept(publication, part)
    if kept is not None:
        return kept
    if part not in {each.name for each in sealed_parts(publication)}:
        raise NoSuchPart(part)
    with one_at_a_time():
        return _kept(publication, part) or _made(publication, part)


def _kept(publication: Publication, part: str) -> bytes | None:
    rows = ExtractPdf.objects.filter(publication=publication, part=part, fingerprint=print_fingerprint())
    row = rows.first()
    try:
        return row.read() if row else None
    except FileUnavailable:  # laid out again, which mends it
        return None


def _made(publication: Publication, part: str) -> bytes:
    document = extract_of(sealed_document(publication), part)
    if document is None:
        raise NoSuchPart(part)
    content = RENDERERS[Format.PDF](document)
    try:
        with transaction.atomic():
            kept = keep(content)
            ExtractPdf.objects.update_or_create(
                publication=publication,
                part=part,
                defaults={
                    "fingerprint": print_fingerprint(),
                    "size": kept.size,
                    "sha256": kept.sha256,
                    "made_at": timezone.now(),
                },
            )
    except IntegrityError:  # another process was first, with the same bytes
        return content
    return content
