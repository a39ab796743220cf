"""A report's attachments: words, an address, or a file that was sent in, in the order that readers meet them."""

from dataclasses import dataclass, fields

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import write_differing
from followup.core.commands.removal import delete_rows
from followup.core.faults import CommandRefused
from followup.core.files.keeping import keep
from followup.core.fingerprints import fingerprint_of
from followup.core.slugs import free_name
from reports.attached import CheckedFile
from reports.commands.composing import locked_report
from reports.commands.section_order import Direction
from reports.models import Attachment, AttachmentFile, Report

MOST_ATTACHMENTS = 50


@dataclass(frozen=True, slots=True)
class AttachmentText:
    """An attachment as a person sees and writes it. `alternative_text` is for the image, where the file is one."""

    title: str
    description: str
    address: str
    alternative_text: str
    file_sum: str = ""

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(getattr(self, field.name) for field in fields(self))


class AttachmentChanged(CommandRefused):
    """Somebody else changed the attachment meanwhile; `current` is what stands there now."""

    def __init__(self, current: Attachment) -> None:
        super().__init__(_("Någon annan har ändrat bilagan under tiden."))
        self.current = current


def file_of(attachment: Attachment) -> AttachmentFile | None:
    """Its file. One query, unless it was loaded along."""
    if "file" in attachment._state.fields_cache:
        cached: AttachmentFile | None = attachment._state.fields_cache["file"]
        return cached
    return AttachmentFile.objects.filter(attachment=attachment).first()


def attachment_text(attachment: Attachment) -> AttachmentText:
    file = file_of(attachment)
    return AttachmentText(
        attachment.title,
        attachment.description,
        attachment.address,
        file.alternative_text if file else "",
        file.sha256 if file else "",
    )


@transaction.atomic
def add_attachment(
    *,
    report: Report,
    title: str,
    description: str,
    address: str,
    alternative_text: str,
    file: CheckedFile | None,
    by: AnyUser,
) -> Attachment:
    """Add an attachment last. Raises NotAllowed, ValidationError."""
    current = locked_report(report, by)
    count = current.attachments.count()
    if count >= MOST_ATTACHMENTS:
        raise ValidationError(_("En rapport har högst %(most)d bilagor.") % {"most": MOST_ATTACHMENTS})
    _number(list(current.attachments.order_by("position", "pk")), by)
    attachment = Attachment(report=current, position=count + 1)
    _write(attachment, title, description, address)
    if file is not None:
        _store_file(attachment, file, alternative_text)
    record(action=AuditAction.CREATED, subject=attachment, committee=current.committee, by=by, details=_told(file))
    return attachment


@transaction.atomic
def change_attachment(
    *,
    attachment: Attachment,
    title: str,
    description: str,
    address: str,
    alternative_text: str,
    file: CheckedFile | None,
    removes_file: bool = False,
    seen: str,
    by: AnyUser,
) -> Attachment:
    """Change an attachment; without `file` it keeps its own. `seen` is the fingerprint of what the person had seen.

    Raises NotAllowed, AttachmentChanged, ValidationError, Attachment.DoesNotExist where it has been deleted meanwhile.
    """
    report = locked_report(attachment.report, by)
    current = report.attachments.get(pk=attachment.pk)
    if attachment_text(current).fingerprint != seen:
        raise AttachmentChanged(current)
    _write(current, title, description, address)
    stored = file_of(current)
    if file is not None:
        _store_file(current, file, alternative_text)
    elif removes_file and stored is not None:
        delete_rows(rows=[stored], by=by)
    elif stored is not None:
        stored.alternative_text = alternative_text.strip()
        _check_words(stored)
        stored.save(update_fields=["alternative_text"])
    record(action=AuditAction.CHANGED, subject=current, committee=report.committee, by=by, details=_told(file))
    return current


@transaction.atomic
def move_attachment(*, attachment: Attachment, direction: Direction, by: AnyUser) -> None:
    """Move it one step; the first stays first and the last last. Raises NotAllowed."""
    report = locked_report(attachment.report, by)
    in_order = list(report.attachments.order_by("position", "pk"))
    at = next((place for place, each in enumerate(in_order) if each.pk == attachment.pk), None)
    if at is None:
        return
    to = at + (1 if direction == Direction.DOWN else -1)
    if not 0 <= to < len(in_order):
        return
    in_order[at], in_order[to] = in_order[to], in_order[at]
    _number(in_order, by)
    details = {"ändring": _("flyttad")}
    record(action=AuditAction.CHANGED, subject=attachment, committee=report.committee, by=by, details=details)


@transaction.atomic
def delete_attachment(*, attachment: Attachment, by: AnyUser) -> None:
    """Delete an attachment with its file. Raises NotAllowed, Attachment.DoesNotExist."""
    report = locked_report(attachment.report, by)
    current = report.attachments.get(pk=attachment.pk)
    record(action=AuditAction.DELETED, subject=current, committee=report.committee, by=by)
    delete_rows(rows=[current], by=by)
    report.attachments.filter(position__gt=current.position).update(position=F("position") - 1)


def _write(attachment: Attachment, title: str, description: str, address: str) -> None:
    attachment.title, attachment.description, attachment.address = title.strip(), description.strip(), address.strip()
    attachment.full_clean()
    attachment.save()


def _store_file(attachment: Attachment, file: CheckedFile, alternative_text: str) -> None:
    """In the place of the one that it had, if any; its name is the report's own."""
    others = AttachmentFile.objects.filter(attachment__report=attachment.report_id).exclude(attachment=attachment)
    stem, _dot, ending = file.name.rpartition(".")
    taken = {name.rpartition(".")[0] for name in others.values_list("name", flat=True)}
    stored = AttachmentFile.objects.filter(attachment=attachment).first()
    row = stored or AttachmentFile(attachment=attachment)
    row.name = f"{free_name(stem, taken)}.{ending}"
    kept = keep(file.content)
    row.content_type, row.size, row.sha256 = file.content_type, kept.size, kept.sha256
    row.width, row.height = file.width, file.height
    row.alternative_text = alternative_text.strip() if file.is_image else ""
    _check_words(row)
    row.save()


def _check_words(row: AttachmentFile) -> None:
    if row.width and not row.alternative_text:
        raise ValidationError({"alternative_text": _("Skriv vad bilden visar, för den som inte ser den.")})
    row.full_clean(exclude={"attachment"}, validate_unique=False)


def _told(file: CheckedFile | None) -> dict[str, str]:
    return {"fil": f"{file.name}, SHA-256 {file.sha256}"} if file else {}


def _number(in_order: list[Attachment], by: AnyUser) -> None:
    write_differing(rows=in_order, field="position", values=range(1, len(in_order) + 1), by=by)
