from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from followup.core.faults import CommandRefused
from reports.choices import Audience
from reports.commands.publishing import FindingsRemain, publish
from reports.management.lookup import CommandFault, add_report_arguments, report_named, say_and_exit
from reports.render import RenderFault


class Command(BaseCommand):
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

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            publication = publish(
                report=report_named(options),
                audience=Audience.MEMBERS if options["internal"] else Audience.PUBLIC,
                change_note=options["change_note"],
                accept_warnings=options["ignore_warnings"],
                by=COMMAND_LINE,
            )
        except FindingsRemain as refusal:
            say_and_exit(self.stderr, CommandFault("\n".join(finding.message for finding in refusal.findings)))
        except (CommandFault, CommandRefused, RenderFault) as fault:
            say_and_exit(self.stderr, fault)
        else:
            self.stdout.write(
                f"{publication.committee.slug} {publication.slug} {publication.audience} version {publication.version}"
            )
