from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from followup.core.access import COMMAND_LINE
from reports.commands.personal_data.extract import extract_address, extract_person
from reports.management.contract import ContractCommand, write_file
from reports.management.person import add_person_arguments, asked_person


class Command(ContractCommand):
    help = "Write all that is kept about one person to a file: words where its name ends with .txt, else JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        add_person_arguments(parser)
        parser.add_argument("-o", "--output", required=True, metavar="FILE")

    def carry_out(self, options: dict[str, Any]) -> None:
        asked = asked_person(options)
        now = timezone.now()
        if isinstance(asked, str):
            extract = extract_address(address=asked, now=now, by=COMMAND_LINE)
        else:
            extract = extract_person(user=asked, now=now, by=COMMAND_LINE)
        path = Path(options["output"])
        content = extract.as_text if path.suffix == ".txt" else extract.as_json
        write_file(path, content.encode(), is_private=True)
