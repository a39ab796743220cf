"""Making a report, of a round or of a plan, with what its template begins with."""

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import NotAllowed
from followup.core.reserved import RESERVED_REPORT_SLUGS
from followup.core.slugs import free_name, slug_of
from goals.models import Plan
from reports.commands.report_templates import lay_out, template_of
from reports.models import Report, Round

_ADDRESS_LENGTH = 60
_KEY_LENGTH = 200


@transaction.atomic
def create_report(*, round: Round, template: str = "", by: AnyUser) -> Report:
    """A report of the round; its kind chooses the template unless one is given. Raises NotAllowed, ValidationError."""
    return _create(
        Report(
            plan=round.plan,
            round=round,
            template=template or template_of(round),
            key=round.key,
            title=round.title,
            subtitle=_("%(committee)s, %(plan)s") % {"committee": round.committee.name, "plan": round.plan.title},
            as_of=round.as_of,
        ),
        by,
    )


@transaction.atomic
def create_plan_report(*, plan: Plan, template: str = "", by: AnyUser) -> Report:
    """A report of the plan itself, as it is decided or with its follow-up. Raises NotAllowed, ValidationError."""
    return _create(
        Report(
            plan=plan,
            template=template or template_of(None),
            key=plan.slug,
            title=plan.title,
            subtitle=plan.committee.name,
            dated=plan.adopted_on,
        ),
        by,
    )


def _create(report: Report, by: AnyUser) -> Report:
    plan = report.plan
    if not may(by, Capability.EDIT_REPORT, plan.committee):
        raise NotAllowed
    taken = {*RESERVED_REPORT_SLUGS, *plan.committee.reports.values_list("slug", flat=True)}
    report.slug = free_name(slug_of(report.title, _ADDRESS_LENGTH), taken)
    report.key = free_name(report.key, plan.reports.values_list("key", flat=True), max_length=_KEY_LENGTH)
    report.registry_number = plan.registry_number
    report.full_clean()
    report.save()
    lay_out(report=report, by=by)
    record(action=AuditAction.CREATED, subject=report, committee=report.committee, by=by)
    return report
