"""Publications as the readers' lists show them: by municipality, committee and year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Count, Max, Prefetch
from django.urls import reverse

from followup.core.access import AnyUser
from followup.core.alphabet import in_swedish_order
from followup.core.models import Committee
from reports.models import CommitteeDecision, Publication
from reports.querysets import PublicationQuerySet


@dataclass(frozen=True, slots=True)
class ListedReport:
    """One report by its newest version that the reader may see; `is_public` tells the others apart.

    `decision` is the committee's latest on that version.
    """

    committee_slug: str
    slug: str
    title: str
    subtitle: str
    year: int
    as_of: date | None
    published_at: datetime
    version: int
    is_public: bool
    is_withdrawn: bool
    decision: CommitteeDecision | None

    @property
    def address(self) -> str:
        return reverse("reading:report", args=[self.committee_slug, self.slug])


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    reports: tuple[ListedReport, ...]


@dataclass(frozen=True, slots=True)
class ListedCommittee:
    name: str
    municipality: str
    municipality_id: int
    slug: str
    years: tuple[Year, ...]

    @property
    def address(self) -> str:
        return reverse("reading:committee", args=[self.slug])


@dataclass(frozen=True, slots=True)
class ListedMunicipality:
    """`committees`: how many have something for the user to read; `published_at`: when the last of it came."""

    pk: int
    name: str
    committees: int
    published_at: datetime

    @property
    def address(self) -> str:
        return reverse("reading:municipality", args=[self.pk])


def listed_municipalities(user: AnyUser) -> tuple[ListedMunicipality, ...]:
    """Every municipality with something for the user to read, by name. One query."""
    found = Publication.objects.visible_to(user).order_by()
    counted = found.values_list("committee__municipality_id", "committee__municipality__name").annotate(
        Count("committee", distinct=True), Max("published_at")
    )
    listed = [ListedMunicipality(*each) for each in counted]
    return tuple(sorted(listed, key=lambda each: (in_swedish_order(each.name), each.pk)))


def newest_reports(user: AnyUser, most: int) -> tuple[tuple[Committee, ListedReport], ...]:
    """What was published last, the newest first, with the committee. Two queries."""
    return tuple((item.committee, _listed(item)) for item in _newest(user).order_by("-published_at", "-pk")[:most])


def listed_committees(user: AnyUser) -> tuple[ListedCommittee, ...]:
    """Every committee with something for the user to read, newest report first. Two queries."""
    publications = _newest(user).order_by(
        "committee__municipality__name", "committee__name", "committee_id", "-as_of", "-published_at", "-pk"
    )
    return tuple(
        ListedCommittee(name, municipality, municipality_id, slug, by_year(rows))
        for (municipality, municipality_id, name, slug), rows in groupby(
            publications,
            key=lambda item: (
                item.committee.municipality.name,
                item.committee.municipality_id,
                item.committee.name,
                item.committee.slug,
            ),
        )
    )


def committee_reports(user: AnyUser, committee: Committee) -> tuple[Year, ...]:
    return by_year(_newest(user).filter(committee=committee).newest_first())


def by_year(publications: Iterable[Publication]) -> tuple[Year, ...]:
    """Publications in order → years, the newest first, each with its publications in the same order."""
    rows = sorted((_listed(item) for item in publications), key=lambda row: -row.year)
    return tuple(Year(year, tuple(found)) for year, found in groupby(rows, key=lambda row: row.year))


def _newest(user: AnyUser) -> PublicationQuerySet:
    return (
        Publication.objects.newest_visible_to(user)
        .select_related("committee__municipality", "disclosure", "withdrawal")
        .prefetch_related(Prefetch("decisions", CommitteeDecision.objects.standing()))
    )


def _listed(item: Publication) -> ListedReport:
    decisions = list(item.decisions.all())
    return ListedReport(
        committee_slug=item.committee.slug,
        slug=item.slug,
        title=item.title,
        subtitle=item.subtitle,
        year=item.year,
        as_of=item.as_of,
        published_at=item.published_at,
        version=item.version,
        is_public=item.is_public,
        is_withdrawn=item.is_withdrawn,
        decision=decisions[-1] if decisions else None,
    )
