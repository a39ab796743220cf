"""What is let go in time, and what is not."""

import os
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from followup.accounts.models import BrowserSession, Invitation
from followup.core.models import AuditEvent
from reports.commands.personal_data.pruning import prune_personal_data
from reports.models import FormUse, PlanUpload, Presence, ReminderLetter, ReportPresence
from tests.accounts.signing_in import sign_in
from tests.builders import an_invitation

pytestmark = pytest.mark.django_db
KEPT_A_DAY = (Presence, ReportPresence, PlanUpload)


def test_nothing_goes_that_is_new(anna):
    prune_personal_data(now=timezone.now())
    for model in (*KEPT_A_DAY, ReminderLetter, Invitation):
        assert model.objects.count() == 1, model


def test_each_goes_when_its_time_is_over(anna, cast, world):
    now = timezone.now()
    sign_in(Client(), "controller")
    FormUse.objects.create(form="subscribe", fingerprint="x", used_at=now)
    events = AuditEvent.objects.count()
    after_two_days = prune_personal_data(now=now + timedelta(days=2))
    assert (after_two_days.presence, after_two_days.uploads, after_two_days.sessions, after_two_days.uses) == (
        2,
        1,
        1,
        1,
    )
    assert not Session.objects.exists()
    assert not BrowserSession.objects.exists()
    assert (after_two_days.letters, after_two_days.invitations) == (0, 0)
    assert prune_personal_data(now=now + timedelta(days=98)).invitations == 1
    assert prune_personal_data(now=now + timedelta(days=364)).letters == 0
    assert prune_personal_data(now=now + timedelta(days=366)).letters == 1
    assert AuditEvent.objects.count() == events


def test_how_long_letters_are_kept_is_set(anna, settings):
    settings.LETTERS_KEPT_DAYS = 30
    assert prune_personal_data(now=timezone.now() + timedelta(days=31)).letters == 1


def test_letters_in_files_go_after_a_month(anna, settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path)
    old, new, other = (tmp_path / name for name in ("old.log", "new.log", "other.txt"))
    for path in (old, new, other):
        path.write_text("Hej")
    month = (timezone.now() - timedelta(days=31)).timestamp()
    for path in (old, other):
        os.utime(path, (month, month))
    assert prune_personal_data(now=timezone.now()).mail_files == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.log", "other.txt"]


def test_the_command_says_how_many(db, world):
    an_invitation(world.committee, expires_at=timezone.now() - timedelta(days=91))
    out = StringIO()
    call_command("prune_personal_data", stdout=out)
    assert "invitations 1" in out.getvalue()
