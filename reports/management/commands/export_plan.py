from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from goals.models import Plan
from reports.management.contract import CommandFault, ContractCommand, write_file
from reports.plan_book.stored import stored_book
from reports.plan_book.writing import write_workbook


class Command(ContractCommand):
    help = "Write a plan with everything that is followed up in it to a plan workbook."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("committee_slug", metavar="COMMITTEE_SLUG")
        parser.add_argument("plan_slug", metavar="PLAN_SLUG")
        parser.add_argument("-o", "--output", required=True, metavar="BOOK.xlsx")

    def carry_out(self, options: dict[str, Any]) -> None:
        plan = _plan_named(options["committee_slug"], options["plan_slug"])
        write_file(Path(options["output"]), write_workbook(stored_book(plan)))


def _plan_named(committee_slug: str, plan_slug: str) -> Plan:
    plans = Plan.objects.select_related("committee__municipality")
    plan = plans.filter(committee__slug=committee_slug, slug=plan_slug).first()
    if plan is None:
        raise CommandFault(
            _("Planen %(committee_slug)s %(plan_slug)s finns inte. Kommandot list_plans visar vilka som finns.")
            % {"committee_slug": committee_slug, "plan_slug": plan_slug}
        )
    return plan
