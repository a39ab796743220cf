"""Writing a new plan from sheets, in one transaction."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.slugs import slug_of
from goals.models import Plan
from reports.commands.plan_book.figures import load_assignments, load_indicators, load_outcomes, load_targets
from reports.commands.plan_book.follow_up import load_assessments, load_reports, load_rounds
from reports.commands.plan_book.rows import Row, Sheets
from reports.commands.plan_book.structure import Loaded, committee_for, load_goals, load_units, plan_from
from reports.models import Report


class PlanExists(CommandRefused):
    """The committee has the plan already; it is left as it is."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(_("Planen %(title)s finns redan.") % {"title": plan.title})
        self.plan = plan


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    plan: Plan
    reports: tuple[Report, ...]


@transaction.atomic
def load_plan(*, sheets: Sheets, by: AnyUser) -> LoadedPlan:
    """Write the plan and all that follows it. Raises NotAllowed, PlanExists, SheetFault, ValidationError."""
    plan_row = Row("Plan", 1, sheets["Plan"])
    committee = committee_for(plan_row)
    if not may(by, Capability.EDIT_PLAN, committee):
        raise NotAllowed
    existing = Plan.objects.filter(committee=committee, slug=slug_of(plan_row.required("Plan"), max_length=80)).first()
    if existing is not None:
        raise PlanExists(existing)
    loaded = Loaded(committee, plan_from(plan_row, committee))
    load_units(sheets, loaded)
    load_goals(sheets, loaded)
    load_indicators(sheets, loaded)
    load_targets(sheets, loaded)
    load_outcomes(sheets, loaded)
    load_assignments(sheets, loaded)
    load_rounds(sheets, loaded)
    load_assessments(sheets, loaded)
    reports = load_reports(sheets, loaded)
    record(action=AuditAction.IMPORTED, subject=loaded.plan, committee=committee, by=by)
    return LoadedPlan(loaded.plan, tuple(reports))
