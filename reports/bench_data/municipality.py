"""One municipality, made as people make one: plans read in, answers and figures in them, reports published."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from random import Random

from django.db import transaction

from followup.core.access import COMMAND_LINE
from followup.core.choices import Role
from followup.core.models import Committee, Membership, User
from goals.models import Assignment, Goal, Plan
from indicators.models import Indicator
from reports.bench_data.book import PlanOf, Shape, plan_sheets
from reports.build import ReportDocument
from reports.choices import Audience, RoundState
from reports.commands.plan_import import BookFile, import_plan
from reports.commands.publishing import publish
from reports.models import Report
from reports.plan_book.reading import read_sheets
from reports.render import RENDERERS, Format

YEARS_IN_A_PLAN = 4
LAST_YEAR = 2025
DAYS_UNTIL_PUBLISHED = 40
COMMITTEES = ("Socialnämnden", "Utbildningsnämnden", "Kultur- och fritidsnämnden", "Miljö- och byggnadsnämnden")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """`years` are the last ones, through `LAST_YEAR`."""

    committees: int
    years: int
    seed: int
    shape: Shape


def make_municipality(name: str, code: str, extent: Extent) -> Iterator[str]:
    """Line by line what was made. Each committee's reports share one PDF, that of its first: paper takes time."""
    for number in range(extent.committees):
        committee = COMMITTEES[number] if number < len(COMMITTEES) else f"Nämnd {number + 1}"
        random = Random(f"{extent.seed} {number}")  # noqa: S311 (the same data from the same seed, no secret)
        before: Plan | None = None
        renderers = {**RENDERERS, Format.PDF: _only_once(RENDERERS[Format.PDF])}
        for first in range(LAST_YEAR - extent.years + 1, LAST_YEAR + 1, YEARS_IN_A_PLAN):
            last = min(first + YEARS_IN_A_PLAN - 1, LAST_YEAR)
            plan = _import(PlanOf(name, code, committee, first, last, last == LAST_YEAR), extent.shape, random)
            if before is not None:
                _go_on_from(before, plan)
            before = plan
            reports = Report.objects.filter(plan=plan, round__state=RoundState.CLOSED).order_by("as_of", "pk")
            for report in reports.select_related("plan", "committee__municipality", "round"):
                publish(
                    report=report,
                    audience=Audience.PUBLIC,
                    change_note="",
                    accept_warnings=True,
                    by=COMMAND_LINE,
                    at=_published_at(report),
                    renderers=renderers,
                )
            yield f"{plan.committee}, {plan.title}: {len(reports)} reports published"
        if before is not None:
            _people(before.committee, extent.shape)


def _import(of: PlanOf, shape: Shape, random: Random) -> Plan:
    sheets = plan_sheets(of, shape, random)
    digest = sha256(repr(sheets).encode()).hexdigest()
    return import_plan(book=read_sheets([sheets]), by=COMMAND_LINE, file=BookFile("bench-data", digest)).plan


def _only_once(render: Callable[[ReportDocument], bytes]) -> Callable[[ReportDocument], bytes]:
    made: list[bytes] = []

    def first(document: ReportDocument) -> bytes:
        if not made:
            made.append(render(document))
        return made[0]

    return first


def _published_at(report: Report) -> datetime:
    day = report.as_of or datetime(LAST_YEAR, 1, 1, tzinfo=UTC).date()
    return datetime.combine(day + timedelta(days=DAYS_UNTIL_PUBLISHED), time(8), UTC)


@transaction.atomic
def _go_on_from(before: Plan, plan: Plan) -> None:
    """Each row from the one that has its Id in the plan before, as a copied plan has it."""
    Plan.objects.filter(pk=plan.pk).update(predecessor=before)
    for model in (Goal, Indicator, Assignment):
        there = dict(model._default_manager.filter(plan=before).values_list("key", "pk"))
        rows = list(model._default_manager.filter(plan=plan))
        for row in rows:
            row.predecessor_id = there.get(row.key)
        model._default_manager.bulk_update(rows, ["predecessor"], batch_size=500)


@transaction.atomic
def _people(committee: Committee, shape: Shape) -> None:
    """A controller, and reporters in turn for each unit; nobody has a password."""
    units = list(committee.units.order_by("position", "pk"))
    for number in range(shape.accounts):
        user = User.objects.create(
            username=f"{committee.slug}-{number}", first_name="Bänk", last_name=f"{committee.name} {number}"
        )
        unit = units[(number - 1) % len(units)] if number else None
        role = Role.REPORTER if number else Role.CONTROLLER
        Membership.objects.create(user=user, committee=committee, unit=unit, role=role)
