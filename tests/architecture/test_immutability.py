"""Which rows are written once: every model is on one of the two lists, and the sealed ones cannot be changed."""

from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from followup.core.models import AuditEvent
from followup.core.models.immutable import ImmutableError, ImmutableModel
from reports.choices import Audience, DecisionOutcome
from reports.commands.adoption import record_decision
from reports.commands.publishing import disclose, publish
from reports.commands.withdrawal import withdraw
from reports.models import (
    CommitteeDecision,
    Disclosure,
    Publication,
    PublicationAttachment,
    PublicationFile,
    Withdrawal,
)
from tests.builders import a_report, a_section, an_attached_file

SEALED = {
    AuditEvent,
    Publication,
    PublicationAttachment,
    PublicationFile,
    Disclosure,
    CommitteeDecision,
    Withdrawal,
}
CHANGING = {
    "core.Committee", "core.Membership", "core.Municipality", "core.MunicipalityLogo",
    "core.PeriodLock", "core.Unit", "core.UnreferencedFile", "core.User",
    "goals.Assignment", "goals.Goal", "goals.GoalContribution", "goals.GoalUnit", "goals.Level", "goals.Plan",
    "indicators.Indicator", "indicators.IndicatorUnit", "indicators.Measurement", "indicators.Target",
    "reports.Assessment", "reports.AssessmentReference", "reports.Attachment", "reports.AttachmentFile",
    "reports.CalendarAddress", "reports.FormUse", "reports.PublicationLetter", "reports.Subscription",
    "reports.OfficialMemo", "reports.DataTable", "reports.DataTableRow", "reports.DraftPdf", "reports.FindingWaiver",
    "reports.ExtractPdf",
    "reports.Job", "reports.MeasureFollowUp", "reports.PlanUpload",
    "reports.Presence", "reports.Reminder", "reports.ReminderLetter", "reports.Report",
    "reports.ReportPresence", "reports.Round",
    "reports.PublishedItem", "reports.PublishedOutcome", "reports.PublishedStatus",
    "reports.PublishedTarget", "reports.Section", "reports.SeenFinding", "reports.SubjectInstruction",
    "reports.NewestVersion", "reports.PublishedPassage",
    "reports.ReaderNote", "reports.ReaderQuestion",
    "reports.Worker",
}  # fmt: skip


def test_every_model_is_either_sealed_or_known_to_change():
    own = {
        model
        for config in apps.get_app_configs()
        if config.label in {"core", "goals", "indicators", "reports"}
        for model in config.get_models()
        if not model.__name__.startswith("Historical")
    }
    assert {model for model in own if issubclass(model, ImmutableModel)} == SEALED
    assert {model._meta.label for model in own - SEALED} == CHANGING


@pytest.fixture
def sealed(world, cast):
    report = a_report(world.round)
    a_section(report, content="<p>Text.</p>")
    an_attached_file(report)
    publication = publish(
        report=report, audience=Audience.MEMBERS, change_note="", accept_warnings=True, by=cast.controller
    )
    return {
        Publication: publication,
        PublicationAttachment: publication.attachments.first(),
        PublicationFile: publication.files.first(),
        Disclosure: disclose(publication=publication, by=cast.controller),
        CommitteeDecision: record_decision(
            publication=publication,
            outcome=DecisionOutcome.ADOPTED,
            decided_on=date(2017, 10, 12),
            paragraph="87",
            reason="",
            today=date(2017, 10, 20),
            by=cast.controller,
        ),
        Withdrawal: withdraw(publication=publication, reason="Fel bilaga.", by=cast.controller),
        AuditEvent: AuditEvent.objects.first(),
    }


@pytest.mark.parametrize("model", sorted(SEALED, key=str), ids=lambda model: model.__name__)
def test_a_sealed_row_is_neither_changed_nor_deleted(sealed, model):
    row = sealed[model]
    with pytest.raises(ImmutableError):
        row.save()
    with pytest.raises(ImmutableError):
        row.delete()
    for write in (
        lambda: model.objects.update(pk=1),
        lambda: model.objects.all().delete(),
        lambda: model.objects.bulk_update([row], ["id"]),
    ):
        with pytest.raises(ImmutableError):
            write()


@pytest.mark.parametrize("model", sorted(SEALED, key=str), ids=lambda model: model.__name__)
def test_the_database_refuses_too(sealed, model):
    table = model._meta.db_table
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET id = id WHERE id = %s", [sealed[model].pk])
