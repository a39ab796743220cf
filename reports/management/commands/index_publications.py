from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import ngettext

from reports.commands.indexing import index_again
from reports.management.contract import ContractCommand


class Command(ContractCommand):
    help = "Index the published versions that are not indexed, or with --all every one anew, from their sealed data."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", dest="everything", help="also those that are indexed")

    def carry_out(self, options: dict[str, Any]) -> None:
        count = index_again(everything=options["everything"])
        self.stdout.write(
            ngettext("%(count)d version indexerad.", "%(count)d versioner indexerade.", count) % {"count": count}
        )
