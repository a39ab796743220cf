from typing import Any

from goals.models import Plan
from reports.management.contract import ContractCommand, one_line


class Command(ContractCommand):
    help = "List all plans, one line each: committee-slug plan-slug title."

    def carry_out(self, options: dict[str, Any]) -> None:
        plans = Plan.objects.order_by("committee__slug", "slug").values_list("committee__slug", "slug", "title")
        for committee_slug, slug, title in plans:
            self.stdout.write(f"{committee_slug} {slug} {one_line(title)}")
