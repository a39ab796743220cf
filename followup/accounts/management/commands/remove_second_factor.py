"""Let somebody who has lost both telephone and recovery codes set up a new second factor."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from followup.accounts.commands.leaving import remove_second_factors
from followup.core.access import COMMAND_LINE
from followup.core.models import User


class Command(BaseCommand):
    help = "Remove a person's second factors. They set up a new one at the next sign-in, where their role demands it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no user {options['username']!r}.")
        removed = remove_second_factors(user=user, by=COMMAND_LINE)
        self.stdout.write(f"{removed} removed.")
