from datetime import timedelta
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.files.sweeping import sweep
from reports.management.contract import CommandFault, ContractCommand


class Command(ContractCommand):
    help = (
        "Remove files that nothing refers to any more from the storage. Each is marked when it is first found, and "
        "removed by the first run that comes at least --days later. Run it once a day."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--days",
            type=int,
            default=1,
            help="how long they are kept, 1 when nothing else is said; as long as the database can be set back",
        )

    def carry_out(self, options: dict[str, Any]) -> None:
        if options["days"] < 1:
            raise CommandFault(_("Filerna måste få finnas kvar minst en dag: --days 1 eller mer."))
        swept = sweep(now=timezone.now(), kept_for=timedelta(days=options["days"]))
        self.stdout.write(f"marked {swept.marked}, removed {swept.removed}, unfinished {swept.unfinished}")
