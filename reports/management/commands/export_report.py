from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from reports.build import build_report
from reports.management.contract import ContractCommand, add_report_arguments, report_named, write_file
from reports.models import PublicationFile, Report
from reports.render import RENDERERS
from reports.render.formats import Format


class Command(ContractCommand):
    help = "Write a report to a file: its newest published version, or the draft where nothing is published."

    def add_arguments(self, parser: CommandParser) -> None:
        add_report_arguments(parser)
        parser.add_argument("--format", required=True, choices=[item.value for item in Format])
        parser.add_argument("-o", "--output", required=True, metavar="FILE")

    def carry_out(self, options: dict[str, Any]) -> None:
        content = _content(report_named(options), Format(options["format"]))
        write_file(Path(options["output"]), content)


def _content(report: Report, format: Format) -> bytes:
    sealed = (
        PublicationFile.objects.filter(publication__report=report, format=format)
        .order_by("-publication__version")
        .first()
    )
    return sealed.read() if sealed is not None else RENDERERS[format](build_report(report))
