"""A version's files as the storage has them, held against their records."""

from followup.core.choices import AuditAction
from followup.core.files.reading import bytes_as_they_are, read_file
from followup.core.models import AuditEvent
from reports.models import Publication, PublicationAttachment, PublicationFile
from reports.sealed.manifest import attached_entry, entry, facts_of
from reports.sealed.parts import MANIFEST, digest
from reports.sealed.verification import Stored, Verification, verified

MANIFEST_SUM = "kontrollsumma"
"""The key of the manifest's SHA-256 in the details of the event that tells of the publishing."""

_ORDER = ("html", "pdf", "xlsx", "json", "checks", MANIFEST)


def stored_files(publication: Publication) -> tuple[Stored, ...]:
    """All files with their bytes as they are: the formats first, then the list of checks, attachments, the manifest.

    Two queries. For those who verify; what is handed out comes from `sealed_files`.
    """
    rows = PublicationFile.objects.filter(publication=publication)
    files = sorted(rows, key=lambda row: (_ORDER.index(row.format) if row.format in _ORDER else -1, row.format))
    found = [
        Stored(entry(publication, row.format, row.content_type, row.size, row.sha256), bytes_as_they_are(row.sha256))
        for row in files
    ]
    attached = PublicationAttachment.objects.filter(publication=publication).order_by("name", "pk")
    beside = [Stored(attached_entry(publication, row), bytes_as_they_are(row.sha256)) for row in attached]
    last = len(found) - sum(item.recorded.format == MANIFEST for item in found)
    return (*found[:last], *beside, *found[last:])


def sealed_files(publication: Publication) -> tuple[Stored, ...]:
    """As `stored_files`, each held against its sum. Raises FileUnavailable."""
    files = stored_files(publication)
    for item in files:
        if item.content is None or digest(item.content) != item.recorded.sha256:
            read_file(item.recorded.sha256)  # tells the log, and raises
    return files


def verify(publication: Publication, files: tuple[Stored, ...] | None = None) -> Verification:
    """Three queries; one where the files are at hand."""
    stored = stored_files(publication) if files is None else files
    return verified(facts_of(publication), stored, _manifest_sum(publication))


def _manifest_sum(publication: Publication) -> str:
    event = AuditEvent.objects.filter(
        object_type=publication._meta.label_lower, object_id=str(publication.pk), action=AuditAction.PUBLISHED
    ).first()
    return event.details.get(MANIFEST_SUM, "") if event else ""
