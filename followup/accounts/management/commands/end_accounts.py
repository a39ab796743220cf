"""End the accounts that nobody has signed in to for long."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from followup.accounts.commands.leaving import away_since, end_account
from followup.core.access import COMMAND_LINE
from followup.core.faults import CommandRefused


class Command(BaseCommand):
    help = "End the accounts that nobody has signed in to for a number of months."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--months", type=int, required=True, help="for how many months nobody has signed in")
        parser.add_argument("--dry-run", action="store_true", help="only say which they are")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["months"] < 1:
            raise CommandError(f"--months is {options['months']}; at least 1 is needed, or everybody has been away.")
        for user in away_since(timezone.now() - timedelta(days=30 * options["months"])):
            if not options["dry_run"]:
                try:
                    end_account(user=user, by=COMMAND_LINE)
                except CommandRefused as refusal:
                    self.stderr.write(str(refusal))
                    continue
            self.stdout.write(user.get_username())
