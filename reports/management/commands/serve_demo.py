"""Prepares the demo's database and serves it until somebody ends it."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connections
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.utils.translation import gettext as _

from reports.demo.announcement import announcement
from reports.demo.port import PortRefused, free_port
from reports.demo.server import Ended, ServerFailed, beside, ending_on_signals, running, server_command, worker_command


class Command(BaseCommand):
    help = (
        "Migrates the database, loads the demo, serves it on 127.0.0.1 with a worker beside, and prints the demo "
        "accounts. Development only."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", default="8000", help="8000 when nothing else is said")

    def handle(self, *args: Any, port: str, **options: Any) -> None:
        if settings.IN_PRODUCTION:
            raise CommandError("The demo has published passwords and is for development only, but MODE is production.")
        try:
            with ending_on_signals():
                self._serve(free_port(port))
        except (PortRefused, ServerFailed) as fault:
            raise CommandError(str(fault)) from fault
        except Ended:
            self.stdout.write("\n" + _("Demon är avslutad."))

    def _serve(self, port: int) -> None:
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except (DatabaseError, InconsistentMigrationHistory) as fault:
            raise CommandError(
                f"The database cannot be brought up to date ({fault}). "
                "If it comes from another version of the program, move it away from var/ and start again."
            ) from fault
        call_command("load_demo")
        connections.close_all()
        with beside(worker_command()), running(server_command(port), port) as server:
            self.stdout.write(announcement(port))
            self.stdout.flush()
            raise ServerFailed(f"The server ended by itself (exit code {server.wait()}).")
