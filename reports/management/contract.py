"""Commands that other programs run: exit 0, or 1 with one line per fault on stderr.

Never a traceback, unless `--traceback` asks for the one of a fault of our own.
"""

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Never

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandParser
from django.db import Error
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.backup.place import write_private
from followup.core.faults import CommandRefused
from reports.commands.publishing import FindingsRemain
from reports.models import Report
from reports.plan_book.book import BookFault
from reports.render import RenderFault


class CommandFault(Exception):
    """Something that the command line asked for cannot be done; `str()` is one line a fault."""


class ContractCommand(BaseCommand):
    """Subclasses implement `carry_out(options)` and raise what they cannot do."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.error = self._refuse_words  # type: ignore[method-assign]
        return parser

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.carry_out(options)
        except FindingsRemain as refusal:
            self._exit([finding.message for finding in refusal.findings])
        except ValidationError as fault:
            self._exit(fault.messages)
        except Error as fault:
            reason = str(fault).splitlines()[0]
            self._exit([_("Databasen kan inte användas (är migrate kört?): %(reason)s") % {"reason": reason}])
        except BookFault as fault:
            self._exit(list(fault.lines))
        except (CommandFault, CommandRefused, RenderFault) as fault:
            self._exit(str(fault).splitlines())
        except Exception as fault:
            if options.get("traceback"):
                raise
            self._exit([_("Ett oväntat fel uppstod: %(fault)s. Visa var med --traceback.") % {"fault": repr(fault)}])

    def carry_out(self, options: dict[str, Any]) -> None:
        raise NotImplementedError

    def _refuse_words(self, message: str) -> Never:
        self._exit([_("Kommandoraden kan inte läsas: %(message)s") % {"message": message}])

    def _exit(self, lines: list[str]) -> Never:
        for line in lines:
            self.stderr.write(one_line(line))
        raise SystemExit(1)


def one_line(text: str) -> str:
    """A text that may hold line breaks, such as a title, for a place where a line is a thing of its own."""
    return " ".join(text.split())


def write_file(path: Path, content: bytes, *, is_private: bool = False) -> None:
    """`is_private`: for its owner alone, also where it stands there already. Raises CommandFault."""
    try:
        if not is_private:
            path.write_bytes(content)
            return
        if path.is_file():
            path.chmod(0o600)
        write_private(path, [content])
    except OSError as fault:
        raise CommandFault(
            _("Filen %(path)s kan inte skrivas: %(reason)s.") % {"path": path, "reason": why_no_file(fault)}
        ) from fault


def why_no_file(fault: OSError) -> str:
    """In words; of what seldom happens, the operating system's own."""
    return str(_REASONS.get(fault.errno or 0) or fault.strerror or fault)


_REASONS: Mapping[int, Promise] = {
    errno.ENOENT: gettext_lazy("den finns inte, eller mappen finns inte"),
    errno.EISDIR: gettext_lazy("det är en mapp"),
    errno.ENOTDIR: gettext_lazy("sökvägen går genom något som inte är en mapp"),
    errno.EACCES: gettext_lazy("behörighet saknas"),
    errno.EPERM: gettext_lazy("behörighet saknas"),
    errno.EROFS: gettext_lazy("platsen är skrivskyddad"),
    errno.ENOSPC: gettext_lazy("det finns inte plats för den"),
    errno.ENAMETOOLONG: gettext_lazy("namnet är för långt"),
}


def add_report_arguments(parser: CommandParser) -> None:
    parser.add_argument("committee_slug", metavar="COMMITTEE_SLUG")
    parser.add_argument("report_slug", metavar="REPORT_SLUG")


def report_named(options: dict[str, Any]) -> Report:
    """The report that `add_report_arguments` names, with what building it needs; raises CommandFault."""
    report = (
        Report.objects.select_related("plan", "committee__municipality", "round")
        .filter(committee__slug=options["committee_slug"], slug=options["report_slug"])
        .first()
    )
    if report is None:
        raise CommandFault(
            _("Rapporten %(committee_slug)s %(report_slug)s finns inte. Kommandot list_reports visar vilka som finns.")
            % {"committee_slug": options["committee_slug"], "report_slug": options["report_slug"]}
        )
    return report
