"""Plan workbooks that are sent in from a page: read at once, kept until the person says yes or no."""

from datetime import timedelta
from hashlib import sha256
from io import BytesIO

from django.db import transaction
from django.utils import timezone

from followup.core.files.keeping import keep
from followup.core.models import User
from reports.commands.plan_import.command import BookFile, ImportedPlan, import_plan
from reports.commands.plan_import.place import known_ids
from reports.models import PlanUpload
from reports.plan_book.book import PlanBook
from reports.plan_book.reading import read_workbook

KEPT = timedelta(days=1)


def keep_upload(*, content: bytes, name: str, by: User) -> PlanUpload:
    """Try the workbook out and keep it; what the person, or anyone a day ago, sent in before is thrown away.

    Raises BookFault with every fault by cell.
    """
    book = read_workbook(BytesIO(content), known_ids)
    file = BookFile(name, sha256(content).hexdigest())
    import_plan(book=book, by=by, file=file, is_trial=True)
    with transaction.atomic():
        PlanUpload.objects.filter(made_at__lt=timezone.now() - KEPT).delete()
        PlanUpload.objects.filter(user=by).delete()
        kept = keep(content)
        return PlanUpload.objects.create(user=by, name=name[:200], sha256=kept.sha256, size=kept.size)


def book_of(upload: PlanUpload) -> PlanBook:
    """Raises BookFault, since the plan may have changed so that the book no longer fits it."""
    return read_workbook(BytesIO(upload.read()), known_ids)


@transaction.atomic
def import_upload(*, upload: PlanUpload, expected_fingerprint: str, by: User) -> ImportedPlan:
    """Import a kept workbook, and throw it away.

    `expected_fingerprint` is that of the changes the person saw. Raises BookFault, PlanChanged, and
    PlanUpload.DoesNotExist where it is imported already.
    """
    current = PlanUpload.objects.select_for_update().get(pk=upload.pk, user=by)
    imported = import_plan(
        book=book_of(current),
        by=by,
        file=BookFile(current.name, current.sha256),
        expected_fingerprint=expected_fingerprint,
    )
    current.delete()
    return imported


def drop_upload(*, upload: PlanUpload, by: User) -> None:
    """Throw away a workbook that the person sent in."""
    PlanUpload.objects.filter(pk=upload.pk, user=by).delete()
