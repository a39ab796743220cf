from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from reports.commands.jobs.pruning import prune_jobs
from reports.commands.open_forms import forget_uses
from reports.commands.subscriptions.pruning import prune_unconfirmed


class Command(BaseCommand):
    help = (
        "Remove finished jobs and PDFs of drafts that are older than a number of days, and the addresses of readers "
        "who never agreed to be told. Publications stay."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=90, help="90 when nothing else is said")

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        now = timezone.now()
        jobs, drafts = prune_jobs(before=now - timedelta(days=days))
        prune_unconfirmed(now=now)
        forget_uses(now=now)
        self.stdout.write(f"jobs {jobs}, drafts {drafts}")
