import logging
import time
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error, connection
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands import db_worker

from followup.core.troubles import trouble_of
from reports.commands.jobs.pulse import pulse
from reports.commands.jobs.reaping import SILENT_AFTER

SECONDS_BETWEEN_TRIES = 2
_log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Do the long work: build PDFs, publish, also at set times. Runs until it is ended; a first SIGTERM lets it "
        "finish what it is at. Several may run at once, on one machine or many."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", action="store_true", help="end when there is nothing left to do")
        parser.add_argument("--interval", type=float, default=0.25, metavar="SECONDS", help="how often to look; 0.25")
        parser.add_argument(
            "--silent-after",
            type=float,
            default=SILENT_AFTER.total_seconds(),
            metavar="SECONDS",
            help="after how long a silent worker's job is given to another; the same for all workers; 30",
        )

    def handle(self, *args: Any, batch: bool, interval: float, silent_after: float, **options: Any) -> None:
        db_worker.Command().configure_logging(options["verbosity"])
        while True:
            worker = _worker(batch=batch, interval=interval)
            worker.configure_signals()
            try:
                with pulse(worker=worker.worker_id, silent_after=timedelta(seconds=silent_after)):
                    worker.run()
                return
            except Error as fault:
                if batch or trouble_of(fault) is None:
                    raise
                if not worker.running:  # it was asked to end, and would have when it was done
                    return
                _log.warning("The database does not answer; trying again: %s", fault)
            connection.close()
            time.sleep(SECONDS_BETWEEN_TRIES)


def _worker(*, batch: bool, interval: float) -> db_worker.Worker:
    """Each under a name of its own, so that what one before it was at is silent from then on, and is taken up again."""
    return db_worker.Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=interval,
        batch=batch,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
