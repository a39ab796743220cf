"""The memo that carries a report to the committee, as frozen data: all that its renderer is given."""

from dataclasses import dataclass
from datetime import date

from followup.core.dates import day_of
from reports.build.document import Publisher
from reports.build.loading.appearance import logo_of
from reports.build.publisher import shown_logo
from reports.models import OfficialMemo, Publication


@dataclass(frozen=True, slots=True)
class EnclosedReport:
    """The report that the memo carries; `version` and `published_on` are None for a draft."""

    title: str
    version: int | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class MemoDocument:
    """The long texts are canonical HTML, empty where there is nothing to say."""

    publisher: Publisher
    heading: str
    recipient: str
    dated: date | None
    registry_number: str
    case_officer: str
    proposed_decision: str
    summary: str
    background: str
    assessment: str
    financial_consequences: str
    report: EnclosedReport


def build_memo(memo: OfficialMemo) -> MemoDocument:
    """The memo as it is saved now, with the newest version of its report that can be read. Two queries.

    `memo.report` must be loaded with its committee and municipality.
    """
    committee = memo.report.committee
    municipality = committee.municipality
    return MemoDocument(
        publisher=Publisher(
            municipality=municipality.name,
            municipality_code=municipality.code or "",
            committee=committee.name,
            committee_slug=committee.slug,
            accent=municipality.accent,
            font=municipality.font,
            logo=shown_logo(logo_of(committee)),
        ),
        heading=memo.heading,
        recipient=memo.recipient,
        dated=memo.dated,
        registry_number=memo.registry_number,
        case_officer=memo.case_officer,
        proposed_decision=memo.proposed_decision,
        summary=memo.summary,
        background=memo.background,
        assessment=memo.assessment,
        financial_consequences=memo.financial_consequences,
        report=_enclosed(memo),
    )


def _enclosed(memo: OfficialMemo) -> EnclosedReport:
    readable = Publication.objects.filter(report_id=memo.report_id, withdrawal__isnull=True)
    newest = readable.order_by("-version").values_list("title", "version", "published_at").first()
    if newest is None:
        return EnclosedReport(memo.report.title)
    title, version, published_at = newest
    return EnclosedReport(title, version, day_of(published_at))
