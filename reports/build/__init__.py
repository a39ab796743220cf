"""From rows to a frozen document: gather (queries) → facts → assemble (pure)."""

from dataclasses import replace

from reports.build.assemble import assemble
from reports.build.document import Edition, ReportDocument
from reports.build.gather import gather, with_earlier, with_logo, with_past
from reports.build.part_facts import SectionFact
from reports.models import Report


def build_report(report: Report, edition: Edition | None = None) -> ReportDocument:
    """The report as it stands now; a draft without an edition.

    The queries of `gather`, `with_earlier`, `with_past` and `with_logo`, and three without joins.
    """
    return assemble(with_logo(report, with_past(report, with_earlier(report, gather(report)))), edition)


def build_section(report: Report, section: SectionFact) -> ReportDocument:
    """A draft of one section alone, stored or not, as the report would show it; nothing is summed up around it."""
    return assemble(replace(with_past(report, gather(report, section)), has_in_brief=False, has_since_last=False), None)
