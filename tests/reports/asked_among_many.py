"""What is asked of one committee among many: pages, what they send, and work, by name as calls that do it."""

from functools import partial
from io import BytesIO, StringIO
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from followup.core.access import COMMAND_LINE
from followup.core.choices import Role
from followup.core.models import User
from reports.build import build_report
from reports.checks import findings_for
from reports.choices import Audience, JobKind, JobState, RoundState, SectionKind
from reports.commands.composing import text_of
from reports.commands.decisions import approve_unit
from reports.commands.plan_import import changes_of, known_ids
from reports.commands.publishing import publish
from reports.models import Assessment, Job, Publication, PublicationAttachment, Report
from reports.plan_book.reading import read_workbook
from reports.plan_book.stored import stored_book
from reports.plan_book.writing import write_workbook
from tests.sent_fields import fields_in

SEARCHES = (
    "finnsinte",
    "finnsinte heller",
    '"finnsinte heller"',
    "finnsinte*",
    "finnsinte -budget",
    "finnsinte&year=2025&kind=comment",
    "finnsinte&kind=note",
)


def pages(committee):
    """Those that people wait for."""
    plan, round, unit, report, section = _of(committee)
    goal = plan.goals.filter(children=None).first()
    of_plan, of_report = f"/planer/{committee.slug}/{plan.slug}/", f"/rapporter/{report.pk}/"
    addresses = {
        None: [
            "/",
            f"/{committee.slug}/",
            f"/{committee.slug}/rapporter/",
            f"/{committee.slug}/mal/",
            f"/{committee.slug}/indikatorer/",
            f"/{committee.slug}/{report.slug}/",
            f"/{committee.slug}/flode.atom",
            f"/kommun/{committee.municipality_id}/",
            f"/kommun/{committee.municipality_id}/mal/",
            "/sok/",
            "/halsa/redo/",
            *(f"/sok/?q={asked}" for asked in SEARCHES),
        ],
        Role.REPORTER: [
            "/rapportera/",
            f"/rapportera/{round.pk}/{unit.pk}/",
            f"/rapportera/{round.pk}/{unit.pk}/mal/{goal.pk}/",
        ],
        Role.CONTROLLER: [
            "/oversikt/",
            f"/oversikt/{round.pk}/",
            f"/oversikt/{round.pk}/enhet/{unit.pk}/",
            of_plan,
            f"{of_plan}indikatorer/",
            f"{of_plan}utfall/",
            f"{of_plan}uppdrag/",
            "/rapporter/",
            f"{of_report}redigera/",
            f"{of_report}avsnitt/{section.pk}/",
            f"{of_report}avsnitt/{section.pk}/forhandsvisa/",
            f"{of_report}forhandsvisa/",
            f"{of_report}forhandsvisa.pdf",
            f"{of_report}kontroll/",
            "/handelser/",
            "/arbeten/",
        ],
    }
    return {
        path: partial(client.get, path)
        for role, paths in addresses.items()
        for client in (a_client(committee, role),)
        for path in paths
    }


def work(committee):
    """Needs long work to be done in the request that asks for it (`at_once`)."""
    plan, round, unit, report, section = _of(committee)
    answer = Assessment.objects.filter(round=round, unit=unit, goal__isnull=False).first()
    typist, controller = a_client(committee, Role.REPORTER), a_client(committee, Role.CONTROLLER)
    of_answer = f"/rapportera/{round.pk}/{unit.pk}/mal/{answer.goal_id}/"
    typed = fields_in(typist.get(of_answer).content.decode()) | {"comment": "Nya ord."}
    book = write_workbook(stored_book(plan))
    of_report = f"/rapporter/{report.pk}/"
    of_section = f"{of_report}avsnitt/{section.pk}/"
    of_version = f"/{committee.slug}/{report.slug}/v1/kontroll/"
    written = {"title": section.title, "level": section.level, "kind": section.kind, "content": "Nya ord."}

    def approve():
        Assessment.objects.filter(pk=answer.pk).update(state="ready", status="achieved")
        version = Assessment.objects.get(pk=answer.pk).version
        return controller.post(f"/oversikt/{round.pk}/svar/{answer.pk}/godkann/", {"version": version})

    def publish_it():
        publish(report=report, audience=Audience.PUBLIC, change_note="Rättad.", accept_warnings=True, by=COMMAND_LINE)

    return {
        "autosave": lambda: typist.post(of_answer, typed, headers={"HX-Request": "true"}),
        "approving": approve,
        "approving a unit": lambda: approve_unit(round=round, unit=unit, by=COMMAND_LINE),
        "a figure in the grid": partial(_a_figure, controller, plan),
        "loading a report": lambda: build_report(report),
        "preview of a section": lambda: controller.post(f"{of_section}forhandsvisa/", written),
        "pages of a section": lambda: controller.post(f"{of_report}avsnitt/sidor.pdf", written),
        "saving a section": lambda: controller.post(of_section, written | {"seen": text_of(section).fingerprint}),
        "PDF of the draft": lambda: controller.post(f"{of_report}utkast-pdf/"),
        "recognising a file": lambda: controller.post(of_version, {"file": SimpleUploadedFile("rapport.pdf", b"%PDF")}),
        "looking for files of nobody": lambda: call_command("prune_files", stdout=StringIO()),
        "checking": lambda: findings_for(report),
        "publishing": publish_it,
        "export": lambda: stored_book(plan),
        "import": lambda: changes_of(read_workbook(BytesIO(book), known_ids)),
    }


def make_jobs(for_each):
    """For each report so many drafts, laid out and done: they stay for ninety days."""
    now = timezone.now()
    done = {"kind": JobKind.DRAFT_PDF, "state": JobState.DONE, "asked_at": now, "finished_at": now}
    Job.objects.bulk_create(
        Job(key=uuid4(), report=report, committee_id=report.committee_id, **done)
        for report in Report.objects.all()
        for _each in range(for_each)
    )


def make_attachments(for_each):
    """For each version so many attached files that no other has, unlike its other files, which all copies share."""
    PublicationAttachment.objects.bulk_create(
        PublicationAttachment(publication=version, name=f"{each}.pdf", size=1, sha256=f"{version.pk:032}{each:032}")
        for version in Publication.objects.all()
        for each in range(for_each)
    )


def a_client(committee, role):
    client = Client()
    if role:
        client.force_login(User.objects.filter(memberships__committee=committee, memberships__role=role).first())
    return client


def _of(committee):
    """Its newest plan, the open round of that, a unit, a published report and the section of its goals' answers."""
    plan = committee.plans.order_by("-year_from").first()
    reports = Report.objects.filter(plan=plan, publications__isnull=False, sections__kind=SectionKind.GOAL_FOLLOW_UP)
    report = reports.select_related("plan", "committee__municipality", "round").first()
    section = report.sections.filter(kind=SectionKind.GOAL_FOLLOW_UP).first()
    return plan, plan.rounds.get(state=RoundState.OPEN), committee.units.first(), report, section


def _a_figure(controller, plan):
    """Types another figure into the first cell that takes one, and saves the grid."""
    address = f"/planer/{plan.committee.slug}/{plan.slug}/utfall/"
    grid = controller.get(address).context["grid"]
    cells = [cell for goal in grid.goals for each in goal.indicators for row in each.rows for cell in row.cells if cell]
    fields = {cell.cell.name: cell.text for cell in cells}
    changed = next(cell.cell.name for cell in cells if not cell.cell.is_locked)
    return controller.post(address, fields | {changed: "7", "rows": grid.rows, "outcomes_seen": grid.sheet.seen})
