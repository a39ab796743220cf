"""Whatever is changed in a version past all that guards it is found: bytes, records, the row, the manifest."""

import json

import pytest
from django.core.management import call_command
from django.db import connection

from followup.core.models import AuditEvent
from reports.choices import Audience
from reports.commands.publishing import disclose, publish
from reports.models import Publication, PublicationFile
from reports.sealed.stored import verify
from reports.sealed.verification import Verdict
from tests.builders import a_report, a_section, a_stored_file, spoil_file

pytestmark = pytest.mark.usefixtures("light_pdf")

FILES = ["html", "pdf", "xlsx", "json", "checks", "manifest"]


@pytest.fixture
def publication(world, cast):
    report = a_report(world.round, slug="delar-2017")
    a_section(report, content="<p>Text.</p>")
    return publish(report=report, audience=Audience.MEMBERS, change_note="", accept_warnings=True, by=cast.controller)


@pytest.fixture
def past_the_guards(publication):
    """Runs SQL as somebody would who has the database in their hands: the triggers are gone first."""
    with connection.cursor() as cursor:
        for model in (Publication, PublicationFile, AuditEvent):
            table = model._meta.db_table
            on = "" if connection.vendor == "sqlite" else f" ON {table}"
            cursor.execute(f"DROP TRIGGER {table}_never_changed{on}")

        def run(sql, *values):
            cursor.execute(sql, values)
            assert cursor.rowcount == 1

        yield run


def verdicts(publication):
    result = verify(Publication.objects.get(pk=publication.pk))
    return {file.recorded.format: file.verdict for file in result.files if file.verdict != Verdict.INTACT}


def test_a_version_as_it_was_published_is_intact(publication, cast):
    result = verify(publication)
    assert result.is_intact
    assert [file.recorded.format for file in result.files] == FILES
    disclose(publication=publication, by=cast.controller)
    assert verify(publication).is_intact


@pytest.mark.parametrize("format", FILES)
def test_a_changed_byte_is_found_in_every_file(publication, format):
    file = publication.files.get(format=format)
    spoil_file(file.sha256, file.read()[:-1] + b"!")
    assert verdicts(publication) == {format: Verdict.CHANGED}


def test_a_byte_changed_with_its_record_is_found_by_the_manifest(publication, past_the_guards):
    past_the_guards(
        "UPDATE reports_publicationfile SET sha256 = %s, size = 3 WHERE id = %s",
        a_stored_file(b"abc")["sha256"],
        publication.files.get(format="json").pk,
    )
    assert verdicts(publication) == {"json": Verdict.CHANGED}


def test_a_manifest_made_anew_is_found_by_the_audit_trail(publication, past_the_guards):
    manifest = publication.files.get(format="manifest")
    told = json.loads(manifest.read()) | {"title": "En annan rapport"}
    forged = json.dumps(told).encode()
    past_the_guards(
        "UPDATE reports_publicationfile SET sha256 = %s, size = %s WHERE id = %s",
        a_stored_file(forged)["sha256"],
        len(forged),
        manifest.pk,
    )
    past_the_guards("UPDATE reports_publication SET title = %s WHERE id = %s", "En annan rapport", publication.pk)
    assert verdicts(publication) == {"manifest": Verdict.CHANGED}


def test_a_file_that_is_gone_and_one_that_was_added_are_found(publication, past_the_guards):
    past_the_guards("DELETE FROM reports_publicationfile WHERE publication_id = %s AND format = 'pdf'", publication.pk)
    PublicationFile.objects.create(publication=publication, format="exe", content_type="x", **a_stored_file(b""))
    assert verdicts(publication) == {"pdf": Verdict.MISSING, "exe": Verdict.ADDED}


@pytest.mark.parametrize("format", FILES)
def test_a_file_that_is_gone_from_the_storage_is_found(publication, format):
    spoil_file(publication.files.get(format=format).sha256, None)
    assert verdicts(publication) == {format: Verdict.MISSING}


def test_a_version_without_its_manifest_is_not_taken_for_an_old_one(publication, past_the_guards):
    past_the_guards(
        "DELETE FROM reports_publicationfile WHERE publication_id = %s AND format = 'manifest'", publication.pk
    )
    assert verdicts(publication) == {"manifest": Verdict.MISSING}


@pytest.mark.parametrize(
    ("column", "value", "fact"),
    [
        ("title", "Annan", "title"),
        ("registry_number", "X 1", "registry_number"),
        ("published_by_name", "Någon annan", "published_by"),
        ("published_at", "2001-01-01 00:00:00+00", "published_at"),
        ("audience", "public", "audience"),
    ],
)
def test_a_changed_word_of_the_version_itself_is_found(publication, past_the_guards, column, value, fact):
    past_the_guards(f"UPDATE reports_publication SET {column} = %s WHERE id = %s", value, publication.pk)
    result = verify(Publication.objects.get(pk=publication.pk))
    assert (result.is_intact, result.changed_facts) == (False, (fact,))


def test_a_version_from_before_there_were_manifests_has_its_files_verified(publication, past_the_guards):
    past_the_guards(
        "DELETE FROM reports_publicationfile WHERE publication_id = %s AND format = 'manifest'", publication.pk
    )
    past_the_guards("UPDATE core_auditevent SET details = %s WHERE object_id = %s", "{}", str(publication.pk))
    result = verify(publication)
    assert (result.is_intact, result.has_manifest) == (True, False)


def test_the_command_names_what_is_changed_and_ends_with_1(publication, capsys):
    call_command("verify_publications")
    assert capsys.readouterr().out == "socialnamnden delar-2017 version 1: oförändrad\n"
    spoil_file(publication.files.get(format="pdf").sha256)
    with pytest.raises(SystemExit) as ended:
        call_command("verify_publications")
    assert ended.value.code == 1
    assert capsys.readouterr().err == "socialnamnden delar-2017 version 1: delar-2017-version-1.pdf är ändrad\n"
