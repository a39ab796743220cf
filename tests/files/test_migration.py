"""The way from columns to the storage and back, with rows that stood there."""

import hashlib

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from followup.core.files.keys import sums_in
from followup.core.files.reading import read_file

BEFORE = [("reports", "0030_workers")]
AFTER = [("reports", "0034_contents_leave_the_database")]
CONTENT = b"%PDF-1.7 " + bytes(range(256))
SUM = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def migrated(transactional_db):
    """`migrated(targets)`: the models as they are there. The tests after this one find the newest again."""

    def to(targets):
        executor = MigrationExecutor(connection)
        executor.migrate(targets)
        return MigrationExecutor(connection).loader.project_state(targets).apps

    yield to
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def a_publication(apps):
    municipality = apps.get_model("core", "Municipality").objects.create(name="K", code="2601")
    committee = apps.get_model("core", "Committee").objects.create(municipality=municipality, name="N", slug="n")
    plan = apps.get_model("goals", "Plan").objects.create(
        committee=committee, title="P", slug="p", year_from=2017, year_through=2017
    )
    report = apps.get_model("reports", "Report").objects.create(
        plan=plan, committee=committee, key="r", slug="r", template="interim", title="R"
    )
    publication = apps.get_model("reports", "Publication").objects.create(
        report=report, committee=committee, slug="r", version=1, audience="public", municipality_name="K",
        committee_name="N", title="R", published_at="2017-09-20T08:00:00Z", published_by_name="B",
    )  # fmt: skip
    return report, publication


def rows_before(apps, *, sha256=SUM):
    report, publication = a_publication(apps)
    user = apps.get_model("core", "User").objects.create(username="u")
    attachment = apps.get_model("reports", "Attachment").objects.create(report=report, title="B", position=1)
    told = {"content_type": "application/pdf", "size": len(CONTENT), "sha256": sha256, "content": CONTENT}
    made = {
        "PublicationFile": {"publication": publication, "format": "pdf", **told},
        "PublicationAttachment": {"publication": publication, "name": "b.pdf", **told},
        "AttachmentFile": {"attachment": attachment, "name": "b.pdf", **told},
        "PlanUpload": {"user": user, "name": "bok.xlsx", "sha256": "", "content": b"bok"},
        "DraftPdf": {"report": report, "fingerprint": "f", "content": b"utkast", "made_at": "2017-09-20T08:00:00Z"},
        "ExtractPdf": {
            "publication": publication, "part": "p", "fingerprint": "f", "content": b"utdrag",
            "made_at": "2017-09-20T08:00:00Z",
        },
    }  # fmt: skip
    for name, values in made.items():
        apps.get_model("reports", name).objects.create(**values)
    return {name: values["content"] for name, values in made.items()}


def refuses_changes(model):
    table = model._meta.db_table
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET id = id")


def test_the_bytes_are_moved_and_can_be_moved_back(folder, migrated):
    contents = rows_before(migrated(BEFORE))
    apps = migrated(AFTER)
    for name, content in contents.items():
        row = apps.get_model("reports", name).objects.get()
        assert (row.size, read_file(row.sha256)) == (len(content), content)
    assert len(list(sums_in(folder))) == 4
    for name in ("PublicationFile", "PublicationAttachment"):
        refuses_changes(apps.get_model("reports", name))
    apps = migrated(BEFORE)
    for name, content in contents.items():
        assert bytes(apps.get_model("reports", name).objects.get().content) == content
    for name in ("PublicationFile", "PublicationAttachment"):
        refuses_changes(apps.get_model("reports", name))
    with pytest.raises(DatabaseError), transaction.atomic():
        apps.get_model("reports", "DraftPdf").objects.create(report_id=1, fingerprint="f", content=None)


def test_bytes_that_are_not_those_of_their_sum_stop_the_move(folder, migrated):
    rows_before(migrated(BEFORE), sha256="0" * 64)
    with pytest.raises(Exception, match="has other bytes than its SHA-256 says"):
        migrated(AFTER)
    with connection.cursor() as cursor:
        for table in ("publicationfile", "publicationattachment", "attachmentfile"):
            cursor.execute(f"DELETE FROM reports_{table}")
