from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from reports.commands.jobs.pruning import prune_jobs


class Command(BaseCommand):
    help = "Remove finished jobs and PDFs of drafts that are older than a number of days. Publications stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=90, help="90 when nothing else is said")

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        jobs, drafts = prune_jobs(before=timezone.now() - timedelta(days=days))
        self.stdout.write(f"jobs {jobs}, drafts {drafts}")
