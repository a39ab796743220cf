from hashlib import file_digest
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from reports.commands.plan_import import BookFile, import_plan, known_ids
from reports.management.contract import CommandFault, ContractCommand, one_line, why_no_file
from reports.plan_book.book import PlanBook
from reports.plan_book.reading import read_workbook


class Command(ContractCommand):
    help = "Read a plan workbook into the database: all of it, or nothing and every fault by sheet and cell."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("book", metavar="BOOK.xlsx")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and write nothing")

    def carry_out(self, options: dict[str, Any]) -> None:
        book, file = _read(Path(options["book"]))
        imported = import_plan(book=book, by=COMMAND_LINE, file=file, is_trial=options["dry_run"])
        for name, sheet in imported.changes.sheets.items():
            self.stdout.write(f"{name}: {sheet.counts}")
        for warning in imported.changes.warnings:
            self.stdout.write(_("Varning: %(warning)s") % {"warning": one_line(warning)})
        self.stdout.write(f"plan: {imported.plan.committee.slug} {imported.plan.slug}")


def _read(path: Path) -> tuple[PlanBook, BookFile]:
    """Raises CommandFault for a file that cannot be opened, BookFault for one that is no plan workbook."""
    try:
        with path.open("rb") as content:
            digest = file_digest(content, "sha256").hexdigest()
            content.seek(0)
            return read_workbook(content, known_ids), BookFile(path.name, digest)
    except OSError as fault:
        raise CommandFault(
            _("Filen %(path)s kan inte läsas: %(reason)s.") % {"path": path, "reason": why_no_file(fault)}
        ) from fault
