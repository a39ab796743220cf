from typing import Any

from django.utils import timezone

from reports.commands.personal_data.pruning import prune_personal_data
from reports.management.contract import ContractCommand


class Command(ContractCommand):
    help = (
        "Remove sessions, invitations, traces and letters whose time is over: docs/personal-data.md says how long each "
        "is kept. Run it once a day."
    )

    def carry_out(self, options: dict[str, Any]) -> None:
        self.stdout.write(str(prune_personal_data(now=timezone.now())))
