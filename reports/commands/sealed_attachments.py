"""The files that a document shows, sealed with its version."""

from django.utils.translation import gettext as _

from followup.core.faults import CommandRefused
from followup.core.files.reading import FileUnavailable
from reports.build.document import AttachedFile, AttachmentList, ReportDocument
from reports.models import AttachmentFile, Publication, PublicationAttachment


def attached_files(document: ReportDocument) -> tuple[AttachedFile, ...]:
    """Those that any of its sections shows, once each, by name."""
    found = {
        each.file.name: each.file
        for section in document.sections
        if isinstance(section.block, AttachmentList)
        for each in section.block.documents
        if each.file is not None
    }
    return tuple(found[name] for name in sorted(found))


def seal_attachments(publication: Publication, document: ReportDocument) -> list[PublicationAttachment]:
    """Seal the files that the document names by their sums; the bytes are in the storage already, under the same sums.

    Raises CommandRefused where one was changed meanwhile.
    """
    shown = {file.name: file for file in attached_files(document)}
    if not shown:
        return []
    stored = AttachmentFile.objects.filter(attachment__report_id=publication.report_id, name__in=shown)
    by_name = {row.name: row for row in stored}
    if any(name not in by_name or by_name[name].sha256 != file.sha256 for name, file in shown.items()):
        raise CommandRefused(_("En bilaga ändrades medan rapporten publicerades. Försök igen."))
    for row in stored:
        _must_be_whole(row)
    return PublicationAttachment.objects.bulk_create(
        PublicationAttachment(
            publication=publication,
            name=name,
            content_type=by_name[name].content_type,
            size=by_name[name].size,
            sha256=by_name[name].sha256,
        )
        for name in shown
    )


def _must_be_whole(row: AttachmentFile) -> None:
    """What cannot be handed out is not sealed."""
    try:
        row.open().close()
    except FileUnavailable:
        words = _("Bilagan ”%(name)s” kan inte läsas. Bifoga filen på nytt.")
        raise CommandRefused(words % {"name": row.name}) from None
