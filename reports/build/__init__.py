"""From rows to a frozen document: gather (queries) → facts → assemble (pure)."""

from reports.build.assemble import assemble
from reports.build.document import Edition, ReportDocument
from reports.build.gather import gather, with_earlier
from reports.models import Report


def build_report(report: Report, edition: Edition | None = None) -> ReportDocument:
    """The report as it stands now; a draft without an edition.

    The queries of `gather` and of `with_earlier`, and three without joins.
    """
    return assemble(with_earlier(report, gather(report)), edition)
