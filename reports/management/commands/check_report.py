import json
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from reports.checks import findings_for
from reports.management.contract import ContractCommand, add_report_arguments, report_named


class Command(ContractCommand):
    help = "Say what is missing in a report before it is published. Exits 0 whenever the check could be made."

    def add_arguments(self, parser: CommandParser) -> None:
        add_report_arguments(parser)
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def carry_out(self, options: dict[str, Any]) -> None:
        rows = [
            {"rule": item.rule, "severity": item.severity.value, "where": item.where, "message": item.message}
            for item in findings_for(report_named(options))
        ]
        if options["format"] == "json":
            self.stdout.write(json.dumps({"findings": rows}, ensure_ascii=False, indent=2))
        elif not rows:
            self.stdout.write(_("Inga brister."))
        else:
            for row in rows:
                place = "" if row["message"].startswith(row["where"]) else f"{row['where']}: "
                self.stdout.write(f"{row['severity']}: {place}{row['message']}")
