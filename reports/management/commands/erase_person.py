from typing import Any

from django.core.management.base import CommandParser

from followup.core.access import COMMAND_LINE
from reports.commands.personal_data.erasing import (
    check_erasable,
    erase_address,
    erase_person,
    would_erase,
    would_erase_address,
)
from reports.management.contract import ContractCommand
from reports.management.person import add_person_arguments, asked_person


class Command(ContractCommand):
    help = (
        "Erase a person: what belongs to the account goes, and nobody signs in to it again. The audit trail and "
        "published versions stay as they are. It cannot be undone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        add_person_arguments(parser)
        parser.add_argument("--dry-run", action="store_true", help="only say what would go")

    def carry_out(self, options: dict[str, Any]) -> None:
        asked, is_trial = asked_person(options), options["dry_run"]
        if isinstance(asked, str):
            erased = would_erase_address(address=asked) if is_trial else erase_address(address=asked, by=COMMAND_LINE)
        elif is_trial:
            check_erasable(user=asked, by=COMMAND_LINE)
            erased = would_erase(user=asked)
        else:
            erased = erase_person(user=asked, by=COMMAND_LINE)
        self.stdout.write(str(erased))
