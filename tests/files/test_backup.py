"""What a copy holds and refuses. That it is whole when it is put back is held by `test_backup_of_the_demo`."""

import json
import shutil
import stat
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from followup.core.access import COMMAND_LINE
from followup.core.backup import making, postgresql
from followup.core.backup.faults import BackupRefused
from followup.core.backup.making import make_backup
from followup.core.backup.manifest import MANIFEST
from followup.core.backup.place import SUMS, Place, read_sums
from followup.core.backup.restoring import restore_backup
from followup.core.files.keys import key_of, sums_in
from followup.core.files.sweeping import sweep
from followup.core.models import AuditEvent
from reports.models import AttachmentFile
from tests.builders import a_report, an_attached_file, spoil_file

NOW = datetime(2017, 9, 20, 3, tzinfo=UTC)


@pytest.fixture
def report(folder, transactional_db, world):
    if connection.vendor == "postgresql" and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is missing: Debian's postgresql-client has it")
    return a_report(world.round)


@pytest.fixture
def copies(tmp_path):
    return tmp_path / "copies"


def made(copies, **options):
    return make_backup(**{"folder": copies, "now": NOW, "by": COMMAND_LINE} | options)


def restored(copies):
    """To where it was made, so nothing is ever changed: it is refused before that."""
    return restore_backup(folder=copies, replaces=False, by=COMMAND_LINE)


def test_a_copy_tells_what_it_holds(report, copies):
    file = an_attached_file(report)
    found = made(copies)
    assert (found.folder.name, found.new_files, found.removed) == ("2017-09-20T030000Z", 1, 0)
    manifest = json.loads((found.folder / MANIFEST).read_text())
    assert manifest["made_at"] == "2017-09-20T03:00:00+00:00"
    assert (manifest["vendor"], manifest["is_encrypted"], manifest["missing"]) == (connection.vendor, False, [])
    assert (manifest["file_count"], manifest["file_bytes"]) == (1, file.size)
    assert (manifest["tables"]["reports_attachmentfile"], manifest["tables"]["core_committee"]) == (1, 1)
    assert ["reports", "0034_contents_leave_the_database"] in manifest["migrations"]
    assert [name for _sum, name in read_sums(found.folder)] == [
        manifest["database_file"],
        f"../files/{key_of(file.sha256)}",
    ]


