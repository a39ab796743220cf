import logging
import time
from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, connection
from django.utils.crypto import get_random_string

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
        parser.add_argument("--interval", type=float, default=1, metavar="SECONDS", help="how often to look; 1")
        parser.add_argument(
            "--silent-after",
            type=float,
            default=SILENT_AFTER.total_seconds(),
            metavar="SECONDS",
            help="after how long a silent worker's job is given to another; the same for all workers; 30",
        )

    def handle(self, *args: Any, batch: bool, interval: float, silent_after: float, **options: Any) -> None:
        while True:
            worker = get_random_string(32)
            try:
                with pulse(worker=worker, silent_after=timedelta(seconds=silent_after)):
                    call_command(
                        "db_worker",
                        queue_name="*",
                        worker_id=worker,
                        batch=batch,
                        interval=interval,
                        startup_delay=False,
                        reload=False,
                        verbosity=options["verbosity"],
                    )
                return
            except DatabaseError as fault:
                if batch or trouble_of(fault) is None:
                    raise
                # Under another name, so that what this one was at is silent from now on, and is taken up again.
                _log.warning("The database does not answer; trying again: %s", fault)
            connection.close()
            time.sleep(SECONDS_BETWEEN_TRIES)
