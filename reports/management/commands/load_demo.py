from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reports.demo.load import load_demo


class Command(BaseCommand):
    help = "Load the demo committees, accounts and published report. Loads nothing twice and changes nothing entered."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.IN_PRODUCTION:
            raise CommandError("The demo has well-known passwords and is not loaded in production mode.")
        for line in load_demo():
            self.stdout.write(line)
