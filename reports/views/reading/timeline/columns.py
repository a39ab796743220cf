"""The reports that a reader sees beside each other, in the order of their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from followup.core.access import AnyUser
from followup.core.dates import month_name
from followup.core.models import Committee
from reports.models import Publication


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A report by its newest version that the reader may read. `label` is its month ("augusti 2022")."""

    publication_id: int
    committee_id: int
    committee_slug: str
    plan_id: int
    as_of: date
    title: str
    label: str
    address: str

    def address_of(self, anchor: str) -> str:
        """Where something stands in the report; the report itself for what has no place there."""
        return f"{self.address}#{anchor}" if anchor else self.address


def month_of(day: date) -> str:
    """`augusti 2022`."""
    return f"{month_name(day.month)} {day.year}"


def columns_of(user: AnyUser, committees: QuerySet[Committee] | Sequence[Committee]) -> tuple[ReportColumn, ...]:
    """The dated reports of the committees, the oldest first. One query."""
    rows = (
        Publication.objects.newest_readable_by(user)
        .filter(committee__in=committees, as_of__isnull=False)
        .order_by("as_of", "published_at", "pk")
        .values_list("pk", "committee_id", "committee__slug", "report__plan_id", "as_of", "title", "slug", "version")
    )
    return tuple(
        ReportColumn(
            publication_id=key,
            committee_id=committee_id,
            committee_slug=committee_slug,
            plan_id=plan_id,
            as_of=as_of,
            title=title,
            label=month_of(as_of),
            address=_address(committee_slug, slug, version),
        )
        for key, committee_id, committee_slug, plan_id, as_of, title, slug, version in rows
    )


def version_address(publication: Publication, committee_slug: str, anchor: str = "") -> str:
    """Where a version is read, for ever, or a place in it."""
    address = _address(committee_slug, publication.slug, publication.version)
    return f"{address}#{anchor}" if anchor else address


def _address(committee_slug: str, report_slug: str, version: int) -> str:
    return reverse("reading:version", args=[committee_slug, report_slug, version])
