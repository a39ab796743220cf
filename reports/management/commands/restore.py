from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from followup.core.backup.restoring import restore_backup
from reports.management.contract import CommandFault, ContractCommand


class Command(ContractCommand):
    help = (
        "Put a copy that `backup` made back into the database and the storage that the settings name: the copy in DIR, "
        "or the newest of those in DIR. Stop the web processes and the workers first."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="DIR", type=Path)
        parser.add_argument("--replace", action="store_true", help="though the database holds something: it is lost")

    def carry_out(self, options: dict[str, Any]) -> None:
        restored = restore_backup(folder=options["folder"], replaces=options["replace"], by=COMMAND_LINE)
        manifest = restored.manifest
        self.stdout.write(f"{restored.folder} rows {sum(manifest.tables.values())}, files {manifest.file_count}")
        if restored.needs_migrate:
            self.stdout.write(_("Kopian är av en äldre version av programmet. Kör migrate."))
        if manifest.missing:
            words = _("Filen %(file)s fanns inte när kopian gjordes, och är inte återställd.")
            raise CommandFault("\n".join(words % {"file": sha256} for sha256 in manifest.missing))
