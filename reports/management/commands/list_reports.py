from typing import Any

from reports.choices import Audience
from reports.management.contract import ContractCommand, one_line
from reports.models import Publication, Report


class Command(ContractCommand):
    help = (
        "List all reports, one line each: committee-slug report-slug state title "
        "(state: draft, members, public or withdrawn)."
    )

    def carry_out(self, options: dict[str, Any]) -> None:
        states: dict[int, str] = {}
        rows = Publication.objects.order_by("version").values_list(
            "report_id", "audience", "disclosure__id", "withdrawal__id"
        )
        for report_id, audience, disclosure_id, withdrawal_id in rows:
            readers = Audience.PUBLIC.value if disclosure_id else audience
            states[report_id] = "withdrawn" if withdrawal_id else readers
        reports = Report.objects.order_by("committee__slug", "slug").values_list(
            "id", "committee__slug", "slug", "title"
        )
        for report_id, committee_slug, slug, title in reports:
            self.stdout.write(f"{committee_slug} {slug} {states.get(report_id, 'draft')} {one_line(title)}")
