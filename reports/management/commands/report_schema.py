from typing import Any

from django.core.management.base import BaseCommand

from reports.open_data.report_schema import generated_schema


class Command(BaseCommand):
    help = "Write the JSON Schema of a report's data file as it is now. It is kept in reports/open_data/schemas."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(generated_schema().decode(), ending="")
