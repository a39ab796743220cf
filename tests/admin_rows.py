"""Rows of every model, in any number, for the tests of the admin's lists."""

from datetime import UTC, date, datetime
from itertools import count

from django.apps import apps
from django.contrib import admin

from followup.accounts.models import GroupRole
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.logos import checked_logo
from followup.core.models import PeriodLock
from indicators.models import Target
from reports.models import (
    AssessmentReference,
    Attachment,
    CommitteeDecision,
    DataTable,
    DataTableRow,
    Disclosure,
    FindingWaiver,
    MeasureFollowUp,
    OfficialMemo,
    Publication,
    PublicationAttachment,
    PublicationFile,
    ReminderLetter,
    SubjectInstruction,
    Withdrawal,
)
from tests import builders
from tests.attached.files import a_png

OWN_APPS = {"accounts", "core", "goals", "indicators", "reports"}
REGISTERED = sorted(
    (model for model in admin.site._registry if model._meta.app_label in OWN_APPS),
    key=lambda model: model._meta.label,
)
_serial = count(1)


def own_models():
    """Every model of the product but the history tables."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in OWN_APPS and not model.__name__.startswith("Historical")
    ]


def changelist(model):
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/"


def rows_everywhere(by, *, committee=None):
    """A committee with at least one row of every model; returns the committee."""
    number = next(_serial)
    committee = committee or builders.a_committee()
    builders.a_logo(committee.municipality, checked_logo(a_png()))
    unit = builders.a_unit(committee, f"E{number}")
    builders.a_unit(committee, f"U{number}", parent=unit)
    builders.a_member(f"person{number}", "reporter", committee, unit)
    day = date(2010, 1, 1)
    PeriodLock.objects.create(committee=committee, period_from=day, period_through=day, reason="Klart", locked_by=by)
    GroupRole.objects.create(group=f"Grupp {number}", committee=committee, unit=unit, role="reporter")
    plan = builders.a_plan(committee)
    goal = builders.a_goal(plan, units=[unit], responsible=["Chefen"])
    indicator = builders.an_indicator(goal, units=[unit])
    assignment = builders.an_assignment(plan, goal=goal)
    builders.a_target(indicator, unit=unit)
    Target.objects.create(plan=plan, goal=goal, year=2017, words="Fler")
    builders.a_measurement(indicator, unit=unit)
    round = builders.a_round(plan)
    answer = builders.an_assessment(round, goal, unit, comment="<p>Bra</p>", updated_by=by)
    AssessmentReference.objects.create(assessment=answer, assignment=assignment)
    reminder = builders.a_reminder(round, units=unit.code)
    ReminderLetter.objects.create(reminder=reminder, name="Chefen", address="chef@example.com", units=unit.code)
    MeasureFollowUp.objects.create(assessment=answer, position=1, promise="Anställa", outcome="done")
    SubjectInstruction.objects.create(round=round, goal=goal, text="<p>Skriv kort.</p>")
    report = builders.a_report(round)
    builders.a_section(report)
    DataTableRow.objects.create(table=DataTable.objects.create(report=report, key="t"), cells=["1", "", "3"])
    Attachment.objects.create(report=report, title="Bilaga")
    OfficialMemo.objects.create(report=report, heading="Skrivelse", recipient="Nämnden", proposed_decision="<p>Ja.</p>")
    FindingWaiver.objects.create(
        report=report, rule="r", where="w", message="m", fingerprint="f", reason="Ja", waived_by=by
    )
    now = datetime(2017, 9, 20, tzinfo=UTC)
    publication = Publication.objects.create(
        report=report,
        committee=committee,
        slug=report.slug,
        version=1,
        audience="members",
        municipality_name="K",
        committee_name="N",
        title=report.title,
        published_at=now,
        published_by=by,
        published_by_name=str(by),
    )
    PublicationFile.objects.create(
        publication=publication, format="pdf", content_type="application/pdf", size=3, sha256="0" * 64
    )
    PublicationAttachment.objects.create(
        publication=publication, name="plan.pdf", content_type="application/pdf", size=3, sha256="0" * 64
    )
    Disclosure.objects.create(publication=publication, disclosed_at=now, disclosed_by=by)
    CommitteeDecision.objects.create(
        publication=publication, outcome="adopted", decided_on=day, paragraph="§ 87", recorded_at=now, recorded_by=by
    )
    Withdrawal.objects.create(publication=publication, reason="Fel", withdrawn_at=now, withdrawn_by=by)
    record(action=AuditAction.CHANGED, subject=goal, committee=committee, by=by, details={"fält": "name"})
    return committee