def test_it_is_for_its_owner_alone(report, copies):
    an_attached_file(report)
    made(copies)
    for path in [copies, *copies.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_it_stands_in_the_audit_trail_when_it_is_finished(report, copies):
    made(copies)
    event = AuditEvent.objects.get(action="backed_up")
    assert (event.object_type, event.object_label, event.committee) == ("installation", "2017-09-20T030000Z", None)
    assert event.details["filer"] == "0"


def test_only_new_files_are_copied_again(report, copies):
    first = an_attached_file(report)
    made(copies)
    path = copies / "files" / key_of(first.sha256)
    before = path.stat().st_mtime_ns
    an_attached_file(report, name="ny.pdf", content=b"%PDF-1.7 ny")
    assert made(copies).new_files == 1
    assert path.stat().st_mtime_ns == before


def test_two_copies_of_one_second_have_two_names(report, copies):
    assert {made(copies).folder.name for _number in range(2)} == {"2017-09-20T030000Z", "2017-09-20T030000Z-1"}


def test_the_newest_are_kept_and_the_files_that_they_name(report, copies):
    old = an_attached_file(report)
    stays = an_attached_file(report, name="b.pdf", content=b"%PDF-1.7 b")
    made(copies, now=NOW - timedelta(days=2))
    old.delete()
    made(copies, now=NOW - timedelta(days=1))
    assert made(copies, keep=2).removed == 1
    assert [path.name[:10] for path in Place(copies).finished()] == ["2017-09-19", "2017-09-20"]
    assert list(sums_in(Place(copies).files)) == [stays.sha256]
    with pytest.raises(BackupRefused, match="--keep 1"):
        made(copies, keep=0)


def test_a_file_whose_row_goes_meanwhile_is_still_copied(report, copies, monkeypatch):
    file = an_attached_file(report)
    copy_files = making._copy_files

    def after_a_sweep(*args):
        AttachmentFile.objects.all().delete()
        assert sweep(now=NOW).marked == 1
        assert sweep(now=NOW + timedelta(hours=23)).removed == 0
        return copy_files(*args)

    monkeypatch.setattr(making, "_copy_files", after_a_sweep)
    found = made(copies)
    assert (found.manifest.file_count, found.manifest.missing) == (1, ())
    assert (copies / "files" / key_of(file.sha256)).read_bytes() == b"%PDF-1.7 %%EOF"


def test_a_copy_that_is_interrupted_is_none(report, copies, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "_copy_files", full)
    with pytest.raises(OSError, match="No space"):
        made(copies)
    assert Place(copies).finished() == []
    assert not AuditEvent.objects.filter(action="backed_up").exists()
    monkeypatch.undo()
    assert made(copies).folder.is_dir()
    assert not list(copies.glob(".unfinished*"))


def test_a_file_that_cannot_be_read_does_not_stop_the_copy_but_is_told(report, copies, capsys):
    lost, spoiled = an_attached_file(report), an_attached_file(report, name="b.pdf", content=b"%PDF-1.7 b")
    an_attached_file(report, name="c.pdf", content=b"%PDF-1.7 c")
    spoil_file(lost.sha256, None)
    spoil_file(spoiled.sha256)
    with pytest.raises(SystemExit) as ended:
        call_command("backup", copies)
    told = capsys.readouterr()
    assert ended.value.code == 1
    assert all(file.sha256 in told.err for file in (lost, spoiled))
    (copy,) = Place(copies).finished()
    assert json.loads((copy / MANIFEST).read_text())["missing"] == sorted([lost.sha256, spoiled.sha256])
    assert len(list(read_sums(copy))) == 2


def test_two_at_once_in_a_folder_are_refused(report, copies):
    made(copies)
    with Place(copies).held(), pytest.raises(BackupRefused, match="pågår"):
        made(copies)


def test_nothing_is_written_beside_a_copy_to_hold_it(report, copies, monkeypatch):
    """So that one on a disk that can only be read is put back."""
    made(copies)
    before = {path: path.stat().st_mtime_ns for path in [copies, *copies.rglob("*")]}
    with Place(copies).held():
        assert {path: path.stat().st_mtime_ns for path in [copies, *copies.rglob("*")]} == before


def test_a_folder_that_is_gone_or_cannot_be_held_is_told(tmp_path, monkeypatch):
    def no_locks(*_args):
        raise OSError(37, "No locks available")

    with pytest.raises(BackupRefused, match="kan inte användas"), Place(tmp_path / "borta").held():
        pass
    monkeypatch.setattr("followup.core.backup.place.fcntl.flock", no_locks)
    with pytest.raises(BackupRefused, match="No locks available"), Place(tmp_path).held():
        pass


def test_a_folder_that_cannot_be_used_is_told(report, tmp_path, capsys):
    (tmp_path / "fil").write_text("")
    with pytest.raises(SystemExit):
        call_command("backup", tmp_path / "fil")
    assert "kan inte användas" in capsys.readouterr().err


def test_a_database_that_is_not_empty_is_left_alone(report, copies):
    made(copies)
    with pytest.raises(BackupRefused, match="inte tom"):
        restored(copies)


def test_a_folder_without_a_finished_copy_is_told(report, copies):
    for folder in (copies, copies.parent):
        with pytest.raises(BackupRefused, match="ingen färdig"):
            restored(folder)


@pytest.mark.parametrize("which", ["database", "file", "lost file", "sums"])
def test_a_copy_with_a_changed_byte_is_refused_before_anything_is_touched(report, copies, which):
    file = an_attached_file(report)
    found = made(copies)
    path = {
        "database": found.folder / found.manifest.database_file,
        "file": copies / "files" / key_of(file.sha256),
        "lost file": copies / "files" / key_of(file.sha256),
        "sums": found.folder / SUMS,
    }[which]
    if which == "lost file":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"!")
    with pytest.raises(BackupRefused, match="Inget är återställt"):
        restored(copies)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("vendor", "oracle", "Kopian är av oracle"),
        ("migrations", [["reports", "9999_from_the_future"]], "nyare version"),
        ("format", 2, "formatet 2"),
        ("tables", None, "kan inte läsas"),
    ],
)
def test_a_copy_that_does_not_fit_is_refused(report, copies, name, value, told):
    path = made(copies).folder / MANIFEST
    manifest = json.loads(path.read_text()) | {name: value}
    if value is None:
        del manifest[name]
    path.write_text(json.dumps(manifest))
    with pytest.raises(BackupRefused, match=told):
        restored(copies)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite copies without another program")
class TestWithoutTheRightProgram:
    def test_none_at_all(self, report, copies, monkeypatch):
        monkeypatch.setattr(postgresql.shutil, "which", lambda _name: None)
        with pytest.raises(BackupRefused, match="Installera postgresql-client"):
            made(copies)

    def test_an_older_one(self, report, copies, tmp_path, monkeypatch):
        old = tmp_path / "pg_dump"
        old.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.1'\n")
        old.chmod(0o700)
        monkeypatch.setattr(postgresql.shutil, "which", lambda _name: str(old))
        with pytest.raises(BackupRefused, match=r"9\.6\.1 är äldre än databasens server"):
            made(copies)

    def test_one_that_fails_says_why(self, report, copies, tmp_path, monkeypatch):
        failing = tmp_path / "pg_dump"
        failing.write_text("#!/bin/sh\n[ \"$1\" = --version ] && echo 'pg_dump (PostgreSQL) 99.1' || ! echo nej >&2\n")
        failing.chmod(0o700)
        monkeypatch.setattr(postgresql.shutil, "which", lambda _name: str(failing))
        with pytest.raises(BackupRefused, match="pg_dump gick inte: nej"):
            made(copies)

    def test_the_password_goes_by_the_environment(self, report, copies, monkeypatch):
        monkeypatch.setitem(connection.settings_dict, "PASSWORD", "hemligt")
        assert postgresql._environment()["PGPASSWORD"] == "hemligt"
