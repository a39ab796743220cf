from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from followup.core.backup.making import make_backup
from reports.management.contract import CommandFault, ContractCommand


class Command(ContractCommand):
    help = (
        "Copy the database, and every file that it names, into a folder, while the application is used. Files that the "
        "folder has already are not copied again. The copy is not encrypted. Exits 1 where a file could not be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="DIR", type=Path)
        parser.add_argument("--keep", type=int, metavar="N", help="remove all copies in the folder but the N newest")

    def carry_out(self, options: dict[str, Any]) -> None:
        made = make_backup(folder=options["folder"], now=timezone.now(), keep=options["keep"], by=COMMAND_LINE)
        manifest = made.manifest
        self.stdout.write(
            f"{made.folder} rows {sum(manifest.tables.values())}, files {manifest.file_count} ({made.new_files} new), "
            f"removed {made.removed}"
        )
        if manifest.missing:
            words = _("Kopian är färdig, men filen %(file)s kunde inte läsas i lagringen.")
            raise CommandFault("\n".join(words % {"file": sha256} for sha256 in manifest.missing))
