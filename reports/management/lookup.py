"""Finding what a command line names, and what is said when it is not there."""

from typing import Any

from django.core.management.base import CommandParser, OutputWrapper
from django.utils.translation import gettext as _

from reports.models import Report


class CommandFault(Exception):
    """One or more lines for stderr; the command then exits with 1."""


def add_report_arguments(parser: CommandParser) -> None:
    parser.add_argument("committee_slug", metavar="COMMITTEE_SLUG")
    parser.add_argument("report_slug", metavar="REPORT_SLUG")


def report_named(options: dict[str, Any]) -> Report:
    report = (
        Report.objects.select_related("plan", "committee__municipality", "round")
        .filter(committee__slug=options["committee_slug"], slug=options["report_slug"])
        .first()
    )
    if report is None:
        raise CommandFault(
            _("Rapporten %(committee_slug)s %(report_slug)s finns inte. Kommandot list_reports visar vilka som finns.")
            % {"committee_slug": options["committee_slug"], "report_slug": options["report_slug"]}
        )
    return report


def say_and_exit(stderr: OutputWrapper, fault: Exception) -> None:
    """One line per fault on stderr, exit 1, never a traceback."""
    for line in str(fault).splitlines():
        stderr.write(line)
    raise SystemExit(1)
