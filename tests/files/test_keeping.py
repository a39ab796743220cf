"""Keeping and reading files: the same in a folder and in a bucket."""

import hashlib
import logging

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.transaction import TransactionManagementError

from followup.core.files.keeping import keep, keep_all
from followup.core.files.keys import key_of, sums_in
from followup.core.files.reading import (
    FileMissing,
    FileSpoiled,
    bytes_as_they_are,
    open_file,
    read_file,
)

pytestmark = pytest.mark.django_db

CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 100
SUM = hashlib.sha256(CONTENT).hexdigest()
OTHER = hashlib.sha256(b"annat").hexdigest()


def spoil(storage, sha256, content):
    """Past all that guards it."""
    storage.delete(key_of(sha256))
    if hasattr(storage, "bucket"):
        storage.bucket.put_object(Key=f"filer/{key_of(sha256)}", Body=content)
        return
    with open(storage.path(key_of(sha256)), "wb") as file:
        file.write(content)


def test_what_is_kept_is_read_by_its_sum(storage):
    kept = keep(CONTENT)
    assert (kept.sha256, kept.size) == (SUM, len(CONTENT))
    assert read_file(SUM) == CONTENT
    with open_file(SUM) as file:
        assert (file.read(4), file.read()) == (CONTENT[:4], CONTENT[4:])
    assert bytes_as_they_are(SUM) == CONTENT


def test_the_key_is_made_of_the_sum_alone(storage):
    keep(CONTENT)
    assert storage.exists(f"{SUM[:2]}/{SUM}")
    assert list(sums_in(storage)) == [SUM]


def test_the_same_bytes_stand_once_and_an_empty_file_is_a_file(storage):
    first, second, third, empty = keep_all([CONTENT, b"annat", CONTENT, b""])
    assert first == third
    assert list(sums_in(storage)) == sorted([SUM, second.sha256, empty.sha256])
    assert read_file(empty.sha256) == b""


def test_a_storage_that_holds_nothing_lists_nothing(storage):
    assert list(sums_in(storage)) == []


def test_keeping_costs_one_query_however_many(storage, django_assert_num_queries):
    with django_assert_num_queries(1):
        keep_all([b"1"])
    with django_assert_num_queries(1):
        keep_all([b"1", b"2", b"3"])


def test_a_file_that_is_missing_is_told_and_not_read(storage, caplog):
    assert bytes_as_they_are(OTHER) is None
    for read in (read_file, open_file):
        with pytest.raises(FileMissing), caplog.at_level(logging.CRITICAL):
            read(OTHER)
    assert [record.levelname for record in caplog.records] == ["CRITICAL"] * 2
    assert OTHER in caplog.text


def test_spoiled_bytes_are_told_and_never_handed_out(storage, caplog):
    keep(CONTENT)
    spoil(storage, SUM, CONTENT[:-1] + b"!")
    for read in (read_file, open_file):
        with pytest.raises(FileSpoiled):
            read(SUM)
    assert SUM in caplog.text
    assert bytes_as_they_are(SUM) == CONTENT[:-1] + b"!"


def test_what_was_written_is_never_written_over(storage):
    keep(CONTENT)
    before = storage.get_modified_time(key_of(SUM))
    storage.save(key_of(SUM), ContentFile(CONTENT))
    assert storage.get_modified_time(key_of(SUM)) == before


@pytest.mark.parametrize("name", ["", "../../etc/passwd", SUM.upper(), SUM[:-1], SUM + "0", f"{SUM[:-1]}/", f"{SUM}\n"])
def test_what_is_no_sum_names_no_file(storage, name):
    with pytest.raises(ValueError, match="is no SHA-256"):
        key_of(name)
    with pytest.raises(FileMissing):
        read_file(name)


def test_a_name_that_is_not_ours_is_left_out(storage):
    keep(CONTENT)
    for name in (f"ab/{SUM}", "ab/läs mig.txt", "annat/fil"):
        storage.save(name, ContentFile(b"x"))
    assert list(sums_in(storage)) == [SUM]


def test_a_file_is_kept_in_the_transaction_of_its_row(storage, transactional_db):
    with pytest.raises(TransactionManagementError):
        keep(CONTENT)
    with transaction.atomic():
        keep(CONTENT)
    assert bytes_as_they_are(SUM) == CONTENT


def test_a_storage_that_does_not_answer_is_a_missing_file(bucket, settings, monkeypatch):
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    options = settings.STORAGES["default"]["OPTIONS"] | {"endpoint_url": "http://127.0.0.1:9"}
    settings.STORAGES = settings.STORAGES | {"default": settings.STORAGES["default"] | {"OPTIONS": options}}
    for read in (read_file, open_file, bytes_as_they_are):
        with pytest.raises(FileMissing):
            read(SUM)
    with pytest.raises(OSError, match=r"127\.0\.0\.1:9"):
        keep(CONTENT)
