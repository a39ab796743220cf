"""Moves the bytes, one file at a time, between the column and the storage that FILES_URL names. Either way both have
them afterwards: the column goes with the next migration, and the storage is swept when nothing refers to it."""

from hashlib import sha256

from django.db import migrations

from followup.core.files.keeping import put
from followup.core.files.keys import the_storage
from followup.core.files.reading import read_file
from followup.core.models.immutable_triggers import seal, unseal

SEALED = ("reports_publicationfile", "reports_publicationattachment")
WITH_SUMS = ("PublicationFile", "PublicationAttachment", "AttachmentFile")
PASSING = ("PlanUpload", "DraftPdf", "ExtractPdf")


class SpoiledRow(Exception):
    """A row whose bytes are not those of its sum: it cannot be moved without hiding that."""


def into_storage(apps, schema_editor):
    storage = the_storage()
    for name in WITH_SUMS:
        for pk, rows in each(apps, name):
            content, noted = rows.values_list("content", "sha256").get()
            found = sha256(content).hexdigest()
            if found != noted:
                raise SpoiledRow(
                    f"{name} {pk} has other bytes than its SHA-256 says ({found}, noted {noted}). "
                    "Restore the row from a backup, or see `manage.py verify_publications` of the release before."
                )
            put(storage, found, bytes(content))
    for name in PASSING:
        for _pk, rows in each(apps, name):
            content = rows.values_list("content", flat=True).get()
            found = sha256(content).hexdigest()
            put(storage, found, bytes(content))
            rows.update(sha256=found, size=len(content))


def into_database(apps, schema_editor):
    unseal(*SEALED)(apps, schema_editor)
    for name in (*WITH_SUMS, *PASSING):
        for _pk, rows in each(apps, name):
            rows.update(content=read_file(rows.values_list("sha256", flat=True).get()))
    seal(*SEALED)(apps, schema_editor)


def each(apps, name):
    """Every row as a query set of its own, so that no more than one file is in memory."""
    rows = apps.get_model("reports", name)._base_manager.all()
    for pk in list(rows.order_by("pk").values_list("pk", flat=True)):
        yield pk, rows.filter(pk=pk)


class Migration(migrations.Migration):
    dependencies = [("core", "0016_unreferenced_files"), ("reports", "0032_contents_may_be_empty")]

    operations = [migrations.RunPython(into_storage, into_database)]
