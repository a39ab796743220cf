"""What is special about a folder: permissions, the disk, interrupted writes."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.exceptions import SuspiciousFileOperation

from followup.core.files.folder import UNFINISHED, ContentFolder
from followup.core.files.keeping import keep, put
from followup.core.files.keys import key_of
from followup.core.files.reading import read_file

pytestmark = pytest.mark.django_db


def test_files_and_folders_are_for_their_owner_alone(folder):
    before = os.umask(0)
    try:
        kept = keep(b"hemligt")
    finally:
        os.umask(before)
    path = Path(folder.path(key_of(kept.sha256)))
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent, path.parent.parent)] == [
        0o600,
        0o700,
        0o700,
    ]


def test_a_write_that_is_interrupted_leaves_no_file_under_the_name(folder, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("followup.core.files.folder.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        keep(b"stort")
    assert [path for path in Path(folder.location).rglob("*") if path.is_file()] == []


def test_a_file_is_forced_to_the_disk_before_it_has_its_name(folder, monkeypatch):
    done = []
    monkeypatch.setattr("followup.core.files.folder.os.fsync", lambda handle: done.append("fsync"))
    replace = os.replace
    monkeypatch.setattr(
        "followup.core.files.folder.os.replace", lambda *names: (done.append("replace"), replace(*names))
    )
    keep(b"a")
    assert done[-3:] == ["fsync", "replace", "fsync"]


def test_keeping_a_file_that_the_disk_has_spoiled_mends_it(folder, caplog):
    kept = keep(b"helt")
    Path(folder.path(key_of(kept.sha256))).write_bytes(b"trasigt")
    assert keep(b"helt") == kept
    assert read_file(kept.sha256) == b"helt"
    assert "written anew" in caplog.text


def test_what_interrupted_writes_left_is_cleared_when_it_is_old(folder):
    keep(b"a")
    old, new = (Path(folder.location, UNFINISHED, name) for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"halv")
    os.utime(old, (1000, 1000))
    assert folder.clear_unfinished(before=2000) == 1
    assert (old.exists(), new.exists()) == (False, True)


def test_one_that_has_got_its_name_meanwhile_is_no_trouble(folder):
    """A link that leads nowhere is listed like any other, and is not there when one looks closer."""
    keep(b"a")
    Path(folder.location, UNFINISHED, "borta").symlink_to("finns-inte")
    assert folder.clear_unfinished(before=2000) == 0


def test_a_name_does_not_lead_out_of_the_folder(tmp_path):
    storage = ContentFolder(tmp_path / "files")
    with pytest.raises(SuspiciousFileOperation):
        storage.open("../annat")


def test_many_writers_of_the_same_file_leave_it_whole(folder):
    content = b"samma" * 10_000
    digest = sha256(content).hexdigest()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _number: put(folder, digest, content), range(200)))
    assert read_file(digest) == content
    assert list(Path(folder.location, UNFINISHED).iterdir()) == []
