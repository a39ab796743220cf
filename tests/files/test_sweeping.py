"""Sweeping: what no row names goes, a day after it was first found so; nothing else does."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction

from followup.core.files.keeping import keep
from followup.core.files.keys import sums_in
from followup.core.files.sweeping import models_with_files, sweep
from followup.core.models import UnreferencedFile
from reports.models import AttachmentFile, DraftPdf, ExtractPdf, PlanUpload, PublicationAttachment, PublicationFile
from tests.builders import a_report, a_round, an_attached_file

NOW = datetime(2017, 9, 20, 3, tzinfo=UTC)
DAY = timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(storage, world):
    return a_report(world.round)


def test_every_model_with_a_file_is_asked():
    assert set(models_with_files()) == {
        AttachmentFile,
        DraftPdf,
        ExtractPdf,
        PlanUpload,
        PublicationAttachment,
        PublicationFile,
    }


def test_every_model_with_a_file_finds_a_sum_by_an_index():
    assert [
        model for model in models_with_files() if not any(i.fields[0] == "sha256" for i in model._meta.indexes)
    ] == []


def test_a_file_without_a_row_is_marked_and_goes_a_day_later(storage):
    keep(b"ingen rad")
    assert (sweep(now=NOW).marked, UnreferencedFile.objects.count()) == (1, 1)
    assert sweep(now=NOW + DAY - timedelta(seconds=1)).removed == 0
    assert sweep(now=NOW + DAY).removed == 1
    assert (list(sums_in(storage)), UnreferencedFile.objects.count()) == ([], 0)


def test_a_file_with_a_row_stays(storage, report):
    file = an_attached_file(report)
    for days in range(3):
        swept = sweep(now=NOW + days * DAY)
        assert (swept.marked, swept.removed) == (0, 0)
    assert file.read()


def test_the_day_counts_from_when_its_row_was_gone_not_from_when_it_was_written(storage, report):
    file = an_attached_file(report)
    sweep(now=NOW)
    file.delete()
    assert sweep(now=NOW + 30 * DAY).marked == 1
    assert sweep(now=NOW + 30 * DAY + DAY / 2).removed == 0
    assert sweep(now=NOW + 31 * DAY).removed == 1


def test_a_file_that_is_named_again_loses_its_mark(storage, world, report):
    an_attached_file(report).delete()
    sweep(now=NOW)
    file = an_attached_file(a_report(a_round(world.plan)))
    swept = sweep(now=NOW + 2 * DAY)
    assert (swept.removed, UnreferencedFile.objects.count()) == (0, 0)
    assert file.read()


def test_keeping_a_file_takes_the_mark_off_before_there_is_a_row(storage):
    keep(b"samma")
    sweep(now=NOW)
    keep(b"samma")
    assert not UnreferencedFile.objects.exists()
    assert sweep(now=NOW + DAY).marked == 1


def test_a_transaction_that_is_rolled_back_leaves_a_file_that_is_swept_away(storage, report):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        AttachmentFile.objects.filter(pk=an_attached_file(report).pk).update(size=1 // 0)
    assert not AttachmentFile.objects.exists()
    assert (len(list(sums_in(storage))), sweep(now=NOW).marked) == (1, 1)


def test_more_files_than_are_asked_about_at_once(storage, monkeypatch):
    monkeypatch.setattr("followup.core.files.sweeping.AT_ONCE", 2)
    for number in range(5):
        keep(bytes([number]))
    assert sweep(now=NOW).marked == 5
    assert sweep(now=NOW + DAY).removed == 5


def test_less_than_a_day_is_refused(storage):
    with pytest.raises(ValueError, match="less than a day"):
        sweep(now=NOW, kept_for=timedelta(hours=23))


def test_the_command_says_what_it_did(folder, capsys):
    keep(b"ingen rad")
    call_command("prune_files")
    assert capsys.readouterr().out == "marked 1, removed 0, unfinished 0\n"
    with pytest.raises(SystemExit):
        call_command("prune_files", days=0)
    assert "minst en dag" in capsys.readouterr().err
