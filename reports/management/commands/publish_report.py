from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.management.contract import ContractCommand, add_report_arguments, report_named


class Command(ContractCommand):
    help = "Publish a report to everyone, or with --internal to the committee's members."

    def add_arguments(self, parser: CommandParser) -> None:
        add_report_arguments(parser)
        parser.add_argument("--internal", action="store_true", help="to the committee's members only")
        parser.add_argument("--ignore-warnings", action="store_true", help="publish though warnings remain")
        parser.add_argument(
            "--change-note",
            default=_("Publicerad på nytt från kommandoraden."),
            help="what has changed since the version before; readers see it from version 2 on",
        )

    def carry_out(self, options: dict[str, Any]) -> None:
        publication = publish(
            report=report_named(options),
            audience=Audience.MEMBERS if options["internal"] else Audience.PUBLIC,
            change_note=options["change_note"],
            accept_warnings=options["ignore_warnings"],
            by=COMMAND_LINE,
        )
        self.stdout.write(
            f"{publication.committee.slug} {publication.slug} {publication.audience} version {publication.version}"
        )
