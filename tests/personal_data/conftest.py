"""A reporter with something of each kind that is kept about a person."""

from datetime import date
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.models import PeriodLock
from reports.models import CalendarAddress, PlanUpload, Presence, ReaderNote, ReminderLetter, ReportPresence
from tests.accounts.signing_in import a_totp
from tests.builders import (
    a_job,
    a_reminder,
    a_report,
    a_stored_file,
    a_subscription,
    an_assessment,
    an_invitation,
)


@pytest.fixture
def anna(cast, world):
    """Anna Ek, who reports for AFI, and has left something in every room."""
    user = cast.reporter
    user.first_name, user.last_name, user.email = "Anna", "Ek", "anna.ek@kommun.example"
    user.save()
    now = timezone.now()
    report = a_report(world.round)
    EmailAddress.objects.create(user=user, email=user.email)
    SocialAccount.objects.create(user=user, provider="openid", uid="s-1")
    a_totp(user)
    CalendarAddress.objects.create(user=user, made_at=now)
    PlanUpload.objects.create(user=user, name="plan.xlsx", **a_stored_file(b"bok"))
    seen = {"user": user, "seen_at": now}
    Presence.objects.create(round=world.round, unit=world.afi, kind="goal", subject_id=1, **seen)
    ReportPresence.objects.create(report=report, part="section", part_id=1, **seen)
    ReaderNote.objects.create(user=user, report=report, anchor="mal-1", row_title="Mål 1", text="Fråga om köerna")
    a_subscription(world.committee, user=user)
    reminder = a_reminder(world.round, sent_by=cast.controller)
    ReminderLetter.objects.create(reminder=reminder, name="Anna Ek", address="Anna.Ek@kommun.example", units="AFI")
    an_invitation(world.committee, email=user.email, accepted_by=user, accepted_at=now)
    assessment = an_assessment(world.round, world.goals[0], world.afi, updated_by=user)
    assessment.comment = "<p>Köerna växer.</p>"
    assessment._history_user = user
    assessment.save()
    a_job(report, state="failed", asked_by=user, asked_by_name="Anna Ek", key=uuid4(), finished_at=now)
    PeriodLock.objects.create(
        committee=world.committee,
        period_from=date(2016, 1, 1),
        period_through=date(2016, 12, 31),
        reason="Bokslut",
        locked_by=user,
    )
    record(action=AuditAction.HANDED_IN, subject=world.round, committee=world.committee, by=user)
    return user
